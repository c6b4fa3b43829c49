package org.yangguang.search.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yangguang.site.KeptPages;

/** What of this module may be kept and given to many readers. */
@Configuration(proxyBeanMethods = false)
class BoundedSearch {

    /** The index changes after what is recorded, so nothing that is found is kept. */
    @Bean
    KeptPages boundedSearches() {
        return KeptPages.bounded(Set.of("/search", "/search/suggest", "/search/feed.atom", "/api/v1/search"), Set.of());
    }
}
