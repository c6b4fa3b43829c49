package org.yangguang.engagement.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yangguang.account.Role;
import org.yangguang.engagement.AffairKind;
import org.yangguang.engagement.internal.AffairTable;
import org.yangguang.engagement.internal.LetterPublications;
import org.yangguang.site.ConsoleEntry;
import org.yangguang.site.HomeSection;
import org.yangguang.site.KeptPages;
import org.yangguang.site.MappedPages;
import org.yangguang.site.NavigationEntry;
import org.yangguang.site.OpenForms;

/** Where the pages of this module hang. */
@Configuration(proxyBeanMethods = false)
class EngagementSite {

    private static final int ON_HOME = 4;

    private static final Set<String> OFFICERS = Set.of(
            Role.HANDLER.authority(),
            Role.SECRECY_OFFICER.authority(),
            Role.LEADER.authority(),
            Role.DISCLOSURE_OFFICE.authority(),
            Role.DISTRICT_OFFICE.authority());

    @Bean
    NavigationEntry interactionEntry() {
        return new NavigationEntry("engagement.interaction", "/interaction", 60);
    }

    @Bean
    MappedPages pagesOfInteraction() {
        return () -> List.of(
                "/interaction",
                "/letters",
                "/letters/statistics",
                "/concerns",
                "/conferences",
                "/consultations",
                "/ratings",
                "/interpretations",
                "/experts");
    }

    @Bean
    ConsoleEntry lettersEntry() {
        return new ConsoleEntry("engagement.letters.desk", LetterConsole.HERE, 24, OFFICERS);
    }

    @Bean
    ConsoleEntry letterIntakeEntry() {
        return new ConsoleEntry(
                "engagement.intake",
                LetterConsole.HERE + "/new",
                25,
                Set.of(Role.HANDLER.authority(), Role.DISCLOSURE_OFFICE.authority(), Role.DISTRICT_OFFICE.authority()));
    }

    @Bean
    ConsoleEntry affairsEntry() {
        return new ConsoleEntry("engagement.affairs", AffairConsole.HERE, 26, OFFICERS);
    }

    @Bean
    ConsoleEntry interpretationsEntry() {
        return new ConsoleEntry(
                "engagement.interpretations.desk",
                InterpretationConsole.HERE,
                27,
                Set.of(Role.HANDLER.authority(), Role.DISCLOSURE_OFFICE.authority(), Role.DISTRICT_OFFICE.authority()));
    }

    @Bean
    ConsoleEntry expertsEntry() {
        return new ConsoleEntry(
                "engagement.experts",
                InterpretationConsole.EXPERTS,
                28,
                Set.of(Role.DISCLOSURE_OFFICE.authority(), Role.DISTRICT_OFFICE.authority()));
    }

    @Bean
    HomeSection talkSection(LetterPublications letters, AffairTable affairs, EngagementWords words) {
        return new HomeSection() {
            @Override
            public Place place() {
                return Place.POPULAR;
            }

            @Override
            public String template() {
                return "engagement/home-talk";
            }

            @Override
            public Map<String, Object> model() {
                return Map.of(
                        "letters",
                        letters.list(LetterPublications.Sieve.ALL, 0, ON_HOME),
                        "open",
                        affairs.published(List.of(AffairKind.CONSULTATION, AffairKind.RATING), 0, ON_HOME).stream()
                                .filter(affair -> affair.openOn(words.today()))
                                .toList());
            }
        };
    }

    @Bean
    OpenForms engagementForms() {
        return new OpenForms(Set.of(
                "/letters",
                "/letters/progress",
                "/letters/rating",
                "/consultations/{id}/opinions",
                "/conferences/{id}/questions",
                "/ratings/{id}/votes"));
    }

    @Bean
    KeptPages keptEngagementPages() {
        return KeptPages.of(
                Set.of(
                        "/letters",
                        "/letters/{id:\\d+}",
                        "/letters/statistics",
                        "/letters/feed.atom",
                        "/api/v1/letters",
                        "/api/v1/letters/{id}",
                        "/interaction",
                        "/interaction/feed.atom",
                        "/concerns",
                        "/concerns/{id}",
                        "/conferences",
                        "/conferences/{id}",
                        "/consultations",
                        "/consultations/{id}",
                        "/ratings",
                        "/ratings/{id}",
                        "/interpretations",
                        "/experts",
                        "/api/v1/affairs",
                        "/api/v1/affairs/{id}"),
                Set.of("kind", "organ", "year", "q", "page", "size"));
    }
}
