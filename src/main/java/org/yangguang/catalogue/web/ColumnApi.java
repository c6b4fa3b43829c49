package org.yangguang.catalogue.web;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yangguang.catalogue.Catalogue;
import org.yangguang.catalogue.Column;
import org.yangguang.site.BadParameters;
import org.yangguang.site.SiteIdentity;

/** The columns in use, for other programs. */
@RestController
class ColumnApi {

    private static final int LARGEST = 500;

    private final Catalogue catalogue;
    private final SiteIdentity site;

    ColumnApi(Catalogue catalogue, SiteIdentity site) {
        this.catalogue = catalogue;
        this.site = site;
    }

    /** A page of a list, as all lists of the interface are. */
    record Listing(int total, int page, int size, List<Entry> items) {}

    /**
     * A column.
     *
     * @param parent code of the column above; null for the five heads
     * @param article20 number of the item of Article 20 which it serves
     */
    record Entry(
            long id,
            String code,
            String name,
            @Nullable String nameEn,
            Column.Head head,
            @Nullable String parent,
            @Nullable Integer article20,
            Column.@Nullable Level article21,
            Column.Type type,
            @Nullable Integer intervalDays,
            String description,
            String url) {}

    /** Columns in tree order, a parent before its children; {@code page} counts from 1. */
    @Operation(
            tags = "columns",
            summary = "Lists the columns of the catalogue",
            description = "In the order of the tree, a parent before its children.")
    @GetMapping("/api/v1/columns")
    Listing columns(@RequestParam(defaultValue = "1") int page, @RequestParam(defaultValue = "100") int size) {
        List<BadParameters.Error> errors = new java.util.ArrayList<>();
        if (page < 1) {
            errors.add(new BadParameters.Error("page", "must be 1 or more"));
        }
        if (size < 1 || size > LARGEST) {
            errors.add(new BadParameters.Error("size", "must be from 1 to " + LARGEST));
        }
        if (!errors.isEmpty()) {
            throw new BadParameters(errors);
        }
        List<Column> all = catalogue.columns();
        long from = Math.min((page - 1L) * size, all.size());
        List<Entry> items = all.stream().skip(from).limit(size).map(this::entry).toList();
        return new Listing(all.size(), page, size, items);
    }

    private Entry entry(Column column) {
        String parent = column.parent() == null
                ? null
                : catalogue.column(column.parent()).map(Column::code).orElse(null);
        return new Entry(
                column.id().value(),
                column.code(),
                column.name(),
                column.nameEn(),
                column.head(),
                parent,
                column.article20(),
                column.article21(),
                column.type(),
                column.intervalDays(),
                column.description(),
                site.url() + "/columns/" + column.code());
    }
}
