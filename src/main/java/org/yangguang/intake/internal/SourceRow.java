package org.yangguang.intake.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yangguang.disclosure.BulkLoad.Attached;
import org.yangguang.disclosure.Reason;
import org.yangguang.intake.Field;

/** What a row says, before anybody has judged it. */
final class SourceRow {

    final long number;
    final Map<Field, String> values = new EnumMap<>(Field.class);
    final List<Reason> refusals = new ArrayList<>();
    final List<Reason> warnings = new ArrayList<>();
    final List<Attached> attachments = new ArrayList<>();
    /** The body as safe HTML where the source has made it; null to make it of {@link Field#BODY}. */
    @Nullable
    String html;

    SourceRow(long number) {
        this.number = number;
    }

    /** The value, without blanks at its ends; empty where there is none. */
    String value(Field field) {
        return values.getOrDefault(field, "").strip();
    }

    void put(Field field, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            values.putIfAbsent(field, value.strip());
        }
    }
}
