package org.yangguang.disclosure.web;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yangguang.catalogue.ColumnId;
import org.yangguang.disclosure.internal.NamedItems;
import org.yangguang.platform.PlatformProperties;
import org.yangguang.visit.Visits;

/** What people look for: the items most visited of late, shown only where the office shows its numbers. */
@Component
class PopularItems {

    private static final int LOOKED_AT = 300;

    private final Visits visits;
    private final NamedItems items;
    private final PlatformProperties platform;

    PopularItems(Visits visits, NamedItems items, PlatformProperties platform) {
        this.visits = visits;
        this.items = items;
        this.platform = platform;
    }

    /** @param columns only items filed in one of these; empty for all */
    List<ItemRow> rows(Set<ColumnId> columns, int limit) {
        if (!visits.shown()) {
            return List.of();
        }
        List<String> pages = visits.popular("/items/", LOOKED_AT).stream()
                .map(Visits.Visited::path)
                .toList();
        return items.ofPages(pages).stream()
                .filter(item -> columns.isEmpty() || columns.contains(item.column()))
                .limit(limit)
                .map(item -> ItemRow.of(item, platform.zone()))
                .toList();
    }
}
