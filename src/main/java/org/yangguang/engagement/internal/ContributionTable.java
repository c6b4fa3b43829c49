package org.yangguang.engagement.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.engagement.Contribution;
import org.yangguang.platform.SealedText;

/** The table {@code engagement.contribution}. */
@Repository
public class ContributionTable {

    static final String TABLE = "engagement.contribution";
    private static final String CONTRIBUTION = """
            select id, affair_id, state, version, received_on, suspect, shown, answer, adoption, prepared_by, prepared_by_name
              from engagement.contribution""" + " ";

    private final JdbcClient jdbc;
    private final SealedText sealing;

    ContributionTable(JdbcClient jdbc, SealedText sealing) {
        this.jdbc = jdbc;
        this.sealing = sealing;
    }

    /** What was written, and how to reach whoever wrote it. */
    public record Own(String words, String contact) {}

    /** How many opinions came and what became of them. */
    public record Tally(int received, int adopted, int partly, int notAdopted) {}

    public long insert(long affair, Own own, boolean suspect, LocalDate on, Instant now) {
        long id = jdbc.sql("""
                insert into engagement.contribution
                       (affair_id, state, version, received_at, received_on, suspect, shown, answer, prepared_by_name, released_by)
                values (?, 'NEW', 1, ?, ?, ?, '', '', '', '') returning id""")
                .params(affair, Timestamp.from(now), on, suspect)
                .query(Long.class)
                .single();
        jdbc.sql("update engagement.contribution set words = ?, contact = ? where id = ?")
                .params(
                        sealing.seal(own.words(), place("words", id)),
                        own.contact().isEmpty() ? null : sealing.seal(own.contact(), place("contact", id)),
                        id)
                .update();
        return id;
    }

    public Own own(long id) {
        return jdbc.sql("select words, contact from engagement.contribution where id = ?")
                .param(id)
                .query((row, number) -> new Own(
                        opened("words", id, row.getBytes("words")), opened("contact", id, row.getBytes("contact"))))
                .single();
    }

    public Optional<Contribution> lock(long id) {
        return jdbc.sql(CONTRIBUTION + "where id = ? for update")
                .param(id)
                .query(ContributionTable::contribution)
                .optional();
    }

    public void prepare(
            long id, String shown, String answer, Contribution.@Nullable Adoption adoption, long by, String name) {
        jdbc.sql("""
                update engagement.contribution
                   set state = 'PREPARED', version = version + 1, shown = ?, answer = ?, adoption = ?, prepared_by = ?,
                       prepared_by_name = ? where id = ?""")
                .params(shown, answer, adoption == null ? null : adoption.name(), by, name, id)
                .update();
    }

    public void move(long id, Contribution.State state, String by) {
        jdbc.sql("update engagement.contribution set state = ?, version = version + 1, released_by = ? where id = ?")
                .params(state.name(), by, id)
                .update();
    }

    /** The oldest first; discarded ones last. */
    public List<Contribution> of(long affair, int most) {
        return jdbc.sql(CONTRIBUTION + "where affair_id = ? order by state = 'DISCARDED', id limit ?")
                .params(affair, most)
                .query(ContributionTable::contribution)
                .list();
    }

    public List<Contribution> shown(long affair) {
        return jdbc.sql(CONTRIBUTION + "where affair_id = ? and state = 'SHOWN' order by id limit 500")
                .param(affair)
                .query(ContributionTable::contribution)
                .list();
    }

    public Tally tally(long affair) {
        return jdbc.sql("""
                select count(*) as received, count(*) filter (where adoption = 'ADOPTED') as adopted,
                       count(*) filter (where adoption = 'PARTLY') as partly,
                       count(*) filter (where adoption = 'NOT_ADOPTED') as not_adopted
                  from engagement.contribution where affair_id = ? and state <> 'DISCARDED'""")
                .param(affair)
                .query((row, number) -> new Tally(
                        row.getInt("received"), row.getInt("adopted"), row.getInt("partly"), row.getInt("not_adopted")))
                .single();
    }

    private String opened(String column, long id, byte @Nullable [] sealed) {
        return sealed == null ? "" : sealing.open(sealed, place(column, id));
    }

    private static SealedText.Place place(String column, long id) {
        return new SealedText.Place(TABLE + "." + column, id);
    }

    private static Contribution contribution(ResultSet row, int number) throws SQLException {
        String adoption = row.getString("adoption");
        return new Contribution(
                row.getLong("id"),
                row.getLong("affair_id"),
                Contribution.State.valueOf(row.getString("state")),
                row.getInt("version"),
                row.getObject("received_on", LocalDate.class),
                row.getBoolean("suspect"),
                row.getString("shown"),
                row.getString("answer"),
                adoption == null ? null : Contribution.Adoption.valueOf(adoption),
                row.getObject("prepared_by", Long.class),
                row.getString("prepared_by_name"));
    }
}
