package org.yangguang.channel.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.channel.Carrier;
import org.yangguang.channel.Outlet;
import org.yangguang.channel.Outlets;
import org.yangguang.organ.OrganId;
import org.yangguang.platform.SealedColumns;
import org.yangguang.platform.SealedText;
import org.yangguang.platform.SealedText.Place;

/** The outlets; what gives access to services is sealed. */
@Repository
public class OutletTable implements SealedColumns {

    private static final String TABLE = "channel.outlet";
    private static final String OUTLET = """
            select id, organ_id, carrier, name, name_en, address, takes, columns, credentials is not null as connected,
                   held_until, problem, version, closed_at from channel.outlet""";

    private final JdbcClient jdbc;
    private final SealedText sealed;

    OutletTable(JdbcClient jdbc, SealedText sealed) {
        this.jdbc = jdbc;
        this.sealed = sealed;
    }

    @Override
    public List<Column> columns() {
        return List.of(new Column(TABLE, "id", "credentials", null));
    }

    public Optional<Outlet> find(long id) {
        return jdbc.sql(OUTLET + " where id = ?")
                .param(id)
                .query(OutletTable::outlet)
                .optional();
    }

    public List<Outlet> open() {
        return jdbc.sql(OUTLET + " where closed_at is null order by id")
                .query(OutletTable::outlet)
                .list();
    }

    public List<Outlet> of(Collection<OrganId> organs) {
        return jdbc.sql(OUTLET + " where organ_id = any (?) order by closed_at is not null, organ_id, id")
                .param(organs.stream().map(OrganId::value).toArray(Long[]::new))
                .query(OutletTable::outlet)
                .list();
    }

    public long insert(Outlets.Typed typed, Instant now) {
        return jdbc.sql("""
                insert into channel.outlet (organ_id, carrier, name, name_en, address, takes, columns, opened_at)
                values (:organ, :carrier, :name, :nameEn, :address, :takes, :columns, :now) returning id""")
                .param("organ", typed.organ().value())
                .param("carrier", typed.carrier() == null ? "" : typed.carrier().name())
                .param("name", typed.name())
                .param("nameEn", typed.nameEn())
                .param("address", typed.address())
                .param("takes", typed.takes().name())
                .param("columns", typed.columns().toArray(String[]::new))
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .single();
    }

    /** Its organ and carrier stay what they are. */
    public boolean update(long id, int version, Outlets.Typed typed) {
        return jdbc.sql("""
                update channel.outlet set name = :name, name_en = :nameEn, address = :address, takes = :takes,
                       columns = :columns, version = version + 1
                 where id = :id and version = :version and closed_at is null""")
                        .param("name", typed.name())
                        .param("nameEn", typed.nameEn())
                        .param("address", typed.address())
                        .param("takes", typed.takes().name())
                        .param("columns", typed.columns().toArray(String[]::new))
                        .param("id", id)
                        .param("version", version)
                        .update()
                == 1;
    }

    /** Seals what gives access; whatever held the outlet is forgotten. */
    public void connect(long id, @Nullable Credentials credentials) {
        jdbc.sql("""
                update channel.outlet set credentials = :sealed, held_until = null, problem = null, version = version + 1
                 where id = :id""")
                .param(
                        "sealed",
                        credentials == null
                                ? null
                                : sealed.seal(credentials.written(), new Place(TABLE + ".credentials", id)))
                .param("id", id)
                .update();
    }

    public Optional<Credentials> credentials(long id) {
        return jdbc.sql("select credentials from channel.outlet where id = ? and credentials is not null")
                .param(id)
                .query(byte[].class)
                .optional()
                .map(envelope -> Credentials.read(sealed.open(envelope, new Place(TABLE + ".credentials", id))));
    }

    public void close(long id, Instant now) {
        jdbc.sql("""
                update channel.outlet set closed_at = ?, credentials = null, version = version + 1
                 where id = ? and closed_at is null""").params(Timestamp.from(now), id).update();
    }

    /** Nothing is tried at its service before {@code until}; null lets it go on. */
    public void hold(long id, @Nullable Instant until, @Nullable String problem) {
        jdbc.sql("update channel.outlet set held_until = :until, problem = :problem where id = :id")
                .param("until", until == null ? null : Timestamp.from(until))
                .param("problem", problem)
                .param("id", id)
                .update();
    }

    private static Outlet outlet(ResultSet row, int number) throws SQLException {
        Timestamp held = row.getTimestamp("held_until");
        return new Outlet(
                row.getLong("id"),
                new OrganId(row.getLong("organ_id")),
                Carrier.valueOf(row.getString("carrier")),
                row.getString("name"),
                row.getString("name_en"),
                row.getString("address"),
                Outlet.Takes.valueOf(row.getString("takes")),
                List.of((String[]) row.getArray("columns").getArray()),
                row.getBoolean("connected"),
                held == null ? null : held.toInstant(),
                row.getString("problem"),
                row.getInt("version"),
                row.getTimestamp("closed_at") == null);
    }
}
