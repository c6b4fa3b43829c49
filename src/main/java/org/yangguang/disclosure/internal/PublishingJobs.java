package org.yangguang.disclosure.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.yangguang.disclosure.Publishing;
import org.yangguang.platform.RecurringJob;

/** What happens without an officer: publication at its time, and finishing what a failure cut short. */
@Configuration(proxyBeanMethods = false)
class PublishingJobs {

    @Bean
    RecurringJob publishDue(Publishing publishing, Clock clock) {
        return RecurringJob.every(
                Duration.ofSeconds(1), "disclosure.publish-due", () -> publishing.publishDue(clock.instant()));
    }

    /** Documents whose last day is over, or whose repeal has come, are labelled so everywhere within the hour. */
    @Bean
    RecurringJob labelEndedDocuments(EndedDocuments ended, Clock clock) {
        return RecurringJob.every(
                Duration.ofHours(1), "disclosure.label-ended", () -> ended.label(LocalDate.now(clock)));
    }

    /** An item whose indexing failed (a full disk, say) is indexed once that is mended, without a restart. */
    @Bean
    RecurringJob finishEvents(IncompleteEventPublications unfinished) {
        return RecurringJob.every(
                Duration.ofMinutes(1),
                "disclosure.finish-events",
                () -> unfinished.resubmitIncompletePublicationsOlderThan(Duration.ofMinutes(1)));
    }
}
