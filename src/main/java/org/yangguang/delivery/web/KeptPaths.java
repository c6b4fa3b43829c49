package org.yangguang.delivery.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.yangguang.site.KeptPages;

/** Which paths are kept, and what of their query counts. */
@Component
class KeptPaths {

    private static final int LONGEST_QUERY = 2_000;
    private static final int LONGEST_PATH = 300;

    private record Known(PathPattern pattern, KeptPages pages) {}

    private final List<Known> known = new ArrayList<>();

    KeptPaths(List<KeptPages> declared) {
        for (KeptPages pages : declared) {
            for (String pattern : pages.patterns()) {
                known.add(new Known(PathPatternParser.defaultInstance.parse(pattern), pages));
            }
        }
        known.sort((one, other) -> PathPattern.SPECIFICITY_COMPARATOR.compare(one.pattern(), other.pattern()));
    }

    /** What was declared of a raw path; null when it is none of the pages that are kept or bounded. */
    @Nullable
    KeptPages of(String path) {
        if (path.length() > LONGEST_PATH || path.indexOf(';') >= 0) {
            return null;
        }
        PathContainer parsed = PathContainer.parsePath(path);
        for (Known each : known) {
            if (each.pattern().matches(parsed)) {
                return each.pages();
            }
        }
        return null;
    }

    /**
     * The parameters that count, by name; of one that is given several times the first. Null when the query cannot be read and is
     * best left to those who refuse it.
     */
    static @Nullable Map<String, String> counting(@Nullable String query, Set<String> names) {
        Map<String, String> counting = new TreeMap<>();
        if (query == null || query.isEmpty()) {
            return counting;
        }
        if (query.length() > LONGEST_QUERY) {
            return null;
        }
        try {
            for (String part : query.split("&")) {
                int sign = part.indexOf('=');
                String name = URLDecoder.decode(sign < 0 ? part : part.substring(0, sign), StandardCharsets.UTF_8);
                if (names.contains(name)) {
                    counting.putIfAbsent(
                            name, sign < 0 ? "" : URLDecoder.decode(part.substring(sign + 1), StandardCharsets.UTF_8));
                }
            }
            return counting;
        } catch (IllegalArgumentException notEncoded) {
            return null;
        }
    }

    /** The query of these parameters as an address writes it; empty when there are none. */
    static String query(Map<String, String> parameters) {
        StringBuilder query = new StringBuilder();
        parameters.forEach((name, value) -> query.append(query.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(UriUtils.encode(value, StandardCharsets.UTF_8)));
        return query.toString();
    }
}
