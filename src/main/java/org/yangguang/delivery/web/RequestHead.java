package org.yangguang.delivery.web;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yangguang.delivery.internal.PageKey;

/**
 * A request for a page, read from the bytes that came in. It understands only what browsers and proxies send when they read a page and
 * have shown nothing of themselves; everything else, and everything that is odd in the least, it leaves to the server, which sees the
 * same bytes. Nothing that it understands means something else to the server (RFC 9112).
 *
 * @param headers values by name in lower case, of those that count
 */
record RequestHead(boolean bodiless, PageKey key, Map<String, String> headers) {

    static final int LONGEST = 4_096;

    private static final int MOST_HEADERS = 40;

    /** With one of these the request is not a plain one, or its reader may be somebody. */
    private static final Set<String> NOT_HERE = Set.of(
            "authorization",
            "content-length",
            "transfer-encoding",
            "expect",
            "forwarded",
            "hx-request",
            "http2-settings",
            "te",
            "trailer",
            "upgrade",
            "x-forwarded-prefix");

    private static final Set<String> COUNTING = Set.of(
            "accept",
            "accept-encoding",
            "connection",
            "cookie",
            "host",
            "if-none-match",
            "purpose",
            "sec-purpose",
            "user-agent",
            "x-forwarded-for",
            "x-forwarded-proto");

    private static final byte[] GET = "GET /".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] HEAD = "HEAD /".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] VERSION = " HTTP/1.1\r\n".getBytes(StandardCharsets.US_ASCII);

    /** The reader; one for each request. */
    private static final class Bytes {
        private final byte[] bytes;
        private final int end;
        private int at;

        Bytes(byte[] bytes, int end) {
            this.bytes = bytes;
            this.end = end;
        }

        boolean starts(byte[] with) {
            for (int i = 0; i < with.length; i++) {
                if (at + i >= end || bytes[at + i] != with[i]) {
                    return false;
                }
            }
            return true;
        }

        String text(int from, int to) {
            return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        }
    }

    /**
     * Reads the head of a request.
     *
     * @param session name of the cookie by which a session is known
     * @param proxied whether headers of a proxy are believed
     * @return null when the server shall read it
     */
    static @Nullable RequestHead read(byte[] bytes, int length, String session, boolean proxied) {
        Bytes in = new Bytes(bytes, length);
        boolean bodiless = in.starts(HEAD);
        if (length > LONGEST || !bodiless && !in.starts(GET) || !ends(bytes, length)) {
            return null;
        }
        in.at = bodiless ? HEAD.length - 1 : GET.length - 1;
        String target = target(in);
        if (target == null || !in.starts(VERSION)) {
            return null;
        }
        in.at += VERSION.length;
        Map<String, String> headers = headers(in);
        if (headers == null || !plain(headers)) {
            return null;
        }
        String kind = Wishes.kind(headers.get("accept"));
        String cookies = headers.getOrDefault("cookie", "");
        if (kind == null || cookies.contains(session)) {
            return null;
        }
        int question = target.indexOf('?');
        boolean secure = proxied && "https".equals(headers.get("x-forwarded-proto"));
        PageKey key = new PageKey(
                question < 0 ? target : target.substring(0, question),
                question < 0 ? "" : target.substring(question + 1),
                Wishes.language(cookie(cookies, Wishes.LANGUAGE)),
                Wishes.view(cookie(cookies, Wishes.VIEW)),
                kind,
                secure);
        return new RequestHead(bodiless, key, headers);
    }

    private static boolean ends(byte[] bytes, int length) {
        return length > 4
                && bytes[length - 4] == '\r'
                && bytes[length - 3] == '\n'
                && bytes[length - 2] == '\r'
                && bytes[length - 1] == '\n';
    }

    private static @Nullable String target(Bytes in) {
        int start = in.at;
        while (in.at < in.end && ofTarget(in.bytes[in.at])) {
            in.at++;
        }
        return in.at == start ? null : in.text(start, in.at);
    }

    private static boolean ofTarget(byte letter) {
        return letter >= 'a' && letter <= 'z'
                || letter >= '/' && letter <= '9'
                || letter >= 'A' && letter <= 'Z'
                || "-._~%?=&".indexOf(letter) >= 0;
    }

    /** Null unless each is one plain line and the empty line is the end. */
    private static @Nullable Map<String, String> headers(Bytes in) {
        Map<String, String> headers = new java.util.HashMap<>(16);
        for (int i = 0; i < MOST_HEADERS; i++) {
            if (in.bytes[in.at] == '\r') {
                return in.at == in.end - 2 ? headers : null;
            }
            int start = in.at;
            while (in.at < in.end && ofName(in.bytes[in.at])) {
                in.at++;
            }
            int colon = in.at;
            if (colon == start || colon == in.end || in.bytes[colon] != ':') {
                return null;
            }
            while (in.bytes[in.at] != '\r') {
                in.at++;
                byte letter = in.bytes[in.at];
                if (letter < ' ' && letter != '\t' && letter != '\r' || letter == 0x7f) {
                    return null;
                }
            }
            if (in.bytes[in.at + 1] != '\n') {
                return null;
            }
            String name = in.text(start, colon).toLowerCase(Locale.ROOT);
            if (NOT_HERE.contains(name)) {
                return null;
            }
            if (COUNTING.contains(name)
                    && headers.put(name, in.text(colon + 1, in.at).strip()) != null) {
                return null;
            }
            in.at += 2;
        }
        return null;
    }

    private static boolean ofName(byte letter) {
        return letter >= 'a' && letter <= 'z'
                || letter >= 'A' && letter <= 'Z'
                || letter >= '0' && letter <= '9'
                || letter == '-'
                || letter == '_';
    }

    private static boolean plain(Map<String, String> headers) {
        String connection = headers.get("connection");
        String host = headers.get("host");
        String cookies = headers.get("cookie");
        return (connection == null || connection.equalsIgnoreCase("keep-alive"))
                && host != null
                && host.chars()
                        .allMatch(letter -> letter < 0x7f && ofName((byte) letter) || ".:[]".indexOf(letter) >= 0)
                && !host.isEmpty()
                && (cookies == null
                        || cookies.chars().allMatch(letter -> letter < 0x7f && "\"\\,\t".indexOf(letter) < 0));
    }

    private static String cookie(String cookies, String name) {
        int at = 0;
        while (at < cookies.length()) {
            int end = cookies.indexOf(';', at);
            String pair =
                    cookies.substring(at, end < 0 ? cookies.length() : end).strip();
            if (pair.startsWith(name) && pair.startsWith("=", name.length())) {
                return pair.substring(name.length() + 1).strip();
            }
            at = end < 0 ? cookies.length() : end + 1;
        }
        return "";
    }
}
