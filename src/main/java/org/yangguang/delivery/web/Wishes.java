package org.yangguang.delivery.web;

import org.jspecify.annotations.Nullable;
import org.yangguang.site.ReadingView;

/** What the headers of a request ask for. One that cannot be read asks for nothing. */
final class Wishes {

    static final String LANGUAGE = "lang";
    static final String VIEW = ReadingView.COOKIE;

    private Wishes() {}

    /** Empty for any kind of answer; null for a wish that is left to the program. */
    static @Nullable String kind(@Nullable String accept) {
        if (accept == null || accept.isBlank() || accept.contains("*/*")) {
            return "";
        }
        return accept.equals("application/json") || accept.equals("text/html") ? accept : null;
    }

    /**
     * @param cookie value of the cookie; empty when there is none
     * @return {@code zh-CN} or {@code en}
     */
    static String language(String cookie) {
        return cookie.equals("en") || cookie.startsWith("en-") ? "en" : "zh-CN";
    }

    /**
     * @param cookie value of the cookie; empty when there is none
     * @return one of the nine views
     */
    static String view(String cookie) {
        return cookie.isEmpty() ? "" : ReadingView.parse(cookie).key();
    }

    static boolean gzip(@Nullable String header) {
        if (header == null) {
            return false;
        }
        if (header.startsWith("gzip, ") || header.equals("gzip")) {
            return true;
        }
        for (String part : header.split(",", 20)) {
            String coding = part.strip();
            if (coding.regionMatches(true, 0, "gzip", 0, 4)) {
                String rest = coding.substring(4).replace(" ", "");
                return rest.isEmpty() || rest.startsWith(";") && !rest.matches("(?i);q=0(\\.0*)?");
            }
        }
        return false;
    }

    static boolean matches(@Nullable String header, String... tags) {
        if (header == null) {
            return false;
        }
        if (header.strip().equals("*")) {
            return true;
        }
        for (String tag : tags) {
            if (header.contains(tag)) {
                return true;
            }
        }
        return false;
    }
}
