package org.yangguang.engagement.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.engagement.AffairPart;
import org.yangguang.organ.OrganId;

/** The table {@code engagement.affair_part}. */
@Repository
public class PartTable {

    private static final String PART = """
            select id, affair_id, kind, state, way, on_day, text, reference, organ_id, organ_name, written_by, writer_name
              from engagement.affair_part""" + " ";

    private final JdbcClient jdbc;

    PartTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param part its id is not looked at */
    public long insert(AffairPart part, Instant now) {
        return jdbc.sql("""
                insert into engagement.affair_part
                       (affair_id, kind, state, way, on_day, text, reference, organ_id, organ_name, written_by, writer_name,
                        written_at, released_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '') returning id""")
                .params(
                        part.affair(),
                        part.kind().name(),
                        part.state().name(),
                        part.way() == null ? null : part.way().name(),
                        part.on(),
                        part.text(),
                        part.reference(),
                        part.organ().value(),
                        part.organName(),
                        part.writtenBy(),
                        part.writerName(),
                        Timestamp.from(now))
                .query(Long.class)
                .single();
    }

    public void move(long id, AffairPart.State state, String by, Instant now) {
        jdbc.sql("update engagement.affair_part set state = ?, released_by = ?, released_at = ? where id = ?")
                .params(state.name(), by, Timestamp.from(now), id)
                .update();
    }

    public Optional<AffairPart> lock(long id) {
        return jdbc.sql(PART + "where id = ? for update")
                .param(id)
                .query(PartTable::part)
                .optional();
    }

    /** Those of an affair that are not discarded, in the order of their days. */
    public List<AffairPart> of(long affair) {
        return jdbc.sql(PART + "where affair_id = ? and state <> 'DISCARDED' order by on_day, id limit 500")
                .param(affair)
                .query(PartTable::part)
                .list();
    }

    /** What the public reads. */
    public List<AffairPart> released(long affair) {
        return of(affair).stream()
                .filter(part -> part.state() == AffairPart.State.RELEASED)
                .toList();
    }

    private static AffairPart part(ResultSet row, int number) throws SQLException {
        String way = row.getString("way");
        return new AffairPart(
                row.getLong("id"),
                row.getLong("affair_id"),
                AffairPart.Kind.valueOf(row.getString("kind")),
                AffairPart.State.valueOf(row.getString("state")),
                way == null ? null : AffairPart.Way.valueOf(way),
                row.getObject("on_day", LocalDate.class),
                row.getString("text"),
                row.getString("reference"),
                new OrganId(row.getLong("organ_id")),
                row.getString("organ_name"),
                row.getLong("written_by"),
                row.getString("writer_name"));
    }
}
