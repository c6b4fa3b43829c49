package org.yangguang.engagement.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yangguang.account.Role;
import org.yangguang.site.ConsoleEntry;
import org.yangguang.site.KeptPages;
import org.yangguang.site.NavigationEntry;
import org.yangguang.site.OpenForms;

/** Where the pages of this module hang. */
@Configuration(proxyBeanMethods = false)
class EngagementSite {

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
                        "/api/v1/affairs",
                        "/api/v1/affairs/{id}"),
                Set.of("kind", "organ", "year", "q", "page", "size"));
    }
}
