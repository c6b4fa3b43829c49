package org.yangguang.intake.internal;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yangguang.platform.OneTimeJob;
import org.yangguang.platform.RecurringJob;

@Configuration(proxyBeanMethods = false)
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
}
