package org.yangguang.audit.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.yangguang.audit.AuditEntry;

/** An entry as the page shows it; @param at in the zone of the site */
public record AuditRow(AuditEntry entry, String at) {

    private static final int SHORT = 8;

    /** Where all entries about the same record are listed. */
    public String sameSubject() {
        return "/console/audit?subject=" + URLEncoder.encode(entry.subject(), StandardCharsets.UTF_8);
    }

    public String change() {
        return full(entry.before()) + " → " + full(entry.after());
    }

    public String shortChange() {
        return entry.before() == null && entry.after() == null
                ? ""
                : shortened(full(entry.before())) + " → " + shortened(full(entry.after()));
    }

    public String shortHash() {
        return shortened(entry.hash());
    }

    private static String full(@Nullable String hash) {
        return hash == null ? "–" : hash;
    }

    private static String shortened(String hash) {
        return hash.length() <= SHORT ? hash : hash.substring(0, SHORT);
    }
}
