package org.yangguang.governance;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks of what is typed again and again: a text that must be there and not too long, days in their order. */
final class Terms {

    private Terms() {}

    static void text(List<Reason> reasons, String typed, int longest, String field) {
        if (typed.isBlank() || typed.strip().length() > longest) {
            reasons.add(Reason.of("governance.refused." + field, String.valueOf(longest)));
        }
    }

    static void optional(List<Reason> reasons, String typed, int longest, String field) {
        if (typed.strip().length() > longest) {
            reasons.add(Reason.of("governance.refused." + field, String.valueOf(longest)));
        }
    }

    /** The day must be there. */
    static void day(List<Reason> reasons, @Nullable LocalDate day) {
        if (day == null) {
            reasons.add(Reason.of("governance.refused.day"));
        }
    }

    /** The last day, or the first after the end, must not lie before the first one. */
    static void order(List<Reason> reasons, @Nullable LocalDate from, @Nullable LocalDate until) {
        if (from != null && until != null && until.isBefore(from)) {
            reasons.add(Reason.of("governance.refused.order"));
        }
    }
}
