package org.yangguang.intake.internal;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as sheets and old pages write them: 2016-02-18, 2016/2/18, 2016.2.18, 20160218, 2016年2月18日, 二〇一六年二月十八日, each with a
 * time behind it if need be, and the serial numbers of spreadsheets (42418 is 18 February 2016). A day and month without a year, and
 * a date with two readings such as 02/03/2016, are no dates.
 */
final class WrittenDates {

    private static final String TIME = "(?:[T\\s]*(\\d{1,2})[:时](\\d{1,2})(?:[:分](\\d{1,2}))?(?:\\.\\d+)?秒?分?)?";
    private static final Pattern SEPARATED = Pattern.compile("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})" + TIME);
    private static final Pattern CHINESE = Pattern.compile("(\\d{4})年(\\d{1,2})月(\\d{1,2})日?" + TIME);
    private static final Pattern COMPACT = Pattern.compile("((?:19|20)\\d{2})(\\d{2})(\\d{2})");
    private static final Pattern SERIAL = Pattern.compile("([1-9]\\d{4})(?:\\.(\\d+))?");
    private static final Pattern NUMERALS =
            Pattern.compile("([〇○零Oo一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日?");
    private static final String DIGITS = "〇一二三四五六七八九";
    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);
    /** 1 January 1927 and 31 December 2099: what lies outside was hardly meant as a serial number. */
    private static final int FIRST_SERIAL = 9_863;

    private static final int LAST_SERIAL = 73_050;

    private WrittenDates() {}

    /** The day and, where it is written, the time; midnight otherwise. */
    static Optional<LocalDateTime> read(String written, ZoneId zone) {
        String text = Normalizer.normalize(written, Normalizer.Form.NFKC).strip();
        try {
            return parsed(text, zone);
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    /** The last date in Chinese form that stands in a text. */
    static Optional<LocalDate> lastIn(String text) {
        Matcher matcher = Pattern.compile("(\\d{4})年(\\d{1,2})月(\\d{1,2})日").matcher(text);
        LocalDate last = null;
        while (matcher.find()) {
            try {
                last = day(matcher.group(1), matcher.group(2), matcher.group(3));
            } catch (DateTimeException impossible) {
                // another one may stand behind it
            }
        }
        return Optional.ofNullable(last);
    }

    private static Optional<LocalDateTime> parsed(String text, ZoneId zone) {
        if (text.matches("\\d{4}-\\d{2}-\\d{2}T.*(?:Z|[+-]\\d{2}:\\d{2})")) {
            return Optional.of(
                    OffsetDateTime.parse(text).atZoneSameInstant(zone).toLocalDateTime());
        }
        Matcher matcher = SEPARATED.matcher(text);
        if (matcher.matches()) {
            return Optional.of(
                    day(matcher.group(1), matcher.group(3), matcher.group(4)).atTime(time(matcher, 5)));
        }
        matcher = CHINESE.matcher(text.replaceAll("(?<=[年月日])\\s+|\\s+(?=[年月日])", ""));
        if (matcher.matches()) {
            return Optional.of(
                    day(matcher.group(1), matcher.group(2), matcher.group(3)).atTime(time(matcher, 4)));
        }
        matcher = COMPACT.matcher(text);
        if (matcher.matches()) {
            return Optional.of(
                    day(matcher.group(1), matcher.group(2), matcher.group(3)).atStartOfDay());
        }
        matcher = NUMERALS.matcher(text);
        if (matcher.matches()) {
            return Optional.of(LocalDate.of(year(matcher.group(1)), count(matcher.group(2)), count(matcher.group(3)))
                    .atStartOfDay());
        }
        matcher = SERIAL.matcher(text);
        if (matcher.matches()) {
            int serial = Integer.parseInt(matcher.group(1));
            return serial < FIRST_SERIAL || serial > LAST_SERIAL
                    ? Optional.empty()
                    : Optional.of(ofSerial(Double.parseDouble(text), SERIAL_ZERO));
        }
        return Optional.empty();
    }

    /** @param zero the day with the number 0 */
    static LocalDateTime ofSerial(double serial, LocalDate zero) {
        long day = (long) Math.floor(serial);
        return zero.plusDays(day).atStartOfDay().plusSeconds(Math.round((serial - day) * 86_400));
    }

    private static LocalDate day(String year, String month, String day) {
        return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    }

    private static LocalTime time(Matcher matcher, int group) {
        if (matcher.group(group) == null) {
            return LocalTime.MIDNIGHT;
        }
        return LocalTime.of(
                Integer.parseInt(matcher.group(group)),
                Integer.parseInt(matcher.group(group + 1)),
                matcher.group(group + 2) == null ? 0 : Integer.parseInt(matcher.group(group + 2)));
    }

    private static int year(String numerals) {
        int year = 0;
        for (char c : numerals.toCharArray()) {
            year = year * 10 + Math.max(0, DIGITS.indexOf(c));
        }
        return year;
    }

    /** 十八, 二十, 三. */
    private static int count(String numerals) {
        int ten = numerals.indexOf('十');
        if (ten < 0) {
            return numerals.length() == 1 ? DIGITS.indexOf(numerals) : -1;
        }
        int tens = ten == 0 ? 1 : DIGITS.indexOf(numerals.charAt(0));
        int ones = ten == numerals.length() - 1 ? 0 : DIGITS.indexOf(numerals.charAt(ten + 1));
        return tens * 10 + ones;
    }
}
