package org.yangguang.calendar.internal;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.calendar.ArrangedDay;
import org.yangguang.calendar.CalendarYears.Imported;

/** The years that were imported here. */
@Repository
public class ArrangementTable {

    private final JdbcClient jdbc;

    ArrangementTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets one import after the other happen. */
    public void lock() {
        jdbc.sql("select number from calendar.revision for update")
                .query(Long.class)
                .single();
    }

    long revision() {
        return jdbc.sql("select number from calendar.revision")
                .query(Long.class)
                .single();
    }

    Map<Integer, List<ArrangedDay>> days() {
        Map<Integer, List<ArrangedDay>> years = new TreeMap<>();
        jdbc.sql("select day, kind, name, year from calendar.imported_day order by day")
                .query((rows, number) -> new ArrangedDay(
                        rows.getObject("day", java.time.LocalDate.class),
                        ArrangedDay.Kind.valueOf(rows.getString("kind").toUpperCase(Locale.ROOT)),
                        rows.getString("name"),
                        rows.getInt("year")))
                .list()
                .forEach(day -> years.computeIfAbsent(day.year(), year -> new java.util.ArrayList<>())
                        .add(day));
        return years;
    }

    public Map<Integer, Imported> imported() {
        Map<Integer, Imported> years = new HashMap<>();
        jdbc.sql("select year, source, imported_by, imported_at from calendar.imported_year")
                .query(rows -> {
                    years.put(
                            rows.getInt("year"),
                            new Imported(
                                    rows.getString("source"),
                                    rows.getString("imported_by"),
                                    rows.getTimestamp("imported_at").toInstant()));
                });
        return years;
    }

    public void replace(int year, List<ArrangedDay> days, Imported imported) {
        jdbc.sql("""
                        insert into calendar.imported_year (year, source, imported_by, imported_at)
                        values (:year, :source, :by, :at)
                        on conflict (year) do update
                        set source = excluded.source, imported_by = excluded.imported_by, imported_at = excluded.imported_at
                        """)
                .param("year", year)
                .param("source", imported.source())
                .param("by", imported.by())
                .param("at", imported.at().atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("delete from calendar.imported_day where year = :year")
                .param("year", year)
                .update();
        for (ArrangedDay day : days) {
            jdbc.sql("insert into calendar.imported_day (day, kind, name, year) values (:day, :kind, :name, :year)")
                    .param("day", day.date())
                    .param("kind", day.kind().name().toLowerCase(Locale.ROOT))
                    .param("name", day.name())
                    .param("year", year)
                    .update();
        }
        jdbc.sql("update calendar.revision set number = number + 1").update();
    }
}
