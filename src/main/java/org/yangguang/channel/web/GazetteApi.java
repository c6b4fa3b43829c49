package org.yangguang.channel.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.yangguang.channel.Bundle;
import org.yangguang.channel.Bundles;
import org.yangguang.disclosure.Edition;
import org.yangguang.site.SiteIdentity;

@RestController
@Tag(name = "gazette", description = "Issues of gazettes that have come out")
class GazetteApi {

    private static final int LARGEST = 100;

    private final Bundles bundles;
    private final SiteIdentity site;

    GazetteApi(Bundles bundles, SiteIdentity site) {
        this.bundles = bundles;
        this.site = site;
    }

    @Schema(name = "GazetteIssue")
    record Issue(
            long id,

            @Schema(description = "public address of its page")
            String url,

            @Schema(description = "its print as PDF") String pdf,
            String title,
            int year,

            @Schema(description = "within its year, from 1") int number,
            LocalDate publishedOn,

            @Schema(description = "what is in it, as far as it is public now")
            List<Content> contents) {}

    @Schema(name = "GazetteContent")
    record Content(String url, String title) {}

    @Schema(name = "GazetteList")
    record Issues(long total, int page, int size, List<Issue> issues) {}

    @GetMapping(path = "/api/v1/gazette", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Lists the issues of gazettes")
    @ApiResponse(responseCode = "200", description = "a page of the list, perhaps empty")
    Issues issues(@RequestParam(defaultValue = "1") int page, @RequestParam(defaultValue = "20") int size) {
        if (size < 1 || size > LARGEST || page < 1) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "size is 1 to 100, page from 1");
        }
        List<Bundle> all = bundles.issues();
        return new Issues(
                all.size(),
                page,
                size,
                all.stream()
                        .skip((page - 1L) * size)
                        .limit(size)
                        .map(this::issue)
                        .toList());
    }

    private Issue issue(Bundle issue) {
        String url = site.url() + "/gazette/" + issue.id();
        return new Issue(
                issue.id(),
                url,
                url + "/issue.pdf",
                issue.title(),
                issue.year(),
                issue.number(),
                Objects.requireNonNull(issue.doneOn()),
                bundles.entries(issue).stream()
                        .map(Bundles.Entry::edition)
                        .filter(Objects::nonNull)
                        .map(this::content)
                        .toList());
    }

    private Content content(Edition edition) {
        return new Content(
                site.url() + "/items/" + edition.item().value(),
                edition.content().title());
    }
}
