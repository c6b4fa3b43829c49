package org.yangguang.catalogue.web;

import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yangguang.site.KeptPages;
import org.yangguang.site.MappedPages;

/** What of this module may be kept and given to many readers. */
@Configuration(proxyBeanMethods = false)
class KeptCatalogue {

    @Bean
    MappedPages pagesOfGuidesAndRules() {
        return () -> List.of("/guides", "/rules");
    }

    @Bean
    KeptPages keptGuidesAndRules() {
        return KeptPages.of(
                Set.of(
                        "/guides",
                        "/organs/{id}/guide",
                        "/organs/{id}/guide/editions/{number}",
                        "/rules",
                        "/organs/{id}/rules",
                        "/rules/{id}",
                        "/rules/{id}/editions/{number}"),
                Set.of());
    }

    @Bean
    KeptPages keptColumnApi() {
        return KeptPages.of(Set.of("/api/v1/columns"), Set.of("page", "size"));
    }
}
