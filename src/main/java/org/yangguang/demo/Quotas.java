package org.yangguang.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.yangguang.disclosure.Channel;

/**
 * How much each body published in each year and by what way, so that the sums are those of the district's report for 2016: on
 * the website 18,825 before (1,382 by the government itself) and 3,270 in 2016 (138), and in 2016 by Weibo only 700, by WeChat
 * only 500, otherwise 5,600.
 */
final class Quotas {

    static final int REPORTED = 2016;
    private static final int FIRST = 2008;
    private static final int[] GOVERNMENT_BEFORE = {60, 120, 150, 170, 190, 210, 230, 252};
    private static final int[] OTHERS_BEFORE = {700, 1500, 1900, 2200, 2500, 2700, 2900, 3043};
    private static final int OTHERS_REPORTED = 3132;
    private static final List<Integer> NORMATIVE = List.of(2009, 2010, 2010, 2011, 2012, 2013, 2013, 2014, 2015);

    /** The government's own information of 2016 by the categories of the report. */
    static final Map<String, Integer> GOVERNMENT_REPORTED = categories();

    /**
     * What one body published in a year in one way.
     *
     * @param kinds one for each document; null for any kind that the body writes
     */
    record Quota(Body body, int year, Channel channel, List<@Nullable String> kinds) {}

    private final List<Body> bodies;

    Quotas(List<Body> bodies) {
        this.bodies = bodies;
    }

    List<Quota> all() {
        List<Quota> quotas = new ArrayList<>();
        for (int i = 0; i < GOVERNMENT_BEFORE.length; i++) {
            int year = FIRST + i;
            quotas.add(new Quota(bodies.get(0), year, Channel.WEBSITE, government(year, GOVERNMENT_BEFORE[i])));
            quotas.addAll(others(year, OTHERS_BEFORE[i]));
        }
        quotas.add(new Quota(bodies.get(0), REPORTED, Channel.WEBSITE, reported()));
        quotas.addAll(others(REPORTED, OTHERS_REPORTED));
        quotas.add(new Quota(bodies.get(1), REPORTED, Channel.WEIBO, times("weibo", 700)));
        quotas.add(new Quota(bodies.get(1), REPORTED, Channel.WECHAT, times("wechat", 500)));
        shares(5600)
                .forEach((body, count) ->
                        quotas.add(new Quota(body, REPORTED, Channel.OTHER, times("other-way", count))));
        return quotas;
    }

    private List<@Nullable String> reported() {
        List<@Nullable String> kinds = new ArrayList<>();
        GOVERNMENT_REPORTED.forEach((kind, count) -> kinds.addAll(times(kind, count)));
        return kinds;
    }

    private static List<@Nullable String> government(int year, int count) {
        List<@Nullable String> kinds = new ArrayList<>();
        NORMATIVE.stream().filter(each -> each == year).forEach(each -> kinds.add("gov-normative"));
        int rest = count - kinds.size();
        apportion(GOVERNMENT_REPORTED, rest).forEach((kind, share) -> kinds.addAll(times(kind, share)));
        return kinds;
    }

    /** What every body has to publish each year, and beside that what it has. */
    private List<Quota> others(int year, int count) {
        List<Quota> quotas = new ArrayList<>();
        shares(count).forEach((body, share) -> {
            List<@Nullable String> kinds = new ArrayList<>();
            if (year > FIRST) {
                kinds.add("annual-report");
            }
            if (body.publishesBudget() && year >= 2013) {
                kinds.addAll(List.of("budget", "accounts", "three-expenses"));
            }
            if (year == REPORTED) {
                kinds.addAll(times("interpretation", interpretations(body)));
            }
            kinds.addAll(times(null, share - kinds.size()));
            quotas.add(new Quota(body, year, Channel.WEBSITE, kinds));
        });
        return quotas;
    }

    /** Fifty by the first 22 departments. */
    private static int interpretations(Body body) {
        return body.number() < 2 || body.number() > 23 ? 0 : body.number() < 8 ? 3 : 2;
    }

    /** Shares of all but the government; more for those with more to tell. */
    private Map<Body, Integer> shares(int count) {
        Map<Body, Integer> weights = new LinkedHashMap<>();
        for (Body body : bodies.subList(1, bodies.size())) {
            int weight =
                    switch (body.kind()) {
                        case STREET_OFFICE -> 26;
                        case DEPARTMENT -> 22;
                        default -> 14;
                    };
            weights.put(body, weight + body.number() * 7 % 11);
        }
        return apportion(weights, count);
    }

    /** Whole shares that sum up to {@code count}, by largest remainder. */
    static <K> Map<K, Integer> apportion(Map<K, Integer> weights, int count) {
        long sum = weights.values().stream().mapToLong(Integer::longValue).sum();
        Map<K, Integer> shares = new LinkedHashMap<>();
        weights.forEach((key, weight) -> shares.put(key, (int) (weight * (long) count / sum)));
        int left = count - shares.values().stream().mapToInt(Integer::intValue).sum();
        weights.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<K, Integer> each) -> -(each.getValue() * (long) count % sum)))
                .limit(left)
                .forEach(each -> shares.merge(each.getKey(), 1, Integer::sum));
        return shares;
    }

    private static List<@Nullable String> times(@Nullable String kind, int count) {
        List<@Nullable String> kinds = new ArrayList<>();
        IntStream.range(0, count).forEach(each -> kinds.add(kind));
        return kinds;
    }

    private static Map<String, Integer> categories() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put("gov-organs", 1);
        counts.put("gov-personnel", 4);
        counts.put("gov-document", 78);
        counts.put("gov-meeting", 3);
        counts.put("gov-congress", 4);
        counts.put("gov-finance", 18);
        counts.put("gov-project", 2);
        counts.put("gov-priority", 14);
        counts.put("gov-policy", 3);
        counts.put("gov-statistics", 6);
        counts.put("gov-plan", 2);
        counts.put("gov-emergency", 1);
        counts.put("gov-welfare", 1);
        counts.put("gov-other", 1);
        return counts;
    }
}
