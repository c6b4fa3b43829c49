package org.yangguang.channel.internal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yangguang.statistics.FactSource;

/** What statistics may count of deliveries: by carrier, finer than the ways of the form, which are counted from the releases of items. */
@Configuration(proxyBeanMethods = false)
class ChannelFacts {

    @Bean
    FactSource arrivedDeliveries() {
        return FactSource.flow("channel.delivery", "carrier");
    }
}
