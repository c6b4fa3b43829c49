package org.yangguang.remedy.internal;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yangguang.account.SignedIn;
import org.yangguang.organ.OrganId;
import org.yangguang.remedy.Remedies;
import org.yangguang.statistics.FactSource;
import org.yangguang.statistics.FactSource.Opened;

/** What remedies offer to statistics. References are numbers of the register. */
@Configuration(proxyBeanMethods = false)
class RemedyFacts {

    private final JdbcClient jdbc;
    private final SignedIn signedIn;
    private final ObjectProvider<Remedies> remedies;

    RemedyFacts(JdbcClient jdbc, SignedIn signedIn, ObjectProvider<Remedies> remedies) {
        this.jdbc = jdbc;
        this.signedIn = signedIn;
        this.remedies = remedies;
    }

    /** By the day of filing. */
    @Bean
    FactSource filedRemedyFacts() {
        return FactSource.flow(
                        "remedy.remedy", "kind", "route", "filed_on", "decided_on", "ending", "result", "row_2014")
                .opening(this::open);
    }

    /** By the day of the decision. */
    @Bean
    FactSource remedyDecisionFacts() {
        return FactSource.flow("remedy.decision", "kind", "route", "filed_on", "ending", "result", "row_2014")
                .opening(this::open);
    }

    /** What is pending on a day (尚未审结). */
    @Bean
    FactSource pendingRemedyFacts() {
        return FactSource.stock("remedy.pending", "kind", "route").opening(this::open);
    }

    private Map<String, Opened> open(Collection<String> references) {
        Long[] organs = remedies.getObject().readable(signedIn.required()).stream()
                .map(OrganId::value)
                .toArray(Long[]::new);
        return jdbc
                .sql("select id, number from remedy.remedy where number = any(?) and organ_id = any(?)")
                .params(references.toArray(String[]::new), organs)
                .query((row, n) -> Map.entry(row.getString("number"), "/console/remedies/" + row.getLong("id")))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> new Opened(entry.getKey(), entry.getValue())));
    }
}
