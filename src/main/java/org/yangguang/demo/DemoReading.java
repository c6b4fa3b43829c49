package org.yangguang.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yangguang.account.Officer;
import org.yangguang.disclosure.Replacements;
import org.yangguang.disclosure.VisibilityGate;
import org.yangguang.search.Search;
import org.yangguang.search.SearchQuery;
import org.yangguang.search.SearchQuery.Sort;
import org.yangguang.search.SearchResult.Hit;
import org.yangguang.topic.Topic;
import org.yangguang.topic.TopicEditing;
import org.yangguang.topic.TopicEditing.Outcome;
import org.yangguang.visit.Visits;

/** What readers meet in the district beside its documents: topics, documents that replaced others, and the visits of 2016. */
@Component
class DemoReading {

    /** Visits of the website that the district reported for 2016. */
    static final long VISITS = 40_290;

    private static final int YEAR = 2016;
    /** What people came for in 2016, and how often the first document of each was read. */
    private static final List<String> LOOKED_FOR = List.of("入学", "征收补偿", "公租房", "低保", "招聘", "预算", "创业培训", "医疗救助");

    private static final long MOST_VISITS = 210;
    private static final int POPULAR_OF_WORD = 5;
    private static final int REPLACED = 12;

    private final Visits visits;
    private final TopicEditing topics;
    private final Replacements replacements;
    private final Search search;

    DemoReading(Visits visits, TopicEditing topics, Replacements replacements, Search search) {
        this.visits = visits;
        this.topics = topics;
        this.replacements = replacements;
        this.search = search;
    }

    void prepare(Officer district) {
        visits.bring(days(), Map.of(LocalDate.of(YEAR, 12, 31), popular()));
        visits.show(true);
        topic(
                district,
                new TopicEditing.Text(
                        "housing",
                        "房屋征收与住房保障",
                        "Expropriation and housing",
                        "集中公开房屋征收的决定、补偿方案和住房保障的政策、分配结果。\n征收范围内的分户补偿情况，凭征收办公室发给的查询码查看。"),
                "house-expropriation");
        topic(
                district,
                new TopicEditing.Text("social-assistance", "社会救助", "Social assistance", "最低生活保障、临时救助、医疗救助的政策、标准和实施情况。"),
                "social-assistance");
        replaced(district);
    }

    /** More on working days and in the months of admission to schools; together exactly what was reported. */
    static Map<LocalDate, Long> days() {
        Map<LocalDate, Long> weights = new TreeMap<>();
        for (LocalDate day = LocalDate.of(YEAR, 1, 1); day.getYear() == YEAR; day = day.plusDays(1)) {
            boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
            long season = day.getMonthValue() >= 6 && day.getMonthValue() <= 8 ? 30 : 0;
            weights.put(day, (weekend ? 55 : 120) + season + day.getDayOfYear() * 37L % 41);
        }
        long sum = weights.values().stream().mapToLong(Long::longValue).sum();
        Map<LocalDate, Long> days = new TreeMap<>();
        long given = 0;
        long passed = 0;
        for (Map.Entry<LocalDate, Long> day : weights.entrySet()) {
            passed += day.getValue();
            long due = VISITS * passed / sum;
            days.put(day.getKey(), due - given);
            given = due;
        }
        return days;
    }

    private Map<String, Long> popular() {
        Map<String, Long> pages =
                new TreeMap<>(Map.of("/", 980L, "/catalogue", 610L, "/search", 870L, "/organs", 240L));
        long visits = MOST_VISITS;
        for (String word : LOOKED_FOR) {
            for (Hit hit : find(word, null, null, POPULAR_OF_WORD)) {
                pages.putIfAbsent(hit.url(), visits);
                visits -= 7;
            }
            visits = MOST_VISITS - pages.size();
        }
        return pages;
    }

    private void topic(Officer district, TopicEditing.Text text, String column) {
        if (topics.create(district, text) instanceof Outcome.Done made) {
            find("", column, null, 10)
                    .forEach(hit -> topics.collect(district, made.topic().id(), hit.url()));
            topics.move(district, made.topic().id(), Topic.State.OPEN);
        }
    }

    /** A repealed document is followed by the next of the same organ that is in force. */
    private void replaced(Officer district) {
        List<Hit> inForce = find("", null, "EFFECTIVE", 100);
        for (Hit old : find("", null, "REPEALED", REPLACED)) {
            inForce.stream()
                    .filter(hit -> hit.organ() == old.organ() && hit.date().isAfter(old.date()))
                    .findFirst()
                    .ifPresent(hit -> replacements.note(district, old.url(), hit.url(), Replacements.Kind.REPEALED));
        }
    }

    private List<Hit> find(String words, @Nullable String column, @Nullable String validity, int size) {
        SearchQuery query =
                new SearchQuery(words, null, column, null, null, null, validity, null, null, Sort.DATE, 1, size);
        return search.find(query, Set.of(VisibilityGate.PUBLIC)).hits().stream()
                .filter(hit -> hit.url().startsWith("/items/"))
                .toList();
    }
}
