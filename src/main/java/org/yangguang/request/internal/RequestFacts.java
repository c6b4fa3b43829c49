package org.yangguang.request.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yangguang.statistics.FactSource;
import org.yangguang.statistics.FactSource.Opened;

/** What statistics may count of applications: received, pending, concluded with their one result, and fees that were paid. */
@Configuration(proxyBeanMethods = false)
class RequestFacts {

    private final JdbcClient jdbc;

    RequestFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Bean
    FactSource applicationFacts() {
        return FactSource.flow(
                        "request.application",
                        "applicant_kind",
                        "applicant_group",
                        "channel",
                        "channel_row_2014",
                        "regime")
                .opening(this::cases);
    }

    @Bean
    FactSource pendingFacts() {
        return FactSource.stock("request.pending", "applicant_kind", "channel", "regime")
                .opening(this::cases);
    }

    @Bean
    FactSource resultFacts() {
        return FactSource.flow(
                        "request.result",
                        "applicant_kind",
                        "applicant_group",
                        "channel",
                        "channel_row_2014",
                        "regime",
                        "result",
                        "row_2014",
                        "row_2019",
                        "row_2021",
                        "extended",
                        "in_time",
                        "handling_row_2014")
                .opening(this::cases);
    }

    @Bean
    FactSource feeFacts() {
        return FactSource.flow("request.fee", "applicant_kind", "basis")
                .measuring("amount", "items_or_pages")
                .opening(this::cases);
    }

    /** An application shows its number only: what was asked for may name its applicant. */
    private Map<String, Opened> cases(Collection<String> references) {
        Map<String, Opened> opened = new HashMap<>();
        jdbc.sql("select id, number from request.application where number = any(?)")
                .param(references.toArray(String[]::new))
                .query(row -> {
                    String number = row.getString("number");
                    opened.put(number, new Opened(number, "/console/requests/" + row.getLong("id")));
                });
        return opened;
    }
}
