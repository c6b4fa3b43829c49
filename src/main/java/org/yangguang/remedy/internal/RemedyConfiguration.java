package org.yangguang.remedy.internal;

import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yangguang.platform.SealedColumns;
import org.yangguang.remedy.RemedyRules;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RemedyRules.class)
class RemedyConfiguration {

    @Bean
    SealedColumns remedyColumns() {
        return () -> List.of(new SealedColumns.Column(RemedyTable.TEXT, "event_id", "sealed", null));
    }
}
