package org.yangguang.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yangguang.audit.AuditTrail;
import org.yangguang.calendar.internal.ArrangementTable;
import org.yangguang.calendar.internal.CurrentArrangement;
import org.yangguang.calendar.internal.YearFile;
import org.yangguang.platform.Jobs;

/**
 * The years whose holiday arrangement is known, and the import of a newly announced one. What is imported stands in place of what came with the
 * program; all nodes follow within a second.
 */
@Service
public class CalendarYears {

    /** The job that tells of an import after it was committed, wherever it was made. */
    static final String ANNOUNCE = "calendar.announce";

    private final CurrentArrangement current;
    private final ArrangementTable table;
    private final AuditTrail audit;
    private final Jobs jobs;
    private final ApplicationEventPublisher events;
    private final java.time.Clock clock;

    CalendarYears(
            CurrentArrangement current,
            ArrangementTable table,
            AuditTrail audit,
            Jobs jobs,
            ApplicationEventPublisher events,
            java.time.Clock clock) {
        this.current = current;
        this.table = table;
        this.audit = audit;
        this.jobs = jobs;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A year whose arrangement is known.
     *
     * @param imported who imported it, when and from which document; null when it came with the program
     */
    public record Year(
            int year, List<ArrangedDay> days, @Nullable Imported imported) {}

    public record Imported(String source, String by, Instant at) {}

    /** One thing that is wrong with a file; {@code key} is a message key with {@code arguments}, line 0 is the whole file. */
    public record Problem(int line, String key, List<String> arguments) {}

    /** What an import did, or would do. */
    public sealed interface Result {

        /** All that is wrong; nothing was changed. */
        record Refused(List<Problem> problems) implements Result {}

        /** @param added days that say something new, {@code removed} days that no longer stand */
        record Accepted(int year, List<ArrangedDay> added, List<ArrangedDay> removed) implements Result {}
    }

    /** All known years, the last one first. */
    public List<Year> all() {
        Map<Integer, Imported> imported = table.imported();
        Map<Integer, List<ArrangedDay>> years = new TreeMap<>((one, other) -> Integer.compare(other, one));
        current.get().days().forEach(day -> years.computeIfAbsent(day.year(), year -> new ArrayList<>())
                .add(day));
        return years.entrySet().stream()
                .map(year -> new Year(year.getKey(), year.getValue(), imported.get(year.getKey())))
                .toList();
    }

    /** The arrangement of a year, empty when it is not known. */
    public List<ArrangedDay> of(int year) {
        return current.get().days().stream().filter(day -> day.year() == year).toList();
    }

    /** What {@link #importYear} would do. */
    public Result examine(String csv, String source) {
        YearFile file = YearFile.read(csv);
        List<Problem> problems = new ArrayList<>(file.problems());
        if (source.isBlank()) {
            problems.add(new Problem(0, "calendar.import.source.missing", List.of()));
        }
        if (file.problems().isEmpty()) {
            problems.addAll(file.against(current.get().days()));
        }
        if (!problems.isEmpty()) {
            return new Result.Refused(List.copyOf(problems));
        }
        List<ArrangedDay> before = of(file.year());
        List<ArrangedDay> added =
                file.days().stream().filter(day -> !before.contains(day)).toList();
        List<ArrangedDay> removed =
                before.stream().filter(day -> !file.days().contains(day)).toList();
        return added.isEmpty() && removed.isEmpty()
                ? new Result.Refused(
                        List.of(new Problem(0, "calendar.import.unchanged", List.of(String.valueOf(file.year())))))
                : new Result.Accepted(file.year(), added, removed);
    }

    /**
     * Takes over the arrangement of one year.
     *
     * @param csv {@code date,kind,name,arrangement_year} with the days of that year in order
     * @param source the notice it was taken from, with its document number
     * @param by who imports it
     */
    @Transactional
    public Result importYear(String csv, String source, String by) {
        table.lock();
        Result result = examine(csv, source);
        if (result instanceof Result.Accepted accepted) {
            List<ArrangedDay> before = of(accepted.year());
            List<ArrangedDay> days = YearFile.read(csv).days();
            table.replace(accepted.year(), days, new Imported(source.strip(), by, clock.instant()));
            current.changing();
            jobs.at(clock.instant(), ANNOUNCE, String.valueOf(accepted.year()));
            audit.record(
                    "calendar.year-imported",
                    "calendar.year:" + accepted.year(),
                    before.isEmpty() ? null : text(before),
                    text(days) + "\n" + source.strip());
        }
        return result;
    }

    /** Tells whoever keeps deadlines that they must be computed anew. */
    @Transactional
    public void announce(int year) {
        events.publishEvent(new CalendarYearImported(year));
    }

    private static String text(List<ArrangedDay> days) {
        return days.stream().map(ArrangedDay::line).collect(Collectors.joining("\n"));
    }
}
