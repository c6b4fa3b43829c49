package org.yangguang.engagement.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.engagement.Expert;
import org.yangguang.engagement.ExpertField;
import org.yangguang.organ.OrganId;

/** The table {@code engagement.expert}. */
@Repository
public class ExpertTable {

    private static final String EXPERT =
            "select id, organ_id, name, post, fields, from_on, until_on, version from engagement.expert ";

    private final JdbcClient jdbc;

    ExpertTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Expert insert(Expert expert) {
        long id = jdbc.sql("""
                insert into engagement.expert (organ_id, name, post, fields, from_on, until_on, version)
                values (?, ?, ?, ?, ?, ?, 1) returning id""")
                .params(
                        expert.organ().value(),
                        expert.name(),
                        expert.post(),
                        expert.fields().stream().map(Enum::name).toArray(String[]::new),
                        expert.from(),
                        expert.until())
                .query(Long.class)
                .single();
        return lock(id).orElseThrow();
    }

    public Optional<Expert> lock(long id) {
        return jdbc.sql(EXPERT + "where id = ? for update")
                .param(id)
                .query(ExpertTable::expert)
                .optional();
    }

    public void end(long id, LocalDate last) {
        jdbc.sql("update engagement.expert set until_on = ?, version = version + 1 where id = ?")
                .params(last, id)
                .update();
    }

    public List<Expert> serving(LocalDate day) {
        return jdbc.sql(EXPERT + "where from_on <= ? and until_on >= ? order by organ_id, id limit 2000")
                .params(day, day)
                .query(ExpertTable::expert)
                .list();
    }

    public List<Expert> all() {
        return jdbc.sql(EXPERT + "order by until_on desc, organ_id, id limit 2000")
                .query(ExpertTable::expert)
                .list();
    }

    private static Expert expert(ResultSet row, int number) throws SQLException {
        return new Expert(
                row.getLong("id"),
                new OrganId(row.getLong("organ_id")),
                row.getString("name"),
                row.getString("post"),
                Arrays.stream((String[]) row.getArray("fields").getArray())
                        .map(ExpertField::valueOf)
                        .toList(),
                row.getObject("from_on", LocalDate.class),
                row.getObject("until_on", LocalDate.class),
                row.getInt("version"));
    }
}
