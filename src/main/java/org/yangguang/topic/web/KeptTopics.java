package org.yangguang.topic.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yangguang.site.KeptPages;
import org.yangguang.site.MappedPages;
import org.yangguang.topic.Topics;

/** What of this module may be kept and given to many readers. */
@Configuration(proxyBeanMethods = false)
class KeptTopics {

    @Bean
    MappedPages pagesOfTopics(Topics topics) {
        return () ->
                topics.all().stream().map(topic -> "/topics/" + topic.code()).toList();
    }

    @Bean
    KeptPages keptTopicPages() {
        return KeptPages.of(Set.of("/topics", "/topics/{code}"), Set.of());
    }
}
