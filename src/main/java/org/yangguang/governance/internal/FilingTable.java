package org.yangguang.governance.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.account.AccountId;
import org.yangguang.governance.Absence;
import org.yangguang.governance.Filing;
import org.yangguang.governance.Filings;
import org.yangguang.governance.HandOver;
import org.yangguang.organ.OrganId;

/** Filed officers, their absences and what they handed over. */
@Repository
public class FilingTable {

    private static final String FILING = """
            select f.id, f.organ_id, f.post, f.person_name, f.position, f.account_id, f.full_time, f.engaged, f.from_on, f.until_on, f.ended_why
              from governance.filing f """ + " ";
    private static final String ABSENCE =
            "select a.id, a.filing_id, a.from_on, a.last_on, a.why from governance.absence a where a.cancelled_at is null";

    private final JdbcClient jdbc;

    FilingTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Changes of the posts of an organ happen one after the other. */
    public void hold(OrganId organ) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('governance.filing'), ?)")
                .param((int) organ.value())
                .query(row -> {});
    }

    public Optional<Filing> find(long id) {
        return jdbc.sql(FILING + " where f.id = ?")
                .param(id)
                .query(FilingTable::filing)
                .optional();
    }

    /** Everybody who was ever filed for the organ, the latest first. */
    public List<Filing> of(OrganId organ) {
        return jdbc.sql(FILING + """
                 where f.organ_id = ? order by f.until_on is not null, f.from_on desc, f.id desc limit 500""")
                .param(organ.value())
                .query(FilingTable::filing)
                .list();
    }

    /** Who holds a post of these organs on a day. */
    public List<Filing> on(LocalDate day, Collection<OrganId> organs) {
        return jdbc.sql(FILING + """
                 where f.organ_id = any (?) and f.from_on <= ? and (f.until_on is null or f.until_on > ?)""")
                .params(ids(organs), day, day)
                .query(FilingTable::filing)
                .list();
    }

    /** Whether another person is filed for the post on a day of this term. */
    public boolean taken(OrganId organ, Filing.Post post, LocalDate from) {
        return jdbc.sql("""
                select exists (select 1 from governance.filing
                                where organ_id = ? and post = ? and (until_on is null or until_on > ?))""")
                .params(organ.value(), post.name(), from)
                .query(Boolean.class)
                .single();
    }

    public long insert(Filings.Typed typed, @Nullable AccountId account, String by, Instant now) {
        return jdbc.sql("""
                insert into governance.filing (organ_id, post, person_name, position, account_id, full_time, engaged, from_on, noted_by,
                       noted_at)
                values (:organ, :post, :person, :position, :account, :full, :engaged, :from, :by, :now) returning id""")
                .param("organ", typed.organ().value())
                .param("post", typed.post() == null ? "" : typed.post().name())
                .param("person", typed.person())
                .param("position", typed.position())
                .param("account", account == null ? null : account.value())
                .param("full", typed.fullTime())
                .param("engaged", typed.engaged())
                .param("from", typed.from())
                .param("by", by)
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .single();
    }

    /** False when it had ended already. */
    public boolean end(long id, LocalDate until, String why) {
        return jdbc.sql("update governance.filing set until_on = ?, ended_why = ? where id = ? and until_on is null")
                        .params(until, why, id)
                        .update()
                == 1;
    }

    /** How often the post A of each organ got a new person since a day; the first one is no change. */
    public Map<OrganId, Integer> changes(LocalDate since, Collection<OrganId> organs) {
        Map<OrganId, Integer> changes = new HashMap<>();
        jdbc.sql("""
                select f.organ_id, count(*) as changes from governance.filing f
                 where f.organ_id = any (?) and f.post = 'A' and f.from_on > ?
                   and exists (select 1 from governance.filing p
                                where p.organ_id = f.organ_id and p.post = 'A' and p.from_on < f.from_on)
                 group by f.organ_id""").params(ids(organs), since).query(row -> {
            changes.put(new OrganId(row.getLong("organ_id")), row.getInt("changes"));
        });
        return changes;
    }

    public long absent(long filing, LocalDate from, LocalDate last, String why, String by, Instant now) {
        return jdbc.sql("""
                insert into governance.absence (filing_id, from_on, last_on, why, noted_by, noted_at)
                values (?, ?, ?, ?, ?, ?) returning id""")
                .params(filing, from, last, why, by, Timestamp.from(now))
                .query(Long.class)
                .single();
    }

    public boolean cancelAbsence(long id, Instant now) {
        return jdbc.sql("update governance.absence set cancelled_at = ? where id = ? and cancelled_at is null")
                        .params(Timestamp.from(now), id)
                        .update()
                == 1;
    }

    public Optional<Absence> absence(long id) {
        return jdbc.sql(ABSENCE + " and a.id = ?")
                .param(id)
                .query(FilingTable::absence)
                .optional();
    }

    public List<Absence> absences(Collection<Long> filings, LocalDate day) {
        return jdbc.sql(ABSENCE + " and a.filing_id = any (?) and a.from_on <= ? and a.last_on >= ?")
                .params(filings.toArray(Long[]::new), day, day)
                .query(FilingTable::absence)
                .list();
    }

    /** Those that are not over. */
    public List<Absence> comingAbsences(Collection<Long> filings, LocalDate day) {
        return jdbc.sql(ABSENCE + " and a.filing_id = any (?) and a.last_on >= ? order by a.from_on")
                .params(filings.toArray(Long[]::new), day)
                .query(FilingTable::absence)
                .list();
    }

    /** Accounts of those who are away on a day and for whom this account is filed as B of the same organ. */
    public Set<AccountId> actsFor(AccountId account, LocalDate day) {
        return jdbc.sql("""
                select a.account_id
                  from governance.filing b
                  join governance.filing a on a.organ_id = b.organ_id and a.post = 'A'
                  join governance.absence away on away.filing_id = a.id and away.cancelled_at is null
                 where b.account_id = :account and b.post = 'B' and a.account_id is not null and a.account_id <> :account
                   and b.from_on <= :day and (b.until_on is null or b.until_on > :day)
                   and a.from_on <= :day and (a.until_on is null or a.until_on > :day)
                   and away.from_on <= :day and away.last_on >= :day
                   and not exists (select 1 from governance.absence too where too.filing_id = b.id and too.cancelled_at is null
                                      and too.from_on <= :day and too.last_on >= :day)""")
                .param("account", account.value())
                .param("day", day)
                .query((row, number) -> new AccountId(row.getLong(1)))
                .set();
    }

    public Optional<Long> handOver(
            Filing from, Filing to, LocalDate on, List<String> things, String pending, String by, Instant now) {
        return jdbc.sql("""
                insert into governance.hand_over (organ_id, from_filing, to_filing, on_day, things, pending, state, noted_by, noted_at)
                values (?, ?, ?, ?, ?, ?, 'NOTED', ?, ?) on conflict (from_filing, to_filing) do nothing returning id""")
                .params(
                        from.organ().value(),
                        from.id(),
                        to.id(),
                        on,
                        things.toArray(String[]::new),
                        pending,
                        by,
                        Timestamp.from(now))
                .query(Long.class)
                .optional();
    }

    /** False when it was accepted before. */
    public boolean accept(long id, String by, Instant now) {
        return jdbc.sql("""
                update governance.hand_over set state = 'ACCEPTED', accepted_by = ?, accepted_at = ?
                 where id = ? and state = 'NOTED'""").params(by, Timestamp.from(now), id).update() == 1;
    }

    public Optional<HandOver> handOver(long id) {
        return handOvers("h.id = ?", id).stream().findFirst();
    }

    public List<HandOver> handOvers(OrganId organ) {
        return handOvers("h.organ_id = ?", organ.value());
    }

    private List<HandOver> handOvers(String condition, long value) {
        return jdbc.sql("""
                select h.id, h.organ_id, h.from_filing, h.to_filing, h.on_day, h.things, h.pending, h.accepted_by
                  from governance.hand_over h where """ + " " + condition + " order by h.on_day desc, h.id desc limit 200")
                .param(value)
                .query((row, number) -> new HandOver(
                        row.getLong("id"),
                        new OrganId(row.getLong("organ_id")),
                        find(row.getLong("from_filing")).orElseThrow(),
                        find(row.getLong("to_filing")).orElseThrow(),
                        row.getObject("on_day", LocalDate.class),
                        List.of((String[]) row.getArray("things").getArray()),
                        row.getString("pending"),
                        row.getString("accepted_by")))
                .list();
    }

    private static Long[] ids(Collection<OrganId> organs) {
        return organs.stream().map(OrganId::value).toArray(Long[]::new);
    }

    private static Filing filing(ResultSet row, int number) throws SQLException {
        long account = row.getLong("account_id");
        return new Filing(
                row.getLong("id"),
                new OrganId(row.getLong("organ_id")),
                Filing.Post.valueOf(row.getString("post")),
                row.getString("person_name"),
                row.getString("position"),
                account == 0 ? null : new AccountId(account),
                row.getBoolean("full_time"),
                row.getBoolean("engaged"),
                row.getObject("from_on", LocalDate.class),
                row.getObject("until_on", LocalDate.class),
                row.getString("ended_why"));
    }

    private static Absence absence(ResultSet row, int number) throws SQLException {
        return new Absence(
                row.getLong("id"),
                row.getLong("filing_id"),
                row.getObject("from_on", LocalDate.class),
                row.getObject("last_on", LocalDate.class),
                row.getString("why"));
    }
}
