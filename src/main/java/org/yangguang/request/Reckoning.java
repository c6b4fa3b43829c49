package org.yangguang.request;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the clock of a case stands, computed from its events and the calendar.
 *
 * @param start the day from which the period runs: receipt, or receipt of the corrected application; null before there is one
 * @param period working days, with an extension that was told to the applicant
 * @param due last day for the reply; null while no period runs or nobody can know how long it is stopped
 * @param provisional whether holidays that are not announced yet may move it
 * @param stops times that are not counted, in order
 */
public record Reckoning(
        @Nullable LocalDate start, int period, @Nullable LocalDate due, boolean provisional, List<Stop> stops) {

    static final Reckoning NOT_STARTED = new Reckoning(null, 0, null, false, List.of());

    /**
     * Days after {@code from} up to and including {@code until} are not counted.
     *
     * @param until null while it is not known
     * @param assumed whether it ends then only when nobody answers before
     */
    public record Stop(LocalDate from, @Nullable LocalDate until, Why why, boolean assumed) {

        LocalDate end() {
            return until == null ? LocalDate.MAX : until;
        }

        public boolean covers(LocalDate day) {
            return day.isAfter(from) && (until == null || !day.isAfter(until));
        }
    }

    /** Why the clock stops. */
    public enum Why {
        CORRECTION(ReplyPeriod.CORRECTION_ARTICLE),
        THIRD_PARTY(ReplyPeriod.THIRD_PARTY_ARTICLE),
        JOINT_ORGAN(ReplyPeriod.JOINT_ORGAN_ARTICLE),
        FEE(ReplyPeriod.FEE_ARTICLE);

        private final Article article;

        Why(Article article) {
            this.article = article;
        }

        public Article article() {
            return article;
        }
    }

    /** The stop that holds on {@code day}; null when the clock runs. */
    public @Nullable Stop stopOn(LocalDate day) {
        for (Stop stop : stops) {
            if (stop.covers(day)) {
                return stop;
            }
        }
        return null;
    }

    /** The stop that ends last, for lists; null when there is none. Times that end later than others hide none that hold on the same day. */
    public @Nullable Stop longestStop() {
        return stops.stream().max(Comparator.comparing(Stop::end)).orElse(null);
    }

    public boolean overdue(LocalDate today) {
        return due != null && today.isAfter(due);
    }
}
