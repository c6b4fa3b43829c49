package org.yangguang.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which entries somebody wants to see; what is null is not asked for.
 *
 * @param actor exact
 * @param action exact or, with a dot at its end, the beginning: {@code edition.}
 * @param subject exact
 * @param from not before
 * @param until before
 * @param before only entries before this place in the chain
 */
public record AuditFilter(
        @Nullable String actor,
        @Nullable String action,
        @Nullable String subject,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable Long before) {

    /** SQL conditions with the value of their one parameter. */
    public Map<String, Object> conditions() {
        Map<String, Object> conditions = new LinkedHashMap<>();
        put(conditions, "actor = ?", actor);
        put(conditions, action != null && action.endsWith(".") ? "starts_with(action, ?)" : "action = ?", action);
        put(conditions, "subject = ?", subject);
        put(conditions, "at >= ?", from == null ? null : from.atOffset(ZoneOffset.UTC));
        put(conditions, "at < ?", until == null ? null : until.atOffset(ZoneOffset.UTC));
        put(conditions, "seq < ?", before);
        return conditions;
    }

    private static void put(Map<String, Object> conditions, String condition, @Nullable Object value) {
        if (value != null) {
            conditions.put(condition, value);
        }
    }
}
