package org.yangguang.calendar.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yangguang.calendar.ArrangedDay;

/**
 * The days that the State Council's yearly notices on holiday arrangements (节假日安排) name, as off or as worked.
 *
 * <p>Read from a file of {@code date,kind,name,arrangement_year}, one day a line in order. The New Year of an arrangement may
 * reach into the last days of the year before.
 */
public final class Arrangement {

    static final String HEADER = "date,kind,name,arrangement_year";
    /** A New Year's holiday of three days can begin or be made up for from here on. */
    private static final int NEW_YEAR_REACHES_BACK = 3;

    private final NavigableMap<LocalDate, ArrangedDay> days;
    private final int lastYear;

    private Arrangement(Collection<ArrangedDay> all) {
        days = new TreeMap<>();
        all.forEach(day -> days.put(day.date(), day));
        lastYear = all.stream().mapToInt(ArrangedDay::year).max().orElseThrow();
    }

    /** What the notices say of a day; null when they say nothing. */
    public @Nullable ArrangedDay on(LocalDate day) {
        return days.get(day);
    }

    /** All days that are named, in order. */
    public List<ArrangedDay> days() {
        return List.copyOf(days.values());
    }

    /** The last year whose arrangement is known. */
    public int lastYear() {
        return lastYear;
    }

    /** The first day that a notice still to come may change. */
    public LocalDate firstUncertainDay() {
        return LocalDate.of(lastYear + 1, 1, 1).minusDays(NEW_YEAR_REACHES_BACK);
    }

    /** This arrangement with whole years replaced or added. */
    Arrangement with(Map<Integer, List<ArrangedDay>> years) {
        if (years.isEmpty()) {
            return this;
        }
        List<ArrangedDay> all = new ArrayList<>(days.values());
        all.removeIf(day -> years.containsKey(day.year()));
        years.values().forEach(all::addAll);
        return new Arrangement(all);
    }

    static boolean belongs(LocalDate date, int year) {
        return date.getYear() == year
                || date.getYear() == year - 1
                        && date.plusDays(NEW_YEAR_REACHES_BACK).getYear() == year;
    }

    /** @throws MalformedArrangement naming the first line that cannot be understood, and why */
    public static Arrangement read(String file, Reader source) throws IOException {
        BufferedReader lines = new BufferedReader(source);
        String header = lines.readLine();
        if (!HEADER.equals(header)) {
            throw new MalformedArrangement(file, 1, "the first line must be \"" + HEADER + "\"");
        }
        List<ArrangedDay> days = new ArrayList<>();
        NavigableSet<Integer> years = new TreeSet<>();
        LocalDate previous = LocalDate.MIN;
        int number = 1;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            ArrangedDay read = parse(file, number, line);
            if (!read.date().isAfter(previous)) {
                throw new MalformedArrangement(file, number, read.date() + " does not come after " + previous);
            }
            if (!years.isEmpty() && read.year() > years.last() + 1) {
                throw new MalformedArrangement(
                        file, number, "the arrangement of " + (years.last() + 1) + " is missing before this line");
            }
            previous = read.date();
            years.add(read.year());
            days.add(read);
        }
        if (years.isEmpty() || years.first() != 2007) {
            throw new MalformedArrangement(file, number, "the arrangements must begin with the year 2007");
        }
        return new Arrangement(days);
    }

    private static ArrangedDay parse(String file, int number, String text) {
        String[] fields = text.split(",", -1);
        if (fields.length != 4) {
            throw new MalformedArrangement(file, number, "there are " + fields.length + " fields instead of 4");
        }
        LocalDate date = date(file, number, fields[0]);
        ArrangedDay.Kind kind =
                switch (fields[1]) {
                    case "off" -> ArrangedDay.Kind.OFF;
                    case "work" -> ArrangedDay.Kind.WORK;
                    default ->
                        throw new MalformedArrangement(
                                file, number, "\"" + fields[1] + "\" is neither \"off\" nor \"work\"");
                };
        if (fields[2].isBlank()) {
            throw new MalformedArrangement(file, number, "the name of the holiday is missing");
        }
        if (!fields[3].matches("\\d{4}")) {
            throw new MalformedArrangement(file, number, "\"" + fields[3] + "\" is not a year");
        }
        int year = Integer.parseInt(fields[3]);
        if (!belongs(date, year)) {
            throw new MalformedArrangement(file, number, date + " cannot belong to the arrangement of " + year);
        }
        return new ArrangedDay(date, kind, fields[2], year);
    }

    private static LocalDate date(String file, int number, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new MalformedArrangement(file, number, "\"" + text + "\" is not a date");
        }
    }
}
