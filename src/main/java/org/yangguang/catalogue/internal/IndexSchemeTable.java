package org.yangguang.catalogue.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.organ.OrganId;

/** The table {@code catalogue.index_scheme}. */
@Repository
public class IndexSchemeTable {

    private final JdbcClient jdbc;
    private final Clock clock;

    IndexSchemeTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A scheme from a day on.
     *
     * @param organ whose; null for every organ without one of its own
     */
    public record Row(
            @Nullable OrganId organ, NumberPattern pattern, LocalDate validFrom, String madeBy, Instant madeAt) {}

    /** The scheme that holds today: the organ's own newest, else the common one. */
    public Row inForce(OrganId organ) {
        return jdbc.sql("""
                select organ_id, pattern, valid_from, made_by, made_at
                  from catalogue.index_scheme
                 where (organ_id = ? or organ_id is null) and valid_from <= ?
                 order by organ_id nulls last, valid_from desc
                 limit 1""")
                .params(organ.value(), LocalDate.now(clock))
                .query(IndexSchemeTable::row)
                .single();
    }

    /** Every scheme, common ones first, the newest of each organ first. */
    public List<Row> all() {
        return jdbc.sql("""
                select organ_id, pattern, valid_from, made_by, made_at
                  from catalogue.index_scheme
                 order by organ_id nulls first, valid_from desc""").query(IndexSchemeTable::row).list();
    }

    /** @return false when the organ has a scheme from that day already */
    public boolean insert(@Nullable OrganId organ, NumberPattern pattern, LocalDate validFrom, String madeBy) {
        return jdbc.sql("""
                insert into catalogue.index_scheme (organ_id, pattern, valid_from, made_by, made_at)
                values (?, ?, ?, ?, ?)
                on conflict do nothing""")
                        .params(
                                organ == null ? null : organ.value(),
                                pattern.text(),
                                validFrom,
                                madeBy,
                                OffsetDateTime.now(clock))
                        .update()
                == 1;
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        Long organ = row.getObject("organ_id", Long.class);
        return new Row(
                organ == null ? null : new OrganId(organ),
                new NumberPattern(row.getString("pattern")),
                row.getObject("valid_from", LocalDate.class),
                row.getString("made_by"),
                row.getObject("made_at", OffsetDateTime.class).toInstant());
    }
}
