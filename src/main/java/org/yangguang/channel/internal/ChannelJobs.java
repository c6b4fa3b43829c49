package org.yangguang.channel.internal;

import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yangguang.platform.RecurringJob;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ChannelProperties.class)
class ChannelJobs {

    @Bean
    RecurringJob dueDeliveries(Deliverer deliverer) {
        return RecurringJob.every(Duration.ofSeconds(5), "channel.deliver", deliverer::deliverDue);
    }

    @Bean
    RecurringJob dueDigests(Digests digests) {
        return RecurringJob.every(Duration.ofMinutes(10), "channel.digests", digests::sendDue);
    }

    @Bean
    RecurringJob subscriptionsForgotten(Digests digests) {
        return RecurringJob.daily(LocalTime.of(3, 50), "channel.forget", digests::forgetOld);
    }
}
