package org.yangguang.calendar.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yangguang.calendar.ArrangedDay;
import org.yangguang.calendar.CalendarYears.Problem;

/**
 * The arrangement of one year as somebody typed or pasted it, with everything that is wrong with it.
 *
 * @param year 0 when there is none
 */
public record YearFile(int year, List<ArrangedDay> days, List<Problem> problems) {

    /** No year has had fewer days off by name. */
    private static final int FEWEST_OFF = 10;

    public static YearFile read(String csv) {
        List<Problem> problems = new ArrayList<>();
        List<ArrangedDay> days = new ArrayList<>();
        List<String> lines =
                csv.strip().replace("\uFEFF", "").lines().map(String::strip).toList();
        if (lines.isEmpty() || !lines.get(0).equals(Arrangement.HEADER)) {
            problems.add(problem(1, "header", Arrangement.HEADER));
        }
        for (int number = 2; number <= lines.size(); number++) {
            ArrangedDay day = day(number, lines.get(number - 1), problems);
            if (day != null) {
                follow(number, day, days, problems);
            }
        }
        List<Integer> years = days.stream().map(ArrangedDay::year).distinct().toList();
        if (years.size() > 1) {
            problems.add(problem(0, "years", years.stream().map(String::valueOf).collect(Collectors.joining("、"))));
        }
        long off =
                days.stream().filter(day -> day.kind() == ArrangedDay.Kind.OFF).count();
        if (problems.isEmpty() && off < FEWEST_OFF) {
            problems.add(problem(0, "few", String.valueOf(off), String.valueOf(FEWEST_OFF)));
        }
        return new YearFile(years.isEmpty() ? 0 : years.get(0), List.copyOf(days), List.copyOf(problems));
    }

    /** What speaks against it beside the years that are known. */
    public List<Problem> against(List<ArrangedDay> known) {
        List<Problem> problems = new ArrayList<>();
        int last = known.stream().mapToInt(ArrangedDay::year).max().orElse(year - 1);
        if (year > last + 1) {
            problems.add(problem(0, "gap", String.valueOf(last + 1)));
        }
        for (ArrangedDay day : days) {
            known.stream()
                    .filter(other -> other.year() != year && other.date().equals(day.date()))
                    .forEach(other ->
                            problems.add(problem(0, "taken", day.date().toString(), String.valueOf(other.year()))));
        }
        return problems;
    }

    private static void follow(int number, ArrangedDay day, List<ArrangedDay> days, List<Problem> problems) {
        if (!days.isEmpty() && !day.date().isAfter(days.get(days.size() - 1).date())) {
            problems.add(problem(number, "order", day.date().toString()));
        }
        if (!Arrangement.belongs(day.date(), day.year())) {
            problems.add(problem(number, "year", day.date().toString(), String.valueOf(day.year())));
        }
        days.add(day);
    }

    private static @Nullable ArrangedDay day(int number, String line, List<Problem> problems) {
        String[] fields = line.split(",", -1);
        if (fields.length != 4) {
            problems.add(problem(number, "fields", String.valueOf(fields.length)));
            return null;
        }
        int before = problems.size();
        LocalDate date = date(number, fields[0].strip(), problems);
        ArrangedDay.Kind kind =
                switch (fields[1].strip()) {
                    case "off" -> ArrangedDay.Kind.OFF;
                    case "work" -> ArrangedDay.Kind.WORK;
                    default -> null;
                };
        if (kind == null) {
            problems.add(problem(number, "kind", fields[1].strip()));
        }
        String name = fields[2].strip();
        if (name.isEmpty() || name.length() > 40) {
            problems.add(problem(number, "name"));
        }
        if (!fields[3].strip().matches("20(0[7-9]|[1-9]\\d)")) {
            problems.add(problem(number, "not-a-year", fields[3].strip()));
        }
        return problems.size() > before || date == null || kind == null
                ? null
                : new ArrangedDay(date, kind, name, Integer.parseInt(fields[3].strip()));
    }

    private static @Nullable LocalDate date(int number, String text, List<Problem> problems) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            problems.add(problem(number, "date", text));
            return null;
        }
    }

    private static Problem problem(int line, String key, String... arguments) {
        return new Problem(line, "calendar.import." + key, List.of(arguments));
    }
}
