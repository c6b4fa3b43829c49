package org.yangguang.disclosure.internal;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yangguang.catalogue.ColumnId;
import org.yangguang.disclosure.Validity;
import org.yangguang.organ.OrganId;

/**
 * Which published items a list shows. What is null does not filter.
 *
 * @param columns a column and all below it
 * @param year year of formation
 * @param from first day of formation
 * @param to last day of formation
 * @param normative only normative documents
 */
public record ItemFilter(
        @Nullable OrganId organ,
        @Nullable Set<ColumnId> columns,
        @Nullable String subject,
        @Nullable String genre,
        @Nullable Integer year,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Normative normative) {

    public static final ItemFilter NONE = new ItemFilter(null, null, null, null, null, null, null, null);

    public static ItemFilter of(OrganId organ) {
        return new ItemFilter(organ, null, null, null, null, null, null, null);
    }

    /** @param validity only those with this validity; null for all normative documents (规范性文件) */
    public record Normative(@Nullable Validity validity) {}

    public ItemFilter normative(@Nullable Validity validity) {
        return new ItemFilter(organ, columns, subject, genre, year, from, to, new Normative(validity));
    }

    /** What items are counted by. */
    public enum Dimension {
        ORGAN("organ_id"),
        COLUMN("column_id"),
        SUBJECT("subject_code"),
        GENRE("genre_code"),
        YEAR("year");

        final String column;

        Dimension(String column) {
            this.column = column;
        }
    }

    /** The same filter without what it says of {@code dimension}. */
    public ItemFilter without(Dimension dimension) {
        return new ItemFilter(
                dimension == Dimension.ORGAN ? null : organ,
                dimension == Dimension.COLUMN ? null : columns,
                dimension == Dimension.SUBJECT ? null : subject,
                dimension == Dimension.GENRE ? null : genre,
                dimension == Dimension.YEAR ? null : year,
                from,
                to,
                normative);
    }

    @Nullable
    Long[] columnValues() {
        return columns == null
                ? new Long[0]
                : columns.stream()
                        .map(ColumnId::value)
                        .sorted()
                        .collect(Collectors.toList())
                        .toArray(Long[]::new);
    }

    /** First day of formation that passes, of the year and of {@link #from}. */
    @Nullable
    LocalDate first() {
        LocalDate start = year == null ? null : LocalDate.of(year, 1, 1);
        return start == null || (from != null && from.isAfter(start)) ? from : start;
    }

    /** Last day of formation that passes. */
    @Nullable
    LocalDate last() {
        LocalDate end = year == null ? null : LocalDate.of(year, 12, 31);
        return end == null || (to != null && to.isBefore(end)) ? to : end;
    }
}
