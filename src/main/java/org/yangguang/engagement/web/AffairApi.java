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
import org.yangguang.engagement.Affair;
import org.yangguang.engagement.AffairKind;
import org.yangguang.engagement.AffairPart;
import org.yangguang.engagement.Affairs;
import org.yangguang.engagement.internal.AffairTable;
import org.yangguang.engagement.internal.PartTable;
import org.yangguang.site.SiteIdentity;

@RestController
@RequestMapping(path = "/api/v1/affairs", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(
        name = "affairs",
        description = "Answers to public concerns, press conferences, interviews, consultations and ratings")
class AffairApi {

    private static final int LARGEST = 100;

    private final AffairTable table;
    private final PartTable parts;
    private final Affairs affairs;
    private final SiteIdentity site;

    AffairApi(AffairTable table, PartTable parts, Affairs affairs, SiteIdentity site) {
        this.table = table;
        this.parts = parts;
        this.affairs = affairs;
        this.site = site;
    }

    @Schema(name = "Affair")
    record Entry(
            long id,

            @Schema(description = "public address of its page")
            String url,

            AffairKind kind,
            String title,
            String about,

            @Schema(description = "id of the organ") long organ,
            String organName,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            Instant publishedAt,
            List<Part> parts) {}

    @Schema(name = "AffairPart", description = "a response, a record, a replay or a summary")
    record Part(
            AffairPart.Kind kind,
            AffairPart.@Nullable Way way,
            LocalDate on,
            String organName,
            String text,
            String reference) {}

    @Schema(name = "AffairList")
    record Entries(long total, int page, int size, List<Entry> affairs) {}

    @GetMapping
    @Operation(summary = "Lists what organs have announced", description = "The latest published first.")
    @ApiResponse(responseCode = "200", description = "a page of the list, perhaps empty")
    Entries list(
            @Parameter(description = "CONCERN, CONFERENCE, INTERVIEW, CONSULTATION or RATING")
                    @RequestParam(required = false)
                    @Nullable
                    AffairKind kind,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "20") int size) {
        if (size < 1 || size > LARGEST || page < 1 || page > Paging.LAST) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "size is 1 to 100, page from 1");
        }
        List<AffairKind> kinds = kind == null ? List.of(AffairKind.values()) : List.of(kind);
        return new Entries(
                table.count(kinds),
                page,
                size,
                table.published(kinds, (page - 1) * size, size).stream()
                        .map(this::entry)
                        .toList());
    }

    @GetMapping("/{id}")
    @Operation(summary = "Gives one of them")
    @ApiResponse(responseCode = "200", description = "what was announced, with what was added to it")
    @ApiResponse(responseCode = "404", description = "nothing of this number is published")
    Entry affair(@PathVariable long id) {
        return affairs.published(id)
                .map(this::entry)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Entry entry(Affair affair) {
        return new Entry(
                affair.id(),
                site.url() + affair.href(),
                affair.kind(),
                affair.title(),
                affair.content().about(),
                affair.organ().value(),
                affair.organName(),
                affair.content().startsOn(),
                affair.content().endsOn(),
                java.util.Objects.requireNonNull(affair.publishedAt()),
                parts.released(affair.id()).stream()
                        .map(part -> new Part(
                                part.kind(), part.way(), part.on(), part.organName(), part.text(), part.reference()))
                        .toList());
    }
}
