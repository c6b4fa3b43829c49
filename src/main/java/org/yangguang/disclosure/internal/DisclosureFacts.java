package org.yangguang.disclosure.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yangguang.statistics.FactSource;
import org.yangguang.statistics.FactSource.Opened;

/** What statistics may count of this module: information released, and normative documents made, ended and in force. */
@Configuration(proxyBeanMethods = false)
class DisclosureFacts {

    private final JdbcClient jdbc;

    DisclosureFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Each information by each way; counted distinctly, one in several ways counts once (note of the form of 2014, 一(一)). */
    @Bean
    FactSource releasedFacts() {
        return FactSource.flow("disclosure.released", "channel", "column_id", "genre", "normative", FactSource.OPEN)
                .inOrder("previous_on", "column_id", "genre", "normative", FactSource.OPEN)
                .opening(this::items);
    }

    @Bean
    FactSource normativeMadeFacts() {
        return FactSource.flow("disclosure.normative_made", "genre").opening(this::items);
    }

    @Bean
    FactSource normativeEndedFacts() {
        return FactSource.flow("disclosure.normative_ended", "genre", "ended_by")
                .opening(this::items);
    }

    @Bean
    FactSource normativeInForceFacts() {
        return FactSource.stock("disclosure.normative_in_force", "genre").opening(this::items);
    }

    private Map<String, Opened> items(Collection<String> references) {
        Map<String, Opened> opened = new HashMap<>();
        jdbc.sql("""
                select distinct on (item_id) item_id, title from disclosure.edition
                where item_id = any(?) and state in ('PUBLISHED', 'SUPERSEDED', 'WITHDRAWN', 'REGISTERED')
                order by item_id, number desc""")
                .param(references.stream().map(Long::valueOf).toArray(Long[]::new))
                .query(row -> {
                    String item = row.getString("item_id");
                    opened.put(item, new Opened(row.getString("title"), "/console/items/" + item));
                });
        return opened;
    }
}
