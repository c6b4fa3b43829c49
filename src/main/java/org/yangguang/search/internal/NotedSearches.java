package org.yangguang.search.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yangguang.platform.RecurringJob;
import org.yangguang.search.VainSearches;

/** Gathers notes in memory and adds them to the day's counts every few seconds, so that searching never waits for the database. */
@Component
class NotedSearches implements VainSearches, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(NotedSearches.class);

    /** Who invents searches fills neither the memory nor the table. */
    private static final int MOST_GATHERED = 500;

    private static final int MOST_A_DAY = 5_000;

    private final JdbcClient jdbc;
    private final Clock clock;
    private Map<String, Integer> gathered = new HashMap<>();

    NotedSearches(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class Jobs {

        @Bean
        RecurringJob forgetVainSearches(NotedSearches notes) {
            return RecurringJob.daily(LocalTime.of(3, 40), "search.forget-vain-searches", notes::forget);
        }
    }

    private static final Duration PERIOD = Duration.ofSeconds(10);
    private long keptAt = System.nanoTime();

    @Override
    public void note(String typed) {
        PlainWords.of(typed).ifPresent(this::gather);
    }

    private void gather(String text) {
        boolean due;
        synchronized (this) {
            if (gathered.size() < MOST_GATHERED || gathered.containsKey(text)) {
                gathered.merge(text, 1, Integer::sum);
            }
            due = System.nanoTime() - keptAt > PERIOD.toNanos();
            if (due) {
                keptAt = System.nanoTime();
            }
        }
        if (due) {
            Thread writer = new Thread(this::keep, "vain-searches");
            writer.setDaemon(true);
            writer.start();
        }
    }

    /** Adds what was gathered to the counts; what cannot be written is lost, it is only a hint. */
    private void keep() {
        Map<String, Integer> now;
        synchronized (this) {
            now = gathered;
            gathered = new HashMap<>();
        }
        if (now.isEmpty()) {
            return;
        }
        try {
            jdbc.sql("""
                    insert into search.in_vain as kept (day, text, times)
                    select :day, noted.text, noted.times
                    from unnest(:texts::text[], :times::integer[]) as noted (text, times)
                    where (select count(*) from search.in_vain where day = :day) < :most
                       or exists (select 1 from search.in_vain known where known.day = :day and known.text = noted.text)
                    on conflict (day, text) do update set times = kept.times + excluded.times""")
                    .param("day", LocalDate.now(clock))
                    .param("texts", now.keySet().toArray(new String[0]))
                    .param("times", now.values().toArray(new Integer[0]))
                    .param("most", MOST_A_DAY)
                    .update();
        } catch (DataAccessException e) {
            log.warn("What was searched in vain could not be noted");
        }
    }

    @Override
    public List<Looked> most(int limit) {
        keep();
        return jdbc.sql("""
                select text, sum(times) as times
                from search.in_vain
                where day > :since
                group by text
                having sum(times) >= :shown
                order by sum(times) desc, text
                limit :limit""")
                .param("since", LocalDate.now(clock).minusDays(KEPT_DAYS))
                .param("shown", SHOWN_FROM)
                .param("limit", limit)
                .query((row, number) -> new Looked(row.getString("text"), row.getLong("times")))
                .list();
    }

    void forget() {
        jdbc.sql("delete from search.in_vain where day <= ?")
                .param(LocalDate.now(clock).minusDays(KEPT_DAYS))
                .update();
    }

    @Override
    public void destroy() {
        keep();
    }
}
