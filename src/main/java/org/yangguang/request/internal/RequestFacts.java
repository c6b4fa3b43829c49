package org.yangguang.request.internal;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yangguang.account.Officer;
import org.yangguang.account.SignedIn;
import org.yangguang.organ.OrganId;
import org.yangguang.request.Requests;
import org.yangguang.statistics.FactSource;
import org.yangguang.statistics.FactSource.Opened;

/** What applications offer to statistics. References are numbers of the register. */
@Configuration(proxyBeanMethods = false)
class RequestFacts {

    private final JdbcClient jdbc;
    private final SignedIn signedIn;
    private final ObjectProvider<Requests> requests;

    RequestFacts(JdbcClient jdbc, SignedIn signedIn, ObjectProvider<Requests> requests) {
        this.jdbc = jdbc;
        this.signedIn = signedIn;
        this.requests = requests;
    }

    /** By the day of receipt. */
    @Bean
    FactSource applicationFacts() {
        return FactSource.flow(
                        "request.application",
                        "applicant_kind",
                        "applicant_group",
                        "channel",
                        "channel_row_2014",
                        "regime",
                        "received_on",
                        "closed_on",
                        "result",
                        "extended",
                        "in_time")
                .opening(this::open);
    }

    /** By the day on which the result stood. */
    @Bean
    FactSource applicationResultFacts() {
        return FactSource.flow(
                        "request.result",
                        "applicant_kind",
                        "applicant_group",
                        "channel",
                        "channel_row_2014",
                        "regime",
                        "received_on",
                        "closed_on",
                        "result",
                        "row_2014",
                        "row_2019",
                        "row_2021",
                        "extended",
                        "in_time",
                        "handling_row_2014")
                .opening(this::open);
    }

    /** What is open on a day; at the end of a year it is carried over. */
    @Bean
    FactSource openApplicationFacts() {
        return FactSource.stock("request.open", "applicant_kind", "applicant_group", "channel", "regime")
                .opening(this::open);
    }

    /** Fees in yuan by the day of payment. */
    @Bean
    FactSource applicationFeeFacts() {
        return FactSource.flow("request.fee", "applicant_kind", "basis")
                .measuring("amount", "items_or_pages")
                .opening(this::open);
    }

    private Map<String, Opened> open(Collection<String> references) {
        Officer officer = signedIn.required();
        Long[] organs = requests.getObject().organsOf(officer).stream()
                .map(OrganId::value)
                .toArray(Long[]::new);
        return jdbc
                .sql("select id, number from request.application where number = any(?) and organ_id = any(?)")
                .params(references.toArray(String[]::new), organs)
                .query((row, n) -> Map.entry(row.getString("number"), "/console/requests/" + row.getLong("id")))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> new Opened(entry.getKey(), entry.getValue())));
    }
}
