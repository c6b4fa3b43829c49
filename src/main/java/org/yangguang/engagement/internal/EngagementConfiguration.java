package org.yangguang.engagement.internal;

import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yangguang.engagement.EngagementRules;
import org.yangguang.platform.SealedColumns;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EngagementRules.class)
class EngagementConfiguration {

    @Bean
    SealedColumns letterColumns() {
        return () -> List.of(
                new SealedColumns.Column(LetterTable.WRITER, "letter_id", "title", null),
                new SealedColumns.Column(LetterTable.WRITER, "letter_id", "words", "words_index"),
                new SealedColumns.Column(LetterTable.WRITER, "letter_id", "name", "name_index"),
                new SealedColumns.Column(LetterTable.WRITER, "letter_id", "phone", "phone_index"),
                new SealedColumns.Column(LetterTable.WRITER, "letter_id", "rest", null),
                new SealedColumns.Column(LetterEvents.TABLE, "id", "note", null),
                new SealedColumns.Column(LetterReplies.TABLE, "letter_id", "sealed", null),
                new SealedColumns.Column(LetterRatings.TABLE, "letter_id", "remark", null),
                new SealedColumns.Column(ContributionTable.TABLE, "id", "words", null),
                new SealedColumns.Column(ContributionTable.TABLE, "id", "contact", null));
    }
}
