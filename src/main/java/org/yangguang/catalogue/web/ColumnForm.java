package org.yangguang.catalogue.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yangguang.catalogue.Column;
import org.yangguang.catalogue.ColumnDraft;

/** A column as it is typed; public for the templates. */
public record ColumnForm(
        @Nullable Integer version,
        @Nullable Long parent,
        @Nullable String code,
        @Nullable String name,
        @Nullable String nameEn,
        Column.@Nullable Type type,
        @Nullable String intervalDays,
        @Nullable String description,
        @Nullable String keywords) {

    static ColumnForm of(Column column, int version) {
        return new ColumnForm(
                version,
                column.parent() == null ? null : column.parent().value(),
                column.code(),
                column.name(),
                column.nameEn(),
                column.type(),
                column.intervalDays() == null ? "" : column.intervalDays().toString(),
                column.description(),
                String.join("，", column.keywords()));
    }

    static ColumnForm below(long parent) {
        return new ColumnForm(0, parent, "", "", "", Column.Type.OTHER, "", "", "");
    }

    /** The same words, typed over a newer version. */
    ColumnForm on(int newer) {
        return new ColumnForm(newer, parent, code, name, nameEn, type, intervalDays, description, keywords);
    }

    ColumnDraft draft() {
        return new ColumnDraft(
                text(name),
                nameEn,
                type == null ? Column.Type.OTHER : type,
                interval(),
                text(description),
                List.of(text(keywords).split("[,，、;；\\s]+")));
    }

    /** What is no number becomes one that the rules refuse. */
    private @Nullable Integer interval() {
        String typed = text(intervalDays).strip();
        if (typed.isEmpty()) {
            return null;
        }
        return typed.matches("[0-9]{1,6}") ? Integer.valueOf(typed) : Integer.valueOf(-1);
    }

    public static String text(@Nullable String field) {
        return field == null ? "" : field;
    }
}
