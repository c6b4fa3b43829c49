package org.yangguang.account.internal;

import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yangguang.platform.RecurringJob;

@Configuration(proxyBeanMethods = false)
class AccountJobs {

    @Bean
    RecurringJob forgetOldAttempts(Attempts attempts) {
        return RecurringJob.daily(LocalTime.of(3, 20), "account.forget-old-attempts", attempts::sweep);
    }
}
