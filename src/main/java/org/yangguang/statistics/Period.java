package org.yangguang.statistics;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A year ({@code 2016}), a quarter ({@code 2016-Q1}) or a month ({@code 2016-03}) of statistics.
 *
 * @param code as it is written in addresses and files
 * @param from first day
 * @param until last day
 */
public record Period(String code, LocalDate from, LocalDate until) {

    private static final Pattern CODE = Pattern.compile("((?:19|20|21)\\d{2})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?");

    public static Period year(int year) {
        return parse(String.valueOf(year)).orElseThrow();
    }

    /** Empty when the text is no period. */
    public static Optional<Period> parse(String code) {
        Matcher parts = CODE.matcher(code);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(parts.group(1));
        if (parts.group(2) != null) {
            int last = Integer.parseInt(parts.group(2)) * 3;
            return Optional.of(new Period(
                    code,
                    LocalDate.of(year, last - 2, 1),
                    YearMonth.of(year, last).atEndOfMonth()));
        }
        if (parts.group(3) != null) {
            YearMonth month = YearMonth.of(year, Integer.parseInt(parts.group(3)));
            return Optional.of(new Period(code, month.atDay(1), month.atEndOfMonth()));
        }
        return Optional.of(new Period(code, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)));
    }

    public int year() {
        return from.getYear();
    }

    public boolean isYear() {
        return code.length() == 4;
    }

    /** The period of the same length right before this one. */
    public Period before() {
        LocalDate last = from.minusDays(1);
        if (isYear()) {
            return year(last.getYear());
        }
        String part =
                code.contains("Q") ? "Q" + (last.getMonthValue() + 2) / 3 : "%02d".formatted(last.getMonthValue());
        return parse(last.getYear() + "-" + part).orElseThrow();
    }

    /** The period of the same length right after this one. */
    public Period after() {
        LocalDate next = until.plusDays(1);
        if (isYear()) {
            return year(next.getYear());
        }
        String part =
                code.contains("Q") ? "Q" + (next.getMonthValue() + 2) / 3 : "%02d".formatted(next.getMonthValue());
        return parse(next.getYear() + "-" + part).orElseThrow();
    }

    @Override
    public String toString() {
        return code;
    }
}
