package org.yangguang.disclosure.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yangguang.catalogue.Catalogue;
import org.yangguang.catalogue.Vocabulary;
import org.yangguang.disclosure.VisibilityGate;
import org.yangguang.disclosure.internal.ItemCounts;
import org.yangguang.disclosure.internal.ItemFilter;
import org.yangguang.disclosure.internal.ItemFilter.Dimension;
import org.yangguang.disclosure.internal.ItemOrder;
import org.yangguang.disclosure.internal.PublishedItems;
import org.yangguang.organ.Organ;
import org.yangguang.organ.Organs;
import org.yangguang.platform.PlatformProperties;
import org.yangguang.site.HomeSection;
import org.yangguang.site.HomeSection.Place;
import org.yangguang.site.NavigationEntry;

/** What the home page and the navigation show of disclosure. */
@Configuration(proxyBeanMethods = false)
class HomeSections {

    private static final int LATEST = 8;
    private static final int SUBJECTS = 12;
    private static final int POPULAR = 5;

    /** A section that is one template with a model of its own. */
    private record Section(Place place, String template, Supplier<Map<String, Object>> filling) implements HomeSection {
        @Override
        public Map<String, Object> model() {
            return filling.get();
        }
    }

    @Bean
    NavigationEntry statutoryEntry() {
        return new NavigationEntry("disclosure.statutory", "/columns/statutory", 30);
    }

    @Bean
    NavigationEntry annualReportsEntry() {
        return new NavigationEntry("disclosure.annualReports", "/columns/annual-reports", 40);
    }

    @Bean
    NavigationEntry onRequestEntry() {
        return new NavigationEntry("disclosure.onRequest", "/on-request", 50);
    }

    @Bean
    HomeSection latestSection(VisibilityGate gate, PublishedItems items, PlatformProperties platform) {
        return new Section(
                Place.LATEST,
                "disclosure/home-latest",
                () -> Map.of(
                        "rows",
                        items.list(ItemFilter.NONE, ItemOrder.PUBLISHED, 0, LATEST, gate.reader()).stream()
                                .map(item -> ItemRow.of(item, platform.zone()))
                                .toList()));
    }

    @Bean
    HomeSection subjectSection(VisibilityGate gate, ItemCounts counts, Catalogue catalogue) {
        return new Section(
                Place.SEARCHES,
                "disclosure/home-subjects",
                () -> Map.of(
                        "terms",
                        counts.of(ItemFilter.NONE, gate.reader()).by(Dimension.SUBJECT).keySet().stream()
                                .flatMap(code -> catalogue.term(Vocabulary.SUBJECT, code).stream())
                                .limit(SUBJECTS)
                                .toList()));
    }

    @Bean
    HomeSection figuresSection(VisibilityGate gate, ItemCounts counts, Organs organs, Clock clock) {
        return new Section(Place.FIGURES, "disclosure/home-figures", () -> {
            ItemCounts.Counts counted = counts.of(ItemFilter.NONE, gate.reader());
            Map<String, Long> years = counted.by(Dimension.YEAR);
            int year = latestYear(years, LocalDate.now(clock).getYear());
            return Map.of(
                    "year",
                    year,
                    "ofYear",
                    years.getOrDefault(String.valueOf(year), 0L),
                    "total",
                    counted.total(),
                    "organs",
                    organs.all().stream().filter(Organ::open).count());
        });
    }

    @Bean
    HomeSection organsSection(Organs organs) {
        return new Section(Place.ORGANS, "disclosure/home-organs", () -> Map.of("organs", OrganIndex.of(organs)));
    }

    /** What others read, when the office has chosen to show it. */
    @Bean
    HomeSection popularSection(PopularItems popular) {
        return new Section(
                Place.POPULAR, "disclosure/home-popular", () -> Map.of("rows", popular.rows(Set.of(), POPULAR)));
    }

    /** This year when it has something already, otherwise the last that has. */
    private static int latestYear(Map<String, Long> years, int now) {
        return years.keySet().stream()
                .map(Integer::valueOf)
                .filter(year -> year <= now)
                .max(Comparator.naturalOrder())
                .orElse(now);
    }
}
