package org.yangguang.disclosure.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yangguang.site.KeptPages;

/** What of this module may be kept and given to many readers. */
@Configuration(proxyBeanMethods = false)
class KeptDisclosure {

    private static final Set<String> FILTERS =
            Set.of("organ", "column", "subject", "genre", "year", "from", "to", "sort", "page", "size");

    @Bean
    KeptPages keptItemPages() {
        return KeptPages.of(
                Set.of(
                        "/items/{id}",
                        "/items/{id}/editions/{number}",
                        "/api/v1/disclosures/{id}",
                        "/organs",
                        "/organs/{id}",
                        "/subjects",
                        "/data/downloads",
                        "/catalog.ttl",
                        "/sitemap",
                        "/sitemap.xml",
                        "/sitemap/pages.xml",
                        "/sitemap/items-{part}.xml",
                        "/sitemap/{name:[a-z]+}-{part:[0-9]{1,12}}.xml"),
                Set.of());
    }

    @Bean
    KeptPages keptCalendar() {
        return KeptPages.of(Set.of("/calendar"), Set.of("month", "day"));
    }

    @Bean
    KeptPages keptNormative() {
        return KeptPages.of(Set.of("/normative"), Set.of("validity", "organ", "year", "sort", "page"));
    }

    @Bean
    KeptPages keptItemLists() {
        return KeptPages.of(Set.of("/catalogue", "/columns/{code}", "/feed.atom", "/api/v1/disclosures"), FILTERS);
    }
}
