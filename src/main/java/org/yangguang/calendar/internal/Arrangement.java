package org.yangguang.calendar.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * The days that the State Council's yearly notices on holiday arrangements (节假日安排) name, as off or as worked.
 *
 * <p>Read from a file of {@code date,kind,name,arrangement_year}, one day a line in order. The New Year of an arrangement may
 * reach into the last days of the year before.
 */
public final class Arrangement {

    /** What the notices say of a day. */
    public enum Kind {
        OFF,
        WORK,
        NOTHING_SAID
    }

    private static final String HEADER = "date,kind,name,arrangement_year";
    /** A New Year's holiday of three days can begin or be made up for from here on. */
    private static final int NEW_YEAR_REACHES_BACK = 3;

    private final Map<LocalDate, Kind> days;
    private final int lastYear;

    private Arrangement(Map<LocalDate, Kind> days, int lastYear) {
        this.days = days;
        this.lastYear = lastYear;
    }

    public Kind on(LocalDate day) {
        return days.getOrDefault(day, Kind.NOTHING_SAID);
    }

    /** The first day that a notice still to come may change. */
    public LocalDate firstUncertainDay() {
        return LocalDate.of(lastYear + 1, 1, 1).minusDays(NEW_YEAR_REACHES_BACK);
    }

    /** @throws MalformedArrangement naming the first line that cannot be understood, and why */
    public static Arrangement read(String file, Reader source) throws IOException {
        BufferedReader lines = new BufferedReader(source);
        String header = lines.readLine();
        if (!HEADER.equals(header)) {
            throw new MalformedArrangement(file, 1, "the first line must be \"" + HEADER + "\"");
        }
        Map<LocalDate, Kind> days = new HashMap<>();
        NavigableSet<Integer> years = new TreeSet<>();
        LocalDate previous = LocalDate.MIN;
        int number = 1;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            Line read = Line.parse(file, number, line);
            if (!read.date().isAfter(previous)) {
                throw new MalformedArrangement(file, number, read.date() + " does not come after " + previous);
            }
            if (!years.isEmpty() && read.year() > years.last() + 1) {
                throw new MalformedArrangement(
                        file, number, "the arrangement of " + (years.last() + 1) + " is missing before this line");
            }
            previous = read.date();
            years.add(read.year());
            days.put(read.date(), read.kind());
        }
        if (years.isEmpty() || years.first() != 2007) {
            throw new MalformedArrangement(file, number, "the arrangements must begin with the year 2007");
        }
        return new Arrangement(Map.copyOf(days), years.last());
    }

    private record Line(LocalDate date, Kind kind, int year) {

        static Line parse(String file, int number, String text) {
            String[] fields = text.split(",", -1);
            if (fields.length != 4) {
                throw new MalformedArrangement(file, number, "there are " + fields.length + " fields instead of 4");
            }
            LocalDate date = date(file, number, fields[0]);
            Kind kind =
                    switch (fields[1]) {
                        case "off" -> Kind.OFF;
                        case "work" -> Kind.WORK;
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
            boolean reachesBack = date.plusDays(NEW_YEAR_REACHES_BACK).getYear() == year;
            if (date.getYear() != year && !reachesBack) {
                throw new MalformedArrangement(file, number, date + " cannot belong to the arrangement of " + year);
            }
            return new Line(date, kind, year);
        }

        private static LocalDate date(String file, int number, String text) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException e) {
                throw new MalformedArrangement(file, number, "\"" + text + "\" is not a date");
            }
        }
    }
}
