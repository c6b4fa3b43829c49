package org.yangguang.engagement.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.account.Officer;
import org.yangguang.engagement.Affair;
import org.yangguang.engagement.AffairContent;
import org.yangguang.engagement.AffairContent.Participant;
import org.yangguang.engagement.AffairKind;
import org.yangguang.engagement.AffairState;
import org.yangguang.engagement.ConsultationBasis;
import org.yangguang.organ.OrganId;

/** The tables {@code engagement.affair}, {@code affair_person}, {@code affair_link} and {@code affair_event}. */
@Repository
public class AffairTable {

    private static final String AFFAIR = """
            select a.id, a.kind, a.organ_id, a.organ_name, a.state, a.version, a.title, a.about, a.starts_on, a.ends_on,
                   a.at_time, a.place, a.questions_until, a.basis, a.shortened_because, a.writers, a.published_at,
                   array(select case when p.principal then '1' else '0' end || p.name || chr(31) || p.post
                           from engagement.affair_person p where p.affair_id = a.id order by p.position) as people
              from engagement.affair a""" + " ";

    private final JdbcClient jdbc;

    AffairTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Something that was done to an affair. */
    public record Event(String action, Instant at, String by, String note) {}

    /** A reference to a thing of another module. */
    public record Link(String kind, String reference) {}

    public long insert(
            AffairKind kind, OrganId organ, String organName, AffairContent content, Officer by, Instant now) {
        long id = jdbc.sql("""
                insert into engagement.affair
                       (kind, organ_id, organ_name, state, version, title, about, starts_on, ends_on, at_time, place,
                        questions_until, basis, shortened_because, writers, created_at, changed_at, published_by)
                values (:kind, :organ, :name, 'DRAFT', 1, :title, :about, :starts, :ends, :time, :place, :questions, :basis,
                        :shortened, array[:by::bigint], :now, :now, '') returning id""")
                .param("kind", kind.name())
                .param("organ", organ.value())
                .param("name", organName)
                .param("by", by.id().value())
                .param("now", Timestamp.from(now))
                .params(columns(content))
                .query(Long.class)
                .single();
        people(id, content.participants());
        return id;
    }

    public void update(long id, AffairContent content, Officer by, Instant now) {
        jdbc.sql("""
                update engagement.affair
                   set title = :title, about = :about, starts_on = :starts, ends_on = :ends, at_time = :time, place = :place,
                       questions_until = :questions, basis = :basis, shortened_because = :shortened,
                       version = version + 1, changed_at = :now,
                       writers = case when :by = any (writers) then writers else writers || :by end
                 where id = :id""")
                .param("by", by.id().value())
                .param("now", Timestamp.from(now))
                .param("id", id)
                .params(columns(content))
                .update();
        jdbc.sql("delete from engagement.affair_person where affair_id = ?")
                .param(id)
                .update();
        people(id, content.participants());
    }

