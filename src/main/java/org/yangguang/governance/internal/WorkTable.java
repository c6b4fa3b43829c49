package org.yangguang.governance.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.governance.Fund;
import org.yangguang.governance.Gathering;
import org.yangguang.governance.Member;
import org.yangguang.governance.Office;
import org.yangguang.governance.ReadingPoint;
import org.yangguang.organ.OrganId;

/** Leading groups, offices, meetings and training, reading points, funds. */
@Repository
public class WorkTable {

    private static final String GATHERING =
            "select g.id, g.organ_id, g.kind, g.title, g.place, g.held_on, g.about, g.state, g.heads, g.version from governance.gathering g";
    private static final String POINT = """
            select id, organ_id, name, name_en, address, hours, phone, services, about, from_on, until_on, version
              from governance.reading_point""";

    private final JdbcClient jdbc;

    WorkTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Members of the groups of these organs: those who are it now, then those who were. */
    public List<Member> members(Collection<OrganId> organs) {
        return jdbc.sql("""
                select id, organ_id, rank, person_name, position, from_on, until_on from governance.member
                 where organ_id = any (?)
                 order by until_on is not null, organ_id, case rank when 'HEAD' then 0 when 'DEPUTY' then 1 else 2 end, id limit 500""")
                .param(ids(organs))
                .query((row, number) -> new Member(
                        row.getLong("id"),
                        new OrganId(row.getLong("organ_id")),
                        Member.Rank.valueOf(row.getString("rank")),
                        row.getString("person_name"),
                        row.getString("position"),
                        row.getObject("from_on", LocalDate.class),
                        row.getObject("until_on", LocalDate.class)))
                .list();
    }

