package org.yangguang.engagement.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.yangguang.engagement.LetterKind;
import org.yangguang.engagement.PublishedLetter;
import org.yangguang.engagement.internal.LetterPublications;
import org.yangguang.engagement.internal.LetterPublications.Sieve;
import org.yangguang.organ.OrganId;
import org.yangguang.site.SiteIdentity;

@RestController
@RequestMapping(path = "/api/v1/letters", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "letters", description = "Letters of the public with their answers, without personal data")
class LetterApi {

    private static final int LARGEST = 100;

    private final LetterPublications publications;
    private final SiteIdentity site;

    LetterApi(LetterPublications publications, SiteIdentity site) {
        this.publications = publications;
        this.site = site;
    }

    @Schema(name = "Letter")
    record Entry(
            long id,

            @Schema(description = "public address of its page")
            String url,

            String number,
            LetterKind kind,

            @Schema(description = "id of the answering organ")
            long organ,

            String organName,
            String title,
            String question,
            String answer,
            LocalDate receivedOn,
            LocalDate repliedOn,
            Instant publishedAt) {}

    @Schema(name = "LetterList")
    record Entries(long total, int page, int size, List<Entry> letters) {}

    @GetMapping
    @Operation(summary = "Lists published letters", description = "The latest published first.")
    @ApiResponse(responseCode = "200", description = "a page of the list, perhaps empty")
    Entries list(
            @Parameter(description = "CONSULTATION, SUGGESTION, COMPLAINT or ERROR_REPORT")
                    @RequestParam(required = false)
                    @Nullable
                    LetterKind kind,
            @Parameter(description = "id of the answering organ") @RequestParam(required = false) @Nullable Long organ,
            @Parameter(description = "year of the reply") @RequestParam(required = false) @Nullable Integer year,
            @Parameter(description = "words in title, question or answer") @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "20") int size) {
        if (size < 1
                || size > LARGEST
                || page < 1
                || page > Paging.LAST
                || year != null && (year < 1949 || year > 2199)) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "size is 1 to 100, page from 1, year 1949 to 2199");
        }
        Sieve sieve = new Sieve(kind, organ == null ? null : new OrganId(organ), year, q);
        return new Entries(
                publications.count(sieve),
                page,
                size,
                publications.list(sieve, (page - 1) * size, size).stream()
                        .map(this::entry)
                        .toList());
    }

    @GetMapping("/{id}")
    @Operation(summary = "Gives one published letter")
    @ApiResponse(responseCode = "200", description = "question and answer")
    @ApiResponse(responseCode = "404", description = "no such letter is published")
    Entry letter(@PathVariable long id) {
        return publications
                .find(id)
                .map(this::entry)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Entry entry(PublishedLetter letter) {
        return new Entry(
                letter.id(),
                site.url() + letter.href(),
                letter.number(),
                letter.kind(),
                letter.organ().value(),
                letter.organName(),
                letter.title(),
                letter.question(),
                letter.answer(),
                letter.receivedOn(),
                letter.repliedOn(),
                letter.publishedAt());
    }
}
