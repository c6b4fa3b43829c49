package org.yangguang.governance.internal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yangguang.statistics.FactSource;

/** What statistics may count: sections eight and nine of the statistics table (政府信息公开情况统计表). */
@Configuration(proxyBeanMethods = false)
class GovernanceFacts {

    /** 8.1 专门机构. */
    @Bean
    FactSource officesForDisclosure() {
        return FactSource.stock("governance.office");
    }

    /** 8.2 查阅点. */
    @Bean
    FactSource readingPointFacts() {
        return FactSource.stock("governance.reading_point");
    }

    /** 8.3 工作人员, full-time (8.3.1) and part-time (8.3.2). */
    @Bean
    FactSource engagedOfficers() {
        return FactSource.stock("governance.officer", "post", "full_time");
    }

    /** 8.4 专项经费: {@code amount} in 10,000 yuan, where the purpose is {@code WORK}. */
    @Bean
    FactSource fundFacts() {
        return FactSource.flow("governance.fund", "purpose").measuring("amount");
    }

    /** 9.1 会议. */
    @Bean
    FactSource meetingFacts() {
        return FactSource.flow("governance.meeting", "kind").measuring("heads");
    }

    /** 9.2 培训班, where {@code is_class} holds, and 9.3 接受培训人员, the sum of {@code heads}. */
    @Bean
    FactSource trainingFacts() {
        return FactSource.flow("governance.training", "kind", "is_class").measuring("heads");
    }
}