    public long insert(
            OrganId organ, Member.Rank rank, String person, String position, LocalDate from, String by, Instant now) {
        return jdbc.sql("""
                insert into governance.member (organ_id, rank, person_name, position, from_on, noted_by, noted_at)
                values (?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(organ.value(), rank.name(), person, position, from, by, Timestamp.from(now))
                .query(Long.class)
                .single();
    }

    public Optional<OrganId> organOfMember(long id) {
        return jdbc.sql("select organ_id from governance.member where id = ? and until_on is null")
                .param(id)
                .query((row, number) -> new OrganId(row.getLong(1)))
                .optional();
    }

    /** False when they were to begin later. */
    public boolean endMember(long id, LocalDate until) {
        return jdbc.sql("update governance.member set until_on = ? where id = ? and until_on is null and from_on <= ?")
                        .params(until, id, until)
                        .update()
                == 1;
    }

    public List<Office> offices(OrganId organ) {
        return jdbc.sql("""
                select id, organ_id, name, from_on, until_on from governance.office where organ_id = ?
                 order by until_on is not null, from_on desc""")
                .param(organ.value())
                .query((row, number) -> new Office(
                        row.getLong("id"),
                        new OrganId(row.getLong("organ_id")),
                        row.getString("name"),
                        row.getObject("from_on", LocalDate.class),
                        row.getObject("until_on", LocalDate.class)))
                .list();
    }

    /** Empty when the organ has one. */
    public Optional<Long> openOffice(OrganId organ, String name, LocalDate from, String by, Instant now) {
        return jdbc.sql("""
                insert into governance.office (organ_id, name, from_on, noted_by, noted_at) values (?, ?, ?, ?, ?)
                on conflict (organ_id) where until_on is null do nothing returning id""")
                .params(organ.value(), name, from, by, Timestamp.from(now))
                .query(Long.class)
                .optional();
    }

    public boolean closeOffice(OrganId organ, LocalDate until) {
        return jdbc.sql("""
                update governance.office set until_on = ? where organ_id = ? and until_on is null and from_on <= ?""").params(until, organ.value(), until).update() == 1;
    }

    public List<Gathering> gatherings(Collection<OrganId> organs, int limit) {
        return jdbc.sql(GATHERING + " where g.organ_id = any (?) order by g.held_on desc, g.id desc limit ?")
                .params(ids(organs), limit)
                .query(WorkTable::gathering)
                .list();
    }

    public Optional<Gathering> gathering(long id) {
        return jdbc.sql(GATHERING + " where g.id = ?")
                .param(id)
                .query(WorkTable::gathering)
                .optional();
    }

    public long insert(Gathering g, String by, Instant now) {
        return jdbc.sql("""
                insert into governance.gathering (organ_id, kind, title, place, held_on, about, state, heads, noted_by, noted_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        g.organ().value(),
                        g.kind().name(),
                        g.title(),
                        g.place(),
                        g.on(),
                        g.about(),
                        g.state().name(),
                        g.heads(),
                        by,
                        Timestamp.from(now))
                .query(Long.class)
                .single();
    }

    public boolean update(long id, int version, Gathering g) {
        return jdbc.sql("""
                update governance.gathering set title = ?, place = ?, held_on = ?, about = ?, heads = ?, version = version + 1
                 where id = ? and version = ? and state <> 'CANCELLED'""")
                        .params(g.title(), g.place(), g.on(), g.about(), g.heads(), id, version)
                        .update()
                == 1;
    }

    public boolean move(long id, int version, Gathering.State from, Gathering.State to) {
        return jdbc.sql("""
                update governance.gathering set state = ?, version = version + 1
                 where id = ? and version = ? and state = ?""").params(to.name(), id, version, from.name()).update() == 1;
    }

    /** The whole list in the place of the former one. */
    public void attend(long gathering, List<Gathering.Attendance> all) {
        jdbc.sql("delete from governance.attendance where gathering_id = ?")
                .param(gathering)
                .update();
        for (int i = 0; i < all.size(); i++) {
            Gathering.Attendance each = all.get(i);
            jdbc.sql("""
                    insert into governance.attendance (gathering_id, number, organ_id, organ_name, person_name)
                    values (:gathering, :number, :organ, :name, :person)""")
                    .param("gathering", gathering)
                    .param("number", i + 1)
                    .param("organ", each.organ() == null ? null : each.organ().value())
                    .param("name", each.organName())
                    .param("person", each.person())
                    .update();
        }
    }

    public List<Gathering.Attendance> attendances(long gathering) {
        return jdbc.sql("""
                select organ_id, organ_name, person_name from governance.attendance where gathering_id = ? order by number""")
                .param(gathering)
                .query((row, number) -> {
                    long organ = row.getLong("organ_id");
                    return new Gathering.Attendance(
                            organ == 0 ? null : new OrganId(organ),
                            row.getString("organ_name"),
                            row.getString("person_name"));
                })
                .list();
    }

    public List<ReadingPoint> points() {
        return jdbc.sql(POINT + " where until_on is null order by id limit 1000")
                .query(WorkTable::point)
                .list();
    }

    public List<ReadingPoint> points(Collection<OrganId> organs) {
        return jdbc.sql(POINT + " where organ_id = any (?) order by until_on is not null, id limit 1000")
                .param(ids(organs))
                .query(WorkTable::point)
                .list();
    }

    public Optional<ReadingPoint> point(long id) {
        return jdbc.sql(POINT + " where id = ?")
                .param(id)
                .query(WorkTable::point)
                .optional();
    }

    public long insert(ReadingPoint p, String by, Instant now) {
        return jdbc.sql("""
                insert into governance.reading_point (organ_id, name, name_en, address, hours, phone, services, about, from_on,
                       noted_by, noted_at)
                values (:organ, :name, :nameEn, :address, :hours, :phone, :services, :about, :from, :by, :now) returning id""")
                .param("organ", p.organ().value())
                .param("name", p.name())
                .param("nameEn", p.nameEn())
                .param("address", p.address())
                .param("hours", p.hours())
                .param("phone", p.phone())
                .param("services", p.services().toArray(String[]::new))
                .param("about", p.about())
                .param("from", p.from())
                .param("by", by)
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .single();
    }

    public boolean update(long id, int version, ReadingPoint p) {
        return jdbc.sql("""
                update governance.reading_point set name = :name, name_en = :nameEn, address = :address, hours = :hours,
                       phone = :phone, services = :services, about = :about, version = version + 1
                 where id = :id and version = :version and until_on is null""")
                        .param("name", p.name())
                        .param("nameEn", p.nameEn())
                        .param("address", p.address())
                        .param("hours", p.hours())
                        .param("phone", p.phone())
                        .param("services", p.services().toArray(String[]::new))
                        .param("about", p.about())
                        .param("id", id)
                        .param("version", version)
                        .update()
                == 1;
    }

    public boolean closePoint(long id, LocalDate until) {
        return jdbc.sql("""
                update governance.reading_point set until_on = ?, version = version + 1
                 where id = ? and until_on is null and from_on <= ?""").params(until, id, until).update() == 1;
    }

    public List<Fund> funds(Collection<OrganId> organs) {
        return jdbc.sql("""
                select id, organ_id, given_on, purpose, yuan, about, struck_at from governance.fund
                 where organ_id = any (?) order by given_on desc, id desc limit 1000""").param(ids(organs)).query(WorkTable::fund).list();
    }

    public Optional<Fund> fund(long id) {
        return jdbc.sql(
                        "select id, organ_id, given_on, purpose, yuan, about, struck_at from governance.fund where id = ?")
                .param(id)
                .query(WorkTable::fund)
                .optional();
    }

    public long insert(Fund fund, String by, Instant now) {
        return jdbc.sql("""
                insert into governance.fund (organ_id, given_on, purpose, yuan, about, noted_by, noted_at)
                values (?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        fund.organ().value(),
                        fund.on(),
                        fund.purpose().name(),
                        fund.yuan(),
                        fund.about(),
                        by,
                        Timestamp.from(now))
                .query(Long.class)
                .single();
    }

    public boolean strike(long id, Instant now) {
        return jdbc.sql("update governance.fund set struck_at = ? where id = ? and struck_at is null")
                        .params(Timestamp.from(now), id)
                        .update()
                == 1;
    }

    private static Long[] ids(Collection<OrganId> organs) {
        return organs.stream().map(OrganId::value).toArray(Long[]::new);
    }

    private static Gathering gathering(ResultSet row, int number) throws SQLException {
        return new Gathering(
                row.getLong("id"),
                new OrganId(row.getLong("organ_id")),
                Gathering.Kind.valueOf(row.getString("kind")),
                row.getString("title"),
                row.getString("place"),
                row.getObject("held_on", LocalDate.class),
                row.getString("about"),
                Gathering.State.valueOf(row.getString("state")),
                row.getInt("heads"),
                row.getInt("version"));
    }

    private static ReadingPoint point(ResultSet row, int number) throws SQLException {
        @Nullable String nameEn = row.getString("name_en");
        return new ReadingPoint(
                row.getLong("id"),
                new OrganId(row.getLong("organ_id")),
                row.getString("name"),
                nameEn,
                row.getString("address"),
                row.getString("hours"),
                row.getString("phone"),
                List.of((String[]) row.getArray("services").getArray()),
                row.getString("about"),
                row.getObject("from_on", LocalDate.class),
                row.getObject("until_on", LocalDate.class),
                row.getInt("version"));
    }

    private static Fund fund(ResultSet row, int number) throws SQLException {
        return new Fund(
                row.getLong("id"),
                new OrganId(row.getLong("organ_id")),
                row.getObject("given_on", LocalDate.class),
                Fund.Purpose.valueOf(row.getString("purpose")),
                row.getBigDecimal("yuan"),
                row.getString("about"),
                row.getTimestamp("struck_at") != null);
    }
}
