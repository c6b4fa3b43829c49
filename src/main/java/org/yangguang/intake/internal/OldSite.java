package org.yangguang.intake.internal;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Addresses of a former site, as this one knows them: path and query, without host. */
public final class OldSite {

    private static final int LONGEST = 1_000;

    private OldSite() {}

    /** The path with its query, in one way of writing; empty when it is no address of a page, or only that of a home page. */
    public static Optional<String> address(String written) {
        String text = written.strip().replace(" ", "%20");
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            URI uri = URI.create(text).normalize();
            String scheme = uri.getScheme();
            if (scheme != null && !scheme.equalsIgnoreCase("http") && !scheme.equalsIgnoreCase("https")) {
                return Optional.empty();
            }
            String path = uri.getRawPath();
            if (path == null || path.isEmpty() || path.contains("..")) {
                return Optional.empty();
            }
            String address = decoded(path.startsWith("/") ? path : "/" + path)
                    + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
            return address.equals("/") ? Optional.empty() : Optional.of(address);
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** Characters instead of percent signs, when these stand for UTF-8; those of older encodings stay. */
    private static String decoded(String path) {
        String plain = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        return plain.indexOf('\uFFFD') >= 0 || plain.chars().anyMatch(Character::isISOControl) ? path : plain;
    }
}
