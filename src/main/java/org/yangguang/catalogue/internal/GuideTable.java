package org.yangguang.catalogue.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.catalogue.GuideDraft;
import org.yangguang.catalogue.GuideEdition;
import org.yangguang.catalogue.GuideText;
import org.yangguang.organ.Contact;
import org.yangguang.organ.Organ;
import org.yangguang.organ.OrganId;

/** The tables {@code catalogue.guide_draft} and {@code catalogue.guide_edition}. */
@Repository
public class GuideTable {

    private static final String EDITION = """
            select organ_id, number, organ_name, office_name, classification, arrangement, obtaining, on_request, remedies,
                   address, post_code, phone, fax, email, office_hours, published_by, published_at
              from catalogue.guide_edition
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    GuideTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One at a time works on the guide of an organ until the running transaction ends. */
    public void lock(OrganId organ) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('catalogue.guide'), ?)")
                .param((int) organ.value())
                .query((row, i) -> 0)
                .list();
    }

    public Optional<GuideDraft> draft(OrganId organ) {
        return jdbc.sql("""
                select organ_id, version, office_name, classification, arrangement, obtaining, on_request, remedies, saved_by,
                       saved_at
                  from catalogue.guide_draft
                 where organ_id = ?""")
                .param(organ.value())
                .query((row, i) -> new GuideDraft(
                        new OrganId(row.getLong("organ_id")),
                        row.getInt("version"),
                        text(row),
                        row.getString("saved_by"),
                        instant(row, "saved_at")))
                .optional();
    }

    public GuideDraft save(OrganId organ, GuideText text, String by) {
        jdbc.sql("""
                insert into catalogue.guide_draft (organ_id, version, office_name, classification, arrangement, obtaining,
                       on_request, remedies, saved_by, saved_at)
                values (?, 1, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (organ_id) do update
                   set version = guide_draft.version + 1, office_name = excluded.office_name,
                       classification = excluded.classification, arrangement = excluded.arrangement,
                       obtaining = excluded.obtaining, on_request = excluded.on_request, remedies = excluded.remedies,
                       saved_by = excluded.saved_by, saved_at = excluded.saved_at""")
                .params(
                        organ.value(),
                        text.officeName(),
                        text.classification(),
                        text.arrangement(),
                        text.obtaining(),
                        text.onRequest(),
                        text.remedies(),
                        by,
                        OffsetDateTime.now(clock))
                .update();
        return draft(organ).orElseThrow();
    }

    public void dropDraft(OrganId organ) {
        jdbc.sql("delete from catalogue.guide_draft where organ_id = ?")
                .param(organ.value())
                .update();
    }

    public GuideEdition publish(Organ organ, GuideText text, String by) {
        Contact contact = organ.contact();
        int number = jdbc.sql("""
                insert into catalogue.guide_edition (organ_id, number, organ_name, office_name, classification, arrangement,
                       obtaining, on_request, remedies, address, post_code, phone, fax, email, office_hours, published_by,
                       published_at)
                select ?, coalesce(max(number), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
                  from catalogue.guide_edition
                 where organ_id = ?
                returning number""")
                .params(
                        organ.id().value(),
                        organ.name(),
                        text.officeName(),
                        text.classification(),
                        text.arrangement(),
                        text.obtaining(),
                        text.onRequest(),
                        text.remedies(),
                        contact.address(),
                        contact.postCode(),
                        contact.phone(),
                        contact.fax(),
                        contact.email(),
                        contact.officeHours(),
                        by,
                        OffsetDateTime.now(clock),
                        organ.id().value())
                .query(Integer.class)
                .single();
        return edition(organ.id(), number).orElseThrow();
    }

    public Optional<GuideEdition> current(OrganId organ) {
        return jdbc.sql(EDITION + "where organ_id = ? order by number desc limit 1")
                .param(organ.value())
                .query(GuideTable::edition)
                .optional();
    }

    public Optional<GuideEdition> edition(OrganId organ, int number) {
        return jdbc.sql(EDITION + "where organ_id = ? and number = ?")
                .params(organ.value(), number)
                .query(GuideTable::edition)
                .optional();
    }

    /** Newest first. */
    public List<GuideEdition> history(OrganId organ) {
        return jdbc.sql(EDITION + "where organ_id = ? order by number desc")
                .param(organ.value())
                .query(GuideTable::edition)
                .list();
    }

    /** When the guide of each organ was last published, and as which edition. */
    public List<Latest> latest() {
        return jdbc.sql("""
                select organ_id, max(number) as number, max(published_at) as published_at
                  from catalogue.guide_edition
                 group by organ_id""")
                .query((row, i) -> new Latest(
                        new OrganId(row.getLong("organ_id")), row.getInt("number"), instant(row, "published_at")))
                .list();
    }

    /** The newest edition of an organ's guide, without its text. */
    public record Latest(OrganId organ, int number, Instant publishedAt) {}

    private static GuideEdition edition(ResultSet row, int i) throws SQLException {
        return new GuideEdition(
                new OrganId(row.getLong("organ_id")),
                row.getInt("number"),
                row.getString("organ_name"),
                text(row),
                new Contact(
                        row.getString("address"),
                        row.getString("post_code"),
                        row.getString("phone"),
                        row.getString("fax"),
                        row.getString("email"),
                        row.getString("office_hours")),
                row.getString("published_by"),
                instant(row, "published_at"));
    }

    private static GuideText text(ResultSet row) throws SQLException {
        return new GuideText(
                row.getString("office_name"),
                row.getString("classification"),
                row.getString("arrangement"),
                row.getString("obtaining"),
                row.getString("on_request"),
                row.getString("remedies"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
