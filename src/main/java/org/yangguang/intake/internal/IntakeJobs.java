package org.yangguang.intake.internal;

import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yangguang.intake.WebhookProperties;
import org.yangguang.platform.OneTimeJob;
import org.yangguang.platform.RecurringJob;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookProperties.class)
class IntakeJobs {

    @Bean
    OneTimeJob importNow(ImportRun run) {
        return new OneTimeJob(Imports.JOB, id -> run.run(Long.parseLong(id), rows -> {}));
    }

    @Bean
    RecurringJob importsCutShort(ImportRun run) {
        return RecurringJob.every(Duration.ofSeconds(30), "intake.resume", run::runOpen);
    }

    @Bean
    RecurringJob importedIntoIndex(IndexRest rest) {
        return RecurringJob.every(Duration.ofSeconds(10), "intake.index", rest::make);
    }

    @Bean
    RecurringJob webhooksDelivered(WebhookDeliveries deliveries) {
        return RecurringJob.every(Duration.ofSeconds(2), "intake.webhooks", deliveries::deliverDue);
    }

    @Bean
    RecurringJob callsForgotten(DraftDesk desk) {
        return RecurringJob.daily(LocalTime.of(3, 40), "intake.forget-calls", desk::forgetOld);
    }
}