    private static Map<String, @Nullable Object> columns(AffairContent content) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("title", content.title());
        columns.put("about", content.about());
        columns.put("starts", content.startsOn());
        columns.put("ends", content.endsOn());
        columns.put("time", content.time());
        columns.put("place", content.place());
        columns.put("questions", content.questionsUntil());
        columns.put("basis", content.basis() == null ? null : content.basis().name());
        columns.put("shortened", content.shortenedBecause());
        return columns;
    }

    private void people(long id, List<Participant> participants) {
        int position = 0;
        for (Participant each : participants) {
            jdbc.sql("insert into engagement.affair_person values (?, ?, ?, ?, ?)")
                    .params(id, ++position, each.name(), each.post(), each.principal())
                    .update();
        }
    }

    /** @param publishedBy set when it is published */
    public void move(long id, AffairState to, @Nullable String publishedBy, Instant now) {
        jdbc.sql("""
                update engagement.affair
                   set state = :state, version = version + 1, changed_at = :now,
                       published_at = case when :by::text is null then published_at else :now end,
                       published_by = coalesce(:by, published_by)
                 where id = :id""")
                .param("state", to.name())
                .param("now", Timestamp.from(now))
                .param("by", publishedBy)
                .param("id", id)
                .update();
    }

    /** Dates the publication of what was taken over from elsewhere. */
    public void publishedAt(long id, Instant at) {
        jdbc.sql("update engagement.affair set published_at = ? where id = ?")
                .params(Timestamp.from(at), id)
                .update();
    }

    public void event(long id, String action, Officer by, String note, Instant now) {
        jdbc.sql(
                        "insert into engagement.affair_event (affair_id, action, at, by_id, by_name, note) values (?, ?, ?, ?, ?, ?)")
                .params(id, action, Timestamp.from(now), by.id().value(), by.name(), note)
                .update();
    }

    public List<Event> events(long id) {
        return jdbc.sql("select action, at, by_name, note from engagement.affair_event where affair_id = ? order by id")
                .param(id)
                .query((row, number) -> new Event(
                        row.getString("action"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("by_name"),
                        row.getString("note")))
                .list();
    }

    public void link(long id, Link link) {
        jdbc.sql("insert into engagement.affair_link values (?, ?, ?) on conflict do nothing")
                .params(id, link.kind(), link.reference())
                .update();
    }

    public void unlink(long id, Link link) {
        jdbc.sql("delete from engagement.affair_link where affair_id = ? and kind = ? and reference = ?")
                .params(id, link.kind(), link.reference())
                .update();
    }

    public List<Link> links(long id) {
        return jdbc.sql(
                        "select kind, reference from engagement.affair_link where affair_id = ? order by 1, 2 limit 200")
                .param(id)
                .query((row, number) -> new Link(row.getString(1), row.getString(2)))
                .list();
    }

    /** Published affairs that are linked to this thing. */
    public List<Affair> linking(String kind, String reference) {
        return jdbc.sql(AFFAIR + """
                join engagement.affair_link l on l.affair_id = a.id
                 where l.kind = ? and l.reference = ? and a.state = 'PUBLISHED' order by a.published_at desc limit 20""")
                .params(kind, reference)
                .query(AffairTable::affair)
                .list();
    }

    public Optional<Affair> find(long id) {
        return jdbc.sql(AFFAIR + "where a.id = ?")
                .param(id)
                .query(AffairTable::affair)
                .optional();
    }

    /** Locks it until the transaction ends. */
    public Optional<Affair> lock(long id) {
        jdbc.sql("select id from engagement.affair where id = ? for update")
                .param(id)
                .query(Long.class)
                .optional();
        return find(id);
    }

    public List<Affair> published(Collection<Long> ids) {
        return jdbc.sql(AFFAIR + "where a.id = any (?) and a.state = 'PUBLISHED'")
                .param(ids.toArray(Long[]::new))
                .query(AffairTable::affair)
                .list();
    }

    public long count(Collection<AffairKind> kinds) {
        return jdbc.sql("select count(*) from engagement.affair where kind = any (?) and state = 'PUBLISHED'")
                .param(names(kinds))
                .query(Long.class)
                .single();
    }

    /** Published ones, the latest first. */
    public List<Affair> published(Collection<AffairKind> kinds, int offset, int size) {
        return jdbc.sql(
                        AFFAIR
                                + "where a.kind = any (?) and a.state = 'PUBLISHED' order by a.published_at desc, a.id desc limit ? offset ?")
                .params(names(kinds), size, offset)
                .query(AffairTable::affair)
                .list();
    }

    /** The highest id of a published one; 0 when there is none. */
    public long last() {
        return jdbc.sql("select coalesce(max(id), 0) from engagement.affair where state = 'PUBLISHED'")
                .query(Long.class)
                .single();
    }

    /** Published ones after an id, in the order of ids. */
    public List<Affair> after(long id, int most) {
        return jdbc.sql(AFFAIR + "where a.id > ? and a.state = 'PUBLISHED' order by a.id limit ?")
                .params(id, most)
                .query(AffairTable::affair)
                .list();
    }

    /** Everything of these organs, what was changed last first. */
    public List<Affair> ofOrgans(Collection<OrganId> organs, @Nullable AffairKind kind, int most) {
        return jdbc.sql(AFFAIR
                        + "where a.organ_id = any (:organs) and (:kind::text is null or a.kind = :kind)"
                        + " order by a.state = 'PUBLISHED', a.changed_at desc, a.id desc limit :most")
                .param("organs", organs.stream().map(OrganId::value).toArray(Long[]::new))
                .param("kind", kind == null ? null : kind.name())
                .param("most", most)
                .query(AffairTable::affair)
                .list();
    }

    private static String[] names(Collection<AffairKind> kinds) {
        return kinds.stream().map(Enum::name).toArray(String[]::new);
    }

    private static Affair affair(ResultSet row, int number) throws SQLException {
        List<Participant> people = new ArrayList<>();
        for (String each : (String[]) row.getArray("people").getArray()) {
            int end = each.indexOf('\u001f');
            people.add(new Participant(each.substring(1, end), each.substring(end + 1), each.charAt(0) == '1'));
        }
        String basis = row.getString("basis");
        Timestamp published = row.getTimestamp("published_at");
        return new Affair(
                row.getLong("id"),
                AffairKind.valueOf(row.getString("kind")),
                new OrganId(row.getLong("organ_id")),
                row.getString("organ_name"),
                AffairState.valueOf(row.getString("state")),
                row.getInt("version"),
                new AffairContent(
                        row.getString("title"),
                        row.getString("about"),
                        row.getObject("starts_on", LocalDate.class),
                        row.getObject("ends_on", LocalDate.class),
                        row.getString("at_time"),
                        row.getString("place"),
                        row.getObject("questions_until", LocalDate.class),
                        basis == null ? null : ConsultationBasis.valueOf(basis),
                        row.getString("shortened_because"),
                        List.copyOf(people)),
                Set.of((Long[]) row.getArray("writers").getArray()),
                published == null ? null : published.toInstant());
    }
}
