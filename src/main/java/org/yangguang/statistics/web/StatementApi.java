package org.yangguang.statistics.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.yangguang.organ.Organ;
import org.yangguang.organ.Organs;
import org.yangguang.site.SiteIdentity;
import org.yangguang.statistics.Cell;
import org.yangguang.statistics.Row;
import org.yangguang.statistics.Scheme;
import org.yangguang.statistics.Statement;
import org.yangguang.statistics.StatementKey;
import org.yangguang.statistics.StatementPicture;
import org.yangguang.statistics.StatementState;
import org.yangguang.statistics.Statements;

/** Frozen statements for machines. */
@RestController
@Tag(name = "statements", description = "Frozen statistical statements")
class StatementApi {

    private static final int MOST = 2_000;

    private final Statements statements;
    private final StatementAddress address;
    private final Organs organs;
    private final SiteIdentity site;

    StatementApi(Statements statements, StatementAddress address, Organs organs, SiteIdentity site) {
        this.statements = statements;
        this.address = address;
        this.organs = organs;
        this.site = site;
    }

    /** The list of statements. */
    @Schema(name = "StatementList")
    record Entries(long total, List<Entry> items) {}

    /** A frozen statement. */
    @Schema(name = "StatementEntry")
    record Entry(
            long organ,
            String organName,

            @Schema(description = "the form: 2014, 2019, 2021 or a local one")
            String scheme,

            @Schema(description = "a year, 2016; a quarter, 2016-Q1; or a month, 2016-03")
            String period,

            @Schema(description = "organ: the organ alone; subtree: with all below it")
            String coverage,

            @Schema(description = "SM3 over its figures") @Nullable
            String hash,

            @Schema(description = "its public page") String url) {}

    /** A statement with its figures. */
    @Schema(name = "StatementFigures")
    record Whole(Entry statement, String form, String basis, List<Figure> figures) {}

    /** One figure. */
    @Schema(name = "StatementFigure")
    record Figure(
            String table,
            String row,
            String column,
            String label,
            String unit,

            @Schema(description = "flow: adds up over periods; stock: a level, never added up")
            String kind,

            @Schema(description = "null when there is none; that is not zero") @Nullable
            BigDecimal value) {}

    @GetMapping(path = "/api/v1/statements", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Lists frozen statements", description = "The newest period first.")
    @ApiResponse(responseCode = "200", description = "the list, perhaps empty")
    Entries list() {
        List<Entry> items = statements.frozen(MOST).stream().map(this::entry).toList();
        return new Entries(items.size(), items);
    }

    @GetMapping(
            path = "/api/v1/statements/{id}/{scheme}/{period}/{coverage}",
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "A frozen statement with its figures")
    @ApiResponse(responseCode = "200", description = "the statement")
    @ApiResponse(responseCode = "404", description = "there is none, or it is not frozen")
    Whole statement(
            @Parameter(description = "id of the organ") @PathVariable("id") long organ,
            @PathVariable String scheme,
            @PathVariable String period,
            @Parameter(description = "organ or subtree") @PathVariable String coverage) {
        StatementPicture picture = frozen(statements, address.of(organ, scheme, period, coverage));
        Scheme form = picture.scheme();
        return new Whole(
                entry(picture.statement().orElseThrow()),
                form.name().zh(),
                form.basis(),
                form.cells().stream().map(cell -> figure(picture, cell)).toList());
    }

    /** The statement when everybody may read it. */
    static StatementPicture frozen(Statements statements, StatementKey key) {
        if (statements
                .find(key)
                .filter(each -> each.state() == StatementState.FROZEN)
                .isEmpty()) {
            throw StatementAddress.missing();
        }
        return statements.picture(key).orElseThrow(StatementAddress::missing);
    }

    private Entry entry(Statement statement) {
        StatementKey key = statement.key();
        return new Entry(
                key.organ().value(),
                organs.find(key.organ()).map(Organ::name).orElse(""),
                key.scheme(),
                key.period().code(),
                key.coverage().name().toLowerCase(java.util.Locale.ROOT),
                statement.contentHash(),
                site.url() + publicHref(key));
    }

    static String publicHref(StatementKey key) {
        return key.href().replace("/console/statements/", "/statistics/");
    }

    private static Figure figure(StatementPicture picture, Cell cell) {
        Row row = picture.scheme().row(cell).orElseThrow();
        return new Figure(
                cell.table(),
                cell.row(),
                cell.column(),
                row.label().zh(),
                row.unit(),
                row.kind().name().toLowerCase(java.util.Locale.ROOT),
                picture.figures().at(cell).orElse(null));
    }
}
