package org.yangguang.site.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.platform.RecurringJob;

/** Which copies of forms have done their work. */
@Repository
public class UsedForms {

    private static final Duration KEPT = Duration.ofDays(2);

    private final JdbcClient jdbc;
    private final Clock clock;

    UsedForms(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<String> outcome(String token) {
        return jdbc.sql("select outcome from site.used_form where token = :token")
                .param("token", token)
                .query(String.class)
                .optional();
    }

    /** False when the copy was used; waits for another transaction that is using it. */
    public boolean take(String token) {
        return jdbc.sql("insert into site.used_form values (:token, '', :now) on conflict do nothing")
                        .param("token", token)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    public void done(String token, String outcome) {
        jdbc.sql("update site.used_form set outcome = :outcome where token = :token")
                .param("outcome", outcome)
                .param("token", token)
                .update();
    }

    /**
     * Takes many copies with the outcomes that they get; waits for other transactions that are using one of them.
     *
     * @return those that had not been used
     */
    public Set<String> take(Map<String, String> outcomes) {
        return jdbc.sql("""
                insert into site.used_form
                select token, outcome, :now from unnest(:tokens::text[], :outcomes::text[]) form (token, outcome)
                 order by token
                on conflict do nothing returning token""")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("tokens", outcomes.keySet().toArray(String[]::new))
                .param("outcomes", outcomes.values().toArray(String[]::new))
                .query(String.class)
                .set();
    }

    void forgetOld() {
        jdbc.sql("delete from site.used_form where used_at < :then")
                .param("then", clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
    }

    @Configuration(proxyBeanMethods = false)
    static class Care {
        @Bean
        RecurringJob forgetUsedForms(UsedForms forms) {
            return RecurringJob.every(Duration.ofHours(1), "site.forget-used-forms", forms::forgetOld);
        }
    }
}
