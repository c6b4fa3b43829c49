package org.yangguang.engagement.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.engagement.EngagementRules;
import org.yangguang.engagement.LetterKind;

/** What a year's letters come to, counted from the letters themselves; spam is none. */
@Repository
public class LetterFigures {

    private final JdbcClient jdbc;
    private final String limit;

    LetterFigures(JdbcClient jdbc, EngagementRules rules) {
        this.jdbc = jdbc;
        this.limit = Stream.of(LetterKind.values())
                .map(kind -> " when '" + kind + "' then " + rules.replyDays(kind))
                .collect(Collectors.joining("", "case kind", " end"));
    }

    /**
     * One line of a table.
     *
     * @param of what it is about: a kind, the id of an organ, a month; empty for the sum
     * @param answered of those received
     * @param median working days from receipt to reply; null when none was answered
     */
    public record Line(
            String of,
            long received,
            long answered,
            long inTime,
            @Nullable Double median) {}

    /** @param average of one to five; null when nobody judged */
    public record Satisfaction(long judged, @Nullable Double average) {}

    public Line sum(int year) {
        return lines("''", year).stream().findFirst().orElse(new Line("", 0, 0, 0, null));
    }

    public List<Line> byKind(int year) {
        return lines("kind", year);
    }

    /** The busiest organ first. */
    public List<Line> byOrgan(int year) {
        return lines("organ_id::text", year);
    }

    public List<Line> byMonth(int year) {
        return lines("to_char(received_on, 'MM')", year);
    }

    public Satisfaction satisfaction(int year) {
        return jdbc.sql("""
                select count(*) as judged, avg(r.score) as average
                  from engagement.letter_rating r join engagement.letter l on l.id = r.letter_id
                 where l.received_on >= ? and l.received_on < ?""")
                .params(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1))
                .query((row, number) -> new Satisfaction(row.getLong("judged"), number(row, "average")))
                .single();
    }

    /** Years in which letters came, the latest first. */
    public List<Integer> years() {
        return jdbc.sql("""
                with recursive years as (
                    select extract(year from max(received_on))::int as year from engagement.letter
                    union all
                    select (select extract(year from max(l.received_on))::int from engagement.letter l
                             where l.received_on < make_date(years.year, 1, 1))
                      from years where years.year is not null)
                select year from years where year is not null""").query(Integer.class).list();
    }

    private List<Line> lines(String by, int year) {
        return jdbc.sql("""
                select %s as of, count(*) as received, count(replied_on) as answered,
                       count(*) filter (where worked_days <= %s) as in_time,
                       percentile_cont(0.5) within group (order by worked_days) as median
                  from engagement.letter
                 where state <> 'SPAM' and received_on >= ? and received_on < ?
                 group by 1 order by %s""".formatted(by, limit, by.startsWith("organ") ? "2 desc, 1" : "1"))
                .params(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1))
                .query((row, number) -> new Line(
                        row.getString("of"),
                        row.getLong("received"),
                        row.getLong("answered"),
                        row.getLong("in_time"),
                        number(row, "median")))
                .list();
    }

    private static @Nullable Double number(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : value;
    }
}
