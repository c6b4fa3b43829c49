package org.yangguang.remedy.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.account.Officer;
import org.yangguang.organ.OrganId;
import org.yangguang.platform.SealedText;
import org.yangguang.remedy.Ending;
import org.yangguang.remedy.Filing;
import org.yangguang.remedy.Remedy;
import org.yangguang.remedy.RemedyAct;
import org.yangguang.remedy.RemedyEvent;
import org.yangguang.remedy.RemedyId;
import org.yangguang.remedy.RemedyKind;
import org.yangguang.remedy.RemedyState;

/** The tables of remedies and of what happened to them. */
@Repository
public class RemedyTable {

    /** Lines on a page. */
    public static final int MOST = 300;

    static final String TEXT = "remedy.event_text";
    private static final String ALL = "select * from remedy.remedy";

    private final JdbcClient jdbc;
    private final SealedText sealing;

    RemedyTable(JdbcClient jdbc, SealedText sealing) {
        this.jdbc = jdbc;
        this.sealing = sealing;
    }

    /** Makes whoever sends the same form at the same moment wait until this transaction is over. */
    public void lockSubmission(String submission) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('remedy.submission:' || ?, 0))")
                .param(submission)
                .query((row, n) -> 1)
                .single();
    }

    public Remedy insert(Filing filing, OrganId organ, @Nullable RemedyId follows) {
        int year = filing.filedOn().getYear();
        int last = jdbc.sql("""
                insert into remedy.series (year, last) values (?, 1)
                on conflict (year) do update set last = remedy.series.last + 1 returning last""").param(year).query(Integer.class).single();
        long id = jdbc.sql("""
                insert into remedy.remedy (number, kind, case_number, organ_id, authority, authority_number, filed_on, follows_id,
                                           submission, state, version, extended)
                values (:number, :kind, :case, :organ, :authority, :theirs, :filed, :follows, :submission, 'FILED', 1, false)
                returning id""")
                .param("number", String.format(Locale.ROOT, "R%d-%04d", year, last))
                .param("kind", filing.kind().name())
                .param(
                        "case",
                        filing.caseNumber().isBlank()
                                ? null
                                : filing.caseNumber().strip())
                .param("organ", organ.value())
                .param("authority", filing.authority().strip())
                .param("theirs", filing.authorityNumber().strip())
                .param("filed", filing.filedOn())
                .param("follows", follows == null ? null : follows.value())
                .param("submission", filing.submission())
                .query(Long.class)
                .single();
        return find(new RemedyId(id)).orElseThrow();
    }

    public void add(RemedyId remedy, RemedyEvent event, Officer by) {
        long id = jdbc.sql("""
                insert into remedy.event (remedy_id, number, act, on_day, at, by_id, by_name, ending)
                values (?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        remedy.value(),
                        event.number(),
                        event.act().name(),
                        event.on(),
                        Timestamp.from(event.at()),
                        by.id().value(),
                        by.name(),
                        event.ending() == null ? null : event.ending().name())
                .query(Long.class)
                .single();
        if (!event.words().isEmpty()) {
            jdbc.sql("insert into remedy.event_text (event_id, sealed) values (?, ?)")
                    .params(id, sealing.seal(event.words(), place(id)))
                    .update();
        }
    }

    /** Writes what an act changes. */
    public Remedy apply(Remedy remedy, RemedyAct act, LocalDate on, @Nullable Ending ending) {
        String column =
                switch (act) {
                    case ADMIT -> "accepted_on = :on, state = 'ADMITTED',";
                    case RECEIVE_COPY -> "copy_on = :on,";
                    case ANSWER -> "answered_on = :on,";
                    case EXTEND -> "extended = true,";
                    case DECIDE -> "decided_on = :on, ending = :ending, state = 'DECIDED',";
                    case NOTE, FILE -> "";
                };
        jdbc.sql("update remedy.remedy set " + column + " version = version + 1 where id = :id")
                .param("on", on)
                .param("ending", ending == null ? null : ending.name())
                .param("id", remedy.id().value())
                .update();
        return find(remedy.id()).orElseThrow();
    }

    public Optional<Remedy> find(RemedyId id) {
        return jdbc.sql(ALL + " where id = ?")
                .param(id.value())
                .query((row, n) -> remedy(row))
                .optional();
    }

    public Optional<Remedy> lock(RemedyId id) {
        return jdbc.sql(ALL + " where id = ? for update")
                .param(id.value())
                .query((row, n) -> remedy(row))
                .optional();
    }

    public Optional<Remedy> byNumber(String number) {
        return jdbc.sql(ALL + " where number = ?")
                .param(number)
                .query((row, n) -> remedy(row))
                .optional();
    }

    public Optional<Remedy> bySubmission(String submission) {
        return jdbc.sql(ALL + " where submission = ?")
                .param(submission)
                .query((row, n) -> remedy(row))
                .optional();
    }

    /**
     * Open ones first, then the newest.
     *
     * @param kind null for all
     */
    public List<Remedy> list(Collection<OrganId> organs, @Nullable RemedyKind kind, boolean open) {
        return jdbc.sql(ALL + """

                 where organ_id = any(:organs) and (:kind::text is null or kind = :kind)
                   and (not :open or decided_on is null)
                 order by decided_on is not null, filed_on desc, id desc limit :most""")
                .param("organs", organs.stream().map(OrganId::value).toArray(Long[]::new))
                .param("kind", kind == null ? null : kind.name())
                .param("open", open)
                .param("most", MOST)
                .query((row, n) -> remedy(row))
                .list();
    }

    public List<RemedyEvent> events(RemedyId remedy) {
        return jdbc.sql("""
                select e.id, e.number, e.act, e.on_day, e.at, e.by_name, e.ending, t.sealed
                  from remedy.event e left join remedy.event_text t on t.event_id = e.id
                 where e.remedy_id = ? order by e.number""")
                .param(remedy.value())
                .query((row, n) -> {
                    byte[] sealed = row.getBytes("sealed");
                    String ending = row.getString("ending");
                    return new RemedyEvent(
                            row.getInt("number"),
                            RemedyAct.valueOf(row.getString("act")),
                            row.getObject("on_day", LocalDate.class),
                            row.getTimestamp("at").toInstant(),
                            row.getString("by_name"),
                            ending == null ? null : Ending.valueOf(ending),
                            sealed == null ? "" : sealing.open(sealed, place(row.getLong("id"))));
                })
                .list();
    }

    private static SealedText.Place place(long event) {
        return new SealedText.Place(TEXT + ".sealed", event);
    }

    private static Remedy remedy(ResultSet row) throws SQLException {
        String ending = row.getString("ending");
        long follows = row.getLong("follows_id");
        boolean direct = row.wasNull();
        return new Remedy(
                new RemedyId(row.getLong("id")),
                row.getString("number"),
                RemedyKind.valueOf(row.getString("kind")),
                row.getString("case_number"),
                new OrganId(row.getLong("organ_id")),
                row.getString("authority"),
                row.getString("authority_number"),
                row.getObject("filed_on", LocalDate.class),
                direct ? null : new RemedyId(follows),
                RemedyState.valueOf(row.getString("state")),
                row.getInt("version"),
                row.getObject("accepted_on", LocalDate.class),
                row.getObject("copy_on", LocalDate.class),
                row.getObject("answered_on", LocalDate.class),
                row.getBoolean("extended"),
                row.getObject("decided_on", LocalDate.class),
                ending == null ? null : Ending.valueOf(ending));
    }
}
