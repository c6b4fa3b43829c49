package org.yangguang.calendar.web;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** A calendar of whole days in the format of RFC 5545: lines end in CR LF, none is longer than 75 octets, no character is torn apart. */
final class ICalendar {

    private static final int LONGEST_LINE = 75;
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private final StringBuilder text = new StringBuilder();
    private final String domain;

    ICalendar(String name, String domain) {
        this.domain = domain.isBlank() ? "localhost" : domain;
        line("BEGIN:VCALENDAR");
        line("VERSION:2.0");
        line("PRODID:-//Yangguang//Working days//ZH");
        line("CALSCALE:GREGORIAN");
        line("METHOD:PUBLISH");
        line("X-WR-CALNAME:" + escaped(name));
        line("REFRESH-INTERVAL;VALUE=DURATION:P1W");
    }

    /**
     * Adds an event.
     *
     * @param stamp day from which it is known: the same event is always written the same way
     * @param last its last day, which RFC 5545 writes as the day after
     */
    void allDay(String id, LocalDate stamp, LocalDate first, LocalDate last, String summary, boolean confirmed) {
        line("BEGIN:VEVENT");
        line("UID:" + id + "@" + domain);
        line("DTSTAMP:" + DAY.format(stamp) + "T000000Z");
        line("DTSTART;VALUE=DATE:" + DAY.format(first));
        line("DTEND;VALUE=DATE:" + DAY.format(last.plusDays(1)));
        line("SUMMARY:" + escaped(summary));
        line("STATUS:" + (confirmed ? "CONFIRMED" : "TENTATIVE"));
        line("TRANSP:TRANSPARENT");
        line("END:VEVENT");
    }

    String text() {
        return text + "END:VCALENDAR\r\n";
    }

    private void line(String content) {
        int octets = 0;
        for (int at = 0; at < content.length(); ) {
            String character = Character.toString(content.codePointAt(at));
            int size = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LONGEST_LINE) {
                text.append("\r\n ");
                octets = 1;
            }
            text.append(character);
            octets += size;
            at += character.length();
        }
        text.append("\r\n");
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
    }
}
