package org.yangguang.visit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yangguang.audit.AuditTrail;
import org.yangguang.visit.internal.VisitTable;

/** The numbers of visits. They may be half a minute old: counting is gathered in memory, and answers are kept for a while. */
@Service
public class Visits {

    private static final Duration KEPT = Duration.ofSeconds(20);
    private static final int WINDOW = 30;

    private final VisitTable table;
    private final AuditTrail audit;
    private final Clock clock;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();

    private record Answer(Object value, Instant at) {}

    Visits(VisitTable table, AuditTrail audit, Clock clock) {
        this.table = table;
        this.audit = audit;
        this.clock = clock;
    }

    /** A page and how many visitors a day it had, added up. */
    public record Visited(String path, long visits) {}

    /** Visits of the site for each year that has any. */
    @SuppressWarnings("unchecked")
    public SortedMap<Integer, Long> years() {
        return (SortedMap<Integer, Long>) kept("years", table::years);
    }

    /** Visits of the site on each day from {@code first} to {@code last}; days without any are left out. */
    public SortedMap<LocalDate, Long> days(LocalDate first, LocalDate last) {
        return table.days(first, last);
    }

    /**
     * The pages most visited in the thirty days that end with the newest day counted.
     *
     * @param prefix of their paths; {@code /} for all
     */
    @SuppressWarnings("unchecked")
    public List<Visited> popular(String prefix, int limit) {
        return (List<Visited>) kept("popular " + prefix + " " + limit, () -> table.popular(prefix, WINDOW, limit));
    }

    /** Visits of one page, all together. */
    public long of(String path) {
        return (Long) kept("page " + path, () -> table.of(path));
    }

    /** Whether everybody is shown the numbers. */
    public boolean shown() {
        return (Boolean) kept("shown", table::shown);
    }

    /** Shows the numbers on the public site, or no longer; who may do so the page decides. */
    @Transactional
    public void show(boolean shown) {
        boolean before = table.shown();
        if (before != shown) {
            table.show(shown);
            audit.record("visits.shown", "visit.setting", String.valueOf(before), String.valueOf(shown));
            answers.clear();
        }
    }

    /** Adds what was counted elsewhere, such as by a former website. */
    @Transactional
    public void bring(Map<LocalDate, Long> days, Map<LocalDate, Map<String, Long>> pages) {
        table.add(days, pages);
        audit.record("visits.brought", "visit.day", null, days.toString());
        answers.clear();
    }

    private Object kept(String question, Supplier<Object> answer) {
        Instant now = clock.instant();
        if (answers.size() > 5_000) {
            answers.clear();
        }
        return answers.compute(
                        question,
                        (key, before) -> before != null
                                        && before.at().plus(KEPT).isAfter(now)
                                        && !before.at().isAfter(now)
                                ? before
                                : new Answer(answer.get(), now))
                .value();
    }
}
