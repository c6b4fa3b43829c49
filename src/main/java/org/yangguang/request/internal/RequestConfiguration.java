package org.yangguang.request.internal;

import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yangguang.platform.SealedColumns;
import org.yangguang.request.LetterProperties;
import org.yangguang.request.RequestRules;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({RequestRules.class, LetterProperties.class})
class RequestConfiguration {

    @Bean
    SealedColumns requestColumns() {
        return () -> List.of(
                new SealedColumns.Column(ApplicantTable.TABLE, "application_id", "name", "name_index"),
                new SealedColumns.Column(ApplicantTable.TABLE, "application_id", "identity", "identity_index"),
                new SealedColumns.Column(ApplicantTable.TABLE, "application_id", "phone", "phone_index"),
                new SealedColumns.Column(ApplicantTable.TABLE, "application_id", "rest", null),
                new SealedColumns.Column("request.event_text", "event_id", "sealed", null),
                new SealedColumns.Column("request.reminder_address", "account_id", "email", null),
                new SealedColumns.Column("request.archive", "application_id", "key", null),
                new SealedColumns.Column("request.reply_draft", "application_id", "sealed", null),
                new SealedColumns.Column(ApplicantSide.RATING, "application_id", "words", null),
                new SealedColumns.Column(LetterTable.TABLE, "id", "sealed", null));
    }
}
