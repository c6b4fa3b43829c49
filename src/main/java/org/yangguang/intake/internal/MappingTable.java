package org.yangguang.intake.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.intake.ImportPlan;
import org.yangguang.organ.OrganId;
import tools.jackson.databind.json.JsonMapper;

/** Plans that were kept under a name. */
@Repository
public class MappingTable {

    public record Mapping(long id, OrganId organ, String name, ImportPlan plan) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;

    MappingTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Keeps a plan, in place of one of the same name. */
    public void keep(String name, ImportPlan plan, Instant now) {
        jdbc.sql("""
                insert into intake.mapping (organ_id, name, plan, saved_at) values (?, ?, ?, ?)
                on conflict (organ_id, name) do update set plan = excluded.plan, saved_at = excluded.saved_at""")
                .params(plan.organ().value(), name, json.writeValueAsString(plan), Timestamp.from(now))
                .update();
    }

    public List<Mapping> of(Collection<OrganId> organs, ImportPlan.Kind kind) {
        return jdbc
                .sql("select id, organ_id, name, plan from intake.mapping where organ_id = any (?) order by name")
                .param(organs.stream().map(OrganId::value).toArray(Long[]::new))
                .query(this::mapping)
                .list()
                .stream()
                .filter(each -> each.plan().kind() == kind)
                .toList();
    }

    public Optional<Mapping> find(long id) {
        return jdbc.sql("select id, organ_id, name, plan from intake.mapping where id = ?")
                .param(id)
                .query(this::mapping)
                .optional();
    }

    private Mapping mapping(ResultSet row, int number) throws SQLException {
        return new Mapping(
                row.getLong("id"),
                new OrganId(row.getLong("organ_id")),
                row.getString("name"),
                json.readValue(row.getString("plan"), ImportPlan.class));
    }
}
