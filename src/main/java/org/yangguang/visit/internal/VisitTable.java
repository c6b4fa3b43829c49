package org.yangguang.visit.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.visit.Visits.Visited;

/** The tables of the schema {@code visit}. */
@Repository
public class VisitTable {

    private final JdbcClient jdbc;

    VisitTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds many counts with one statement for the site and one for the pages. */
    public void add(Map<LocalDate, Long> days, Map<LocalDate, Map<String, Long>> pages) {
        List<String> siteDays = new ArrayList<>();
        List<Long> siteVisits = new ArrayList<>();
        new TreeMap<>(days).forEach((day, visits) -> {
            siteDays.add(day.toString());
            siteVisits.add(visits);
        });
        List<String> paths = new ArrayList<>();
        List<String> pageDays = new ArrayList<>();
        List<Long> pageVisits = new ArrayList<>();
        // In one order everywhere, so that two nodes that add at once wait for each other and never deadlock.
        new TreeMap<>(pages).forEach((day, byPath) -> new TreeMap<>(byPath).forEach((path, visits) -> {
            paths.add(path);
            pageDays.add(day.toString());
            pageVisits.add(visits);
        }));
        if (!siteDays.isEmpty()) {
            jdbc.sql("""
                    insert into visit.day (day, visits) select * from unnest(?::text[]::date[], ?::bigint[])
                    on conflict (day) do update set visits = day.visits + excluded.visits""")
                    .params(siteDays.toArray(String[]::new), siteVisits.toArray(Long[]::new))
                    .update();
        }
        if (!paths.isEmpty()) {
            jdbc.sql("""
                    insert into visit.page (path, day, visits) select * from unnest(?::text[], ?::text[]::date[], ?::bigint[])
                    on conflict (path, day) do update set visits = page.visits + excluded.visits""")
                    .params(
                            paths.toArray(String[]::new),
                            pageDays.toArray(String[]::new),
                            pageVisits.toArray(Long[]::new))
                    .update();
        }
    }

    public SortedMap<Integer, Long> years() {
        SortedMap<Integer, Long> years = new TreeMap<>();
        jdbc.sql("select extract(year from day)::int as year, sum(visits)::bigint as visits from visit.day group by 1")
                .query(row -> {
                    years.put(row.getInt("year"), row.getLong("visits"));
                });
        return years;
    }

    public SortedMap<LocalDate, Long> days(LocalDate first, LocalDate last) {
        SortedMap<LocalDate, Long> days = new TreeMap<>();
        jdbc.sql("select day, visits from visit.day where day between ? and ?")
                .params(first, last)
                .query(row -> {
                    days.put(row.getObject("day", LocalDate.class), row.getLong("visits"));
                });
        return days;
    }

    public List<Visited> popular(String prefix, int days, int limit) {
        return jdbc.sql("""
                select path, sum(visits)::bigint as visits from visit.page
                 where day > (select max(day) - :days from visit.page) and starts_with(path, :prefix)
                 group by path order by visits desc, path limit :limit""")
                .param("days", days)
                .param("prefix", prefix)
                .param("limit", limit)
                .query((row, number) -> new Visited(row.getString("path"), row.getLong("visits")))
                .list();
    }

    public long of(String path) {
        return jdbc.sql("select coalesce(sum(visits), 0)::bigint from visit.page where path = ?")
                .param(path)
                .query(Long.class)
                .single();
    }

    public boolean shown() {
        return jdbc.sql("select shown from visit.setting").query(Boolean.class).single();
    }

    public void show(boolean shown) {
        jdbc.sql("update visit.setting set shown = ?").param(shown).update();
    }

    /** Gathers the days of pages before {@code day} into their months; may be repeated. */
    public void fold(LocalDate day) {
        jdbc.sql("""
                with days as (
                    delete from visit.page where day < date_trunc('month', ?::date) and extract(day from day) <> 1
                    returning path, date_trunc('month', day)::date as month, visits)
                insert into visit.page (path, day, visits) select path, month, sum(visits) from days group by 1, 2
                on conflict (path, day) do update set visits = page.visits + excluded.visits""").param(day).update();
    }
}
