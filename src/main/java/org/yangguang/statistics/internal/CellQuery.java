package org.yangguang.statistics.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yangguang.organ.OrganId;
import org.yangguang.statistics.FactSource;
import org.yangguang.statistics.Fill.Counted;
import org.yangguang.statistics.Fill.Measure;
import org.yangguang.statistics.Fill.Moment;
import org.yangguang.statistics.Period;

/** The rows of a view that one cell counts: what is counted once has one row here. */
public final class CellQuery {

    private final Conditions conditions = new Conditions();
    private final String each;
    private final String rows;
    private final Period period;
    private final Collection<OrganId> organs;

    public CellQuery(FactSource source, Counted counted, Period period, Collection<OrganId> organs) {
        this.period = period;
        this.organs = organs;
        String day = source.kind().dates().get(0);
        String moment = counted.moment() == Moment.START ? Window.starting(source) : Window.ending(source);
        each = source.view() + " where " + Window.within(source) + " and " + moment + " and "
                + conditions.all(counted.where());
        if (counted.measure() instanceof Measure.Records && Window.isCountedByFirst(source, counted)) {
            rows = "select organ_id, ref::text as ref, " + day + " as day, null::numeric as measured from " + each
                    + " and " + Window.first(source);
        } else if (counted.measure() instanceof Measure.Records) {
            rows = "select organ_id, ref::text as ref, min(" + day + ") as day, null::numeric as measured from " + each
                    + " group by organ_id, ref";
        } else {
            String measured =
                    counted.measure() instanceof Measure.Sum sum ? sum.column() + "::numeric" : "null::numeric";
            rows = "select organ_id, ref::text as ref, " + day + " as day, " + measured + " as measured from " + each;
        }
    }

    /** A row of the view. */
    public record Row(
            OrganId organ,
            String reference,
            LocalDate on,
            @Nullable String measured) {}

    public long total(JdbcClient jdbc) {
        return bound(jdbc.sql("select count(*) from (" + rows + ") f"))
                .query(Long.class)
                .single();
    }

    public List<Row> rows(JdbcClient jdbc, int size, long from) {
        return bound(jdbc.sql("select * from (" + rows + ") f order by day desc, ref desc limit :size offset :offset"))
                .param("size", size)
                .param("offset", from)
                .query((row, number) -> {
                    BigDecimal measured = row.getBigDecimal("measured");
                    return new Row(
                            new OrganId(row.getLong("organ_id")),
                            Objects.requireNonNullElse(row.getString("ref"), ""),
                            row.getObject("day", LocalDate.class),
                            measured == null ? null : measured.toPlainString());
                })
                .list();
    }

    /** How many rows of the view there are by the values of a dimension, as text; those without a value under the empty text. */
    public Map<String, Long> by(JdbcClient jdbc, String dimension) {
        Map<String, Long> counts = new LinkedHashMap<>();
        bound(jdbc.sql("select coalesce(" + dimension + "::text, '') as value, count(*) as n from " + each
                        + " group by 1 order by 2 desc, 1"))
                .query(row -> {
                    counts.put(row.getString("value"), row.getLong("n"));
                });
        return counts;
    }

    private JdbcClient.StatementSpec bound(JdbcClient.StatementSpec query) {
        JdbcClient.StatementSpec bound = Window.bound(query, period, organs);
        conditions.values().forEach(bound::param);
        return bound;
    }
}
