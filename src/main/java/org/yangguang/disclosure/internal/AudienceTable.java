package org.yangguang.disclosure.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.disclosure.Audience;
import org.yangguang.organ.OrganId;

/** The table {@code disclosure.audience}. */
@Repository
public class AudienceTable {

    private static final String AUDIENCE =
            "select id, organ_id, name, expires_on, renewed_at, closed_at from disclosure.audience";

    private final JdbcClient jdbc;
    private final Clock clock;

    AudienceTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those of {@code ids} that can be opened today. */
    public List<Audience> open(Set<Long> ids) {
        LocalDate today = LocalDate.now(clock);
        return jdbc
                .sql(AUDIENCE + " where id = any(?)")
                .param(ids.toArray(Long[]::new))
                .query(AudienceTable::audience)
                .stream()
                .filter(audience -> audience.open(today))
                .toList();
    }

    public Optional<Audience> byCodeHash(String hash) {
        return jdbc.sql(AUDIENCE + " where code_hash = ?")
                .param(hash)
                .query(AudienceTable::audience)
                .optional();
    }

    public Optional<Audience> find(long id) {
        return jdbc.sql(AUDIENCE + " where id = ?")
                .param(id)
                .query(AudienceTable::audience)
                .optional();
    }

    /** Newest first. */
    public List<Audience> of(Collection<OrganId> organs) {
        return jdbc.sql(AUDIENCE + " where organ_id = any(?) order by id desc")
                .param(organs.stream().map(OrganId::value).toArray(Long[]::new))
                .query(AudienceTable::audience)
                .list();
    }

    public long insert(OrganId organ, String name, String codeHash, @Nullable LocalDate expiresOn, Instant now) {
        return jdbc.sql("""
                insert into disclosure.audience (organ_id, name, code_hash, expires_on, renewed_at, created_at)
                values (?, ?, ?, ?, ?, ?) returning id""")
                .params(organ.value(), name, codeHash, expiresOn, Timestamp.from(now), Timestamp.from(now))
                .query(Long.class)
                .single();
    }

    public void renew(long id, String codeHash, @Nullable LocalDate expiresOn, Instant now) {
        jdbc.sql("update disclosure.audience set code_hash = ?, expires_on = ?, renewed_at = ? where id = ?")
                .params(codeHash, expiresOn, Timestamp.from(now), id)
                .update();
    }

    public void close(long id, Instant now) {
        jdbc.sql("update disclosure.audience set closed_at = ? where id = ? and closed_at is null")
                .params(Timestamp.from(now), id)
                .update();
    }

    private static Audience audience(ResultSet row, int number) throws SQLException {
        Timestamp closed = row.getTimestamp("closed_at");
        return new Audience(
                row.getLong("id"),
                new OrganId(row.getLong("organ_id")),
                row.getString("name"),
                row.getObject("expires_on", LocalDate.class),
                row.getTimestamp("renewed_at").toInstant(),
                closed == null ? null : closed.toInstant());
    }
}
