package org.yangguang.notify.internal;

import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yangguang.platform.RecurringJob;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SmsProperties.class)
class NotifyConfiguration {

    @Bean
    RecurringJob deliverMessages(Delivery delivery) {
        return RecurringJob.every(Duration.ofSeconds(3), "notify.deliver-due", delivery::deliverDue);
    }

    @Bean
    RecurringJob eraseMessages(Delivery delivery) {
        return RecurringJob.daily(LocalTime.of(3, 40), "notify.erase-old", delivery::eraseOld);
    }
}
