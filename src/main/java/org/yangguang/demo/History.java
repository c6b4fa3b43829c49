package org.yangguang.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yangguang.demo.Quotas.Quota;
import org.yangguang.disclosure.Channel;
import org.yangguang.disclosure.Validity;

/** Writes the district's past from facts and words; the same each time. */
final class History {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    /** Day on which the first Regulations came into force; nothing was on the site before. */
    private static final LocalDate BEGINNING = LocalDate.of(2008, 5, 1);

    private final List<Body> bodies;
    private final Words words = new Words();
    private final Map<String, Kind> kinds = Kind.all();
    private final Map<String, List<Kind>> choices = new HashMap<>();
    private final Predicate<LocalDate> workingDay;
    private int normatives;

    History(List<Body> bodies, Predicate<LocalDate> workingDay) {
        this.bodies = bodies;
        this.workingDay = workingDay;
    }

    /** Every document, lazily, year by year. */
    Stream<Writing> writings() {
        normatives = 0;
        return new Quotas(bodies).all().stream().flatMap(quota -> write(quota).stream());
    }

    private record Dated(Kind kind, LocalDate formed) {}

    private List<Writing> write(Quota quota) {
        Random random = new Random(quota.body().number() * 31_337L
                + quota.year() * 7L
                + quota.channel().ordinal());
        List<Dated> dated = new ArrayList<>();
        for (String name : quota.kinds()) {
            Kind kind = name == null ? choose(quota.body(), random) : Objects.requireNonNull(kinds.get(name), name);
            dated.add(new Dated(kind, formed(kind, quota.year(), random)));
        }
        dated.sort(Comparator.comparing(Dated::formed));
        Set<String> titles = new HashSet<>();
        List<Writing> writings = new ArrayList<>(dated.size());
        int number = 0;
        for (Dated each : dated) {
            if (each.kind().numbered()) {
                number++;
            }
            writings.add(write(quota, each, each.kind().numbered() ? number : null, titles, random));
        }
        return writings;
    }

    private Writing write(Quota quota, Dated dated, @Nullable Integer number, Set<String> titles, Random random) {
        Kind kind = dated.kind();
        Body body = quota.body();
        Filling filling = new Filling(words, random, body, dated.formed());
        if (kind.name().equals("weibo") || kind.name().equals("wechat")) {
            filling.topic(filling.one(words.topics(filling.one(bodies).domain())));
        }
        String title = title(kind, filling, titles);
        StringBuilder html = new StringBuilder(1024);
        String summary = "";
        for (Kind.Part part : kind.parts()) {
            if (part.type() == 't') {
                html.append(Tables.of(part.alternatives().get(0), filling));
                continue;
            }
            String text = filling.fill(filling.one(part.alternatives()));
            html.append(part.type() == 'h' ? "<h2>" + text + "</h2>" : "<p>" + text + "</p>");
            if (summary.isEmpty() && part.type() == 'p' && text.length() > 26) {
                summary = firstSentence(text);
            }
        }
        if (quota.channel() == Channel.WEBSITE) {
            html.append("<p align=\"right\">")
                    .append(body.name())
                    .append("</p><p align=\"right\">")
                    .append(Filling.chinese(dated.formed()))
                    .append("</p>");
        }
        LocalDate released = released(dated.formed(), random);
        Instant published = released.atTime(8, 30)
                .plusSeconds(random.nextInt(9 * 3600))
                .atZone(ZONE)
                .toInstant();
        return new Writing(
                body,
                kind,
                quota.channel(),
                title,
                summary,
                html.toString(),
                number == null ? null : body.sign() + "〔" + quota.year() + "〕" + number + "号",
                dated.formed(),
                released,
                published,
                List.of(filling.topic(), body.shortName()),
                kind.normative() ? validity() : null);
    }

    private Kind choose(Body body, Random random) {
        List<Kind> choice = choices.computeIfAbsent(body.domain(), domain -> kinds.values().stream()
                .filter(kind -> kind.audience().contains("*") || kind.audience().contains(domain))
                .sorted(Comparator.comparing(Kind::name))
                .flatMap(kind -> IntStream.range(0, kind.weight()).mapToObj(each -> kind))
                .toList());
        return choice.get(random.nextInt(choice.size()));
    }

    /** A title that the body has not used this year. */
    private static String title(Kind kind, Filling filling, Set<String> titles) {
        String title = filling.fill(filling.one(kind.titles()));
        for (int attempt = 0; attempt < 5 && titles.contains(title); attempt++) {
            title = filling.fill(filling.one(kind.titles()));
        }
        String unique = title;
        for (int part = 2; !titles.add(unique); part++) {
            unique = title + "（" + part + "）";
        }
        return unique;
    }

    private LocalDate formed(Kind kind, int year, Random random) {
        LocalDate first = LocalDate.of(year, kind.firstMonth(), 1);
        LocalDate last = LocalDate.of(year, kind.lastMonth(), 1).plusMonths(1).minusDays(1);
        if (first.isBefore(BEGINNING)) {
            first = BEGINNING;
            last = last.isBefore(BEGINNING) ? LocalDate.of(year, 12, 31) : last;
        }
        int days = (int) (last.toEpochDay() - first.toEpochDay()) + 1;
        LocalDate day = first.plusDays(random.nextInt(days));
        while (!workingDay.test(day)) {
            day = first.plusDays(random.nextInt(days));
        }
        return day;
    }

    /** Within some working days of formation, and in the same year. */
    private LocalDate released(LocalDate formed, Random random) {
        LocalDate released = formed;
        LocalDate day = formed;
        int wait = random.nextInt(9);
        while (wait > 0) {
            day = day.plusDays(1);
            if (day.getYear() != formed.getYear()) {
                return released;
            }
            if (workingDay.test(day)) {
                released = day;
                wait--;
            }
        }
        return released;
    }

    /** Of the nine normative documents two have expired, one is repealed and one was amended. */
    private Validity validity() {
        return switch (normatives++) {
            case 0, 1 -> Validity.EXPIRED;
            case 2 -> Validity.REPEALED;
            case 4 -> Validity.AMENDED;
            default -> Validity.EFFECTIVE;
        };
    }

    private static String firstSentence(String text) {
        int end = text.indexOf('。');
        String sentence = end > 20 && end < 110 ? text.substring(0, end + 1) : text;
        return sentence.length() <= 110 ? sentence : sentence.substring(0, 108) + "……";
    }
}
