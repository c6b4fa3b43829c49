package org.yangguang.engagement.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yangguang.engagement.Affair;
import org.yangguang.statistics.FactSource;
import org.yangguang.statistics.FactSource.Opened;

/**
 * What statistics may count of the conversation with the public. Concerns (回应公众关注热点) count once whatever the number of responses; each response counts by its
 * way; meetings count when they were held, that is recorded or shown again.
 */
@Configuration(proxyBeanMethods = false)
class EngagementFacts {

    @Bean
    FactSource letterFacts() {
        return FactSource.flow("engagement.letter", "kind", "origin", "standing");
    }

    @Bean
    FactSource letterReplyFacts() {
        return FactSource.flow("engagement.letter_reply", "kind", "origin").measuring("worked_days", "score");
    }

    @Bean
    FactSource concernFacts(AffairTable affairs) {
        return FactSource.flow("engagement.concern").opening(references -> opened(affairs, references));
    }

    @Bean
    FactSource responseFacts() {
        return FactSource.flow("engagement.response", "way", "concern");
    }

    @Bean
    FactSource conferenceFacts(AffairTable affairs) {
        return FactSource.flow("engagement.conference", "kind", "principal")
                .opening(references -> opened(affairs, references));
    }

    @Bean
    FactSource consultationFacts(AffairTable affairs) {
        return FactSource.flow("engagement.consultation", "basis")
                .measuring("opinions", "adopted")
                .opening(references -> opened(affairs, references));
    }

    @Bean
    FactSource interpretationFacts() {
        return FactSource.flow("engagement.interpretation", "form");
    }

    @Bean
    FactSource expertFacts() {
        return FactSource.stock("engagement.expert");
    }

    @Bean
    FactSource ratingFacts() {
        return FactSource.flow("engagement.rating").measuring("score");
    }

    private static Map<String, Opened> opened(AffairTable affairs, Collection<String> references) {
        List<Long> ids = references.stream()
                .filter(each -> each.matches("affair:\\d{1,18}"))
                .map(each -> Long.valueOf(each.substring("affair:".length())))
                .toList();
        return affairs.published(ids).stream()
                .collect(Collectors.toMap(
                        affair -> "affair:" + affair.id(),
                        (Affair affair) -> new Opened(affair.title(), affair.href())));
    }
}
