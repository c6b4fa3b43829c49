package org.yangguang.audit.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.yangguang.audit.AuditFilter;

/** What was typed into the form above the entries; what cannot be understood is not searched for. */
public record SearchForm(
        @Nullable String actor,
        @Nullable String action,
        @Nullable String subject,
        @Nullable String from,
        @Nullable String until,
        @Nullable String before,
        @Nullable String expect) {

    AuditFilter filter(ZoneId zone) {
        LocalDate last = date(until);
        return new AuditFilter(
                word(actor),
                word(action),
                word(subject),
                start(date(from), zone),
                start(last == null ? null : last.plusDays(1), zone),
                before != null && before.matches("\\d{1,18}") ? Long.valueOf(before) : null);
    }

    /** The address of the page of older entries for the same search. */
    public String olderThan(long seq) {
        StringBuilder address = new StringBuilder("/console/audit?before=").append(seq);
        add(address, "actor", actor);
        add(address, "action", action);
        add(address, "subject", subject);
        add(address, "from", from);
        add(address, "until", until);
        return address.toString();
    }

    public String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    String expectText() {
        return text(expect);
    }

    private static void add(StringBuilder address, String name, @Nullable String value) {
        if (word(value) != null) {
            address.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }

    private static @Nullable Instant start(@Nullable LocalDate day, ZoneId zone) {
        return day == null ? null : day.atStartOfDay(zone).toInstant();
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        try {
            LocalDate date = text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
            return date == null || date.getYear() < 1 || date.getYear() > 9999 ? null : date;
        } catch (DateTimeException notADate) {
            return null;
        }
    }

    private static @Nullable String word(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
