package org.yangguang.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an editor types about a column. */
public record ColumnDraft(
        String name,
        @Nullable String nameEn,
        Column.Type type,
        @Nullable Integer intervalDays,
        String description,
        List<String> keywords) {}
