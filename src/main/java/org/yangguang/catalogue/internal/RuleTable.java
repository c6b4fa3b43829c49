package org.yangguang.catalogue.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.catalogue.Rule;
import org.yangguang.organ.OrganId;

/** The tables {@code catalogue.rule} and {@code catalogue.rule_edition}. */
@Repository
public class RuleTable {

    private static final String RULE = """
            select r.id, r.organ_id, r.version, r.draft_title, r.draft_body, r.saved_by, r.saved_at, r.repealed_on,
                   e.number, e.title, e.body_html, e.published_by, e.published_at
              from catalogue.rule r
              left join lateral (select number, title, body_html, published_by, published_at
                                   from catalogue.rule_edition
                                  where rule_id = r.id
                                  order by number desc
                                  limit 1) e on true
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    RuleTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public long insert(OrganId organ, Rule.Text draft, String by) {
        return jdbc.sql("""
                insert into catalogue.rule (id, organ_id, version, draft_title, draft_body, saved_by, saved_at)
                values (nextval('catalogue.rule_id'), ?, 1, ?, ?, ?, ?)
                returning id""")
                .params(organ.value(), draft.title(), draft.bodyHtml(), by, OffsetDateTime.now(clock))
                .query(Long.class)
                .single();
    }

    /** Reads the rule and keeps others from changing it until the running transaction ends. */
    public Optional<Rule> lock(long id) {
        jdbc.sql("select id from catalogue.rule where id = ? for update")
                .param(id)
                .query(Long.class)
                .optional();
        return find(id);
    }

    public Optional<Rule> find(long id) {
        return jdbc.sql(RULE + "where r.id = ?")
                .param(id)
                .query(RuleTable::rule)
                .optional();
    }

    /** Rules of the organ, oldest first. */
    public List<Rule> of(OrganId organ) {
        return jdbc.sql(RULE + "where r.organ_id = ? order by r.id")
                .param(organ.value())
                .query(RuleTable::rule)
                .list();
    }

    public List<Rule> all() {
        return jdbc.sql(RULE + "order by r.organ_id, r.id")
                .query(RuleTable::rule)
                .list();
    }

    public void saveDraft(long id, Rule.@Nullable Text draft, String by) {
        jdbc.sql("""
                update catalogue.rule
                   set version = version + 1, draft_title = ?, draft_body = ?, saved_by = ?, saved_at = ?
                 where id = ?""")
                .params(
                        draft == null ? null : draft.title(),
                        draft == null ? null : draft.bodyHtml(),
                        by,
                        OffsetDateTime.now(clock),
                        id)
                .update();
    }

    public int publish(long id, Rule.Text text, String by) {
        return jdbc.sql("""
                insert into catalogue.rule_edition (rule_id, number, title, body_html, published_by, published_at)
                select ?, coalesce(max(number), 0) + 1, ?, ?, ?, ? from catalogue.rule_edition where rule_id = ?
                returning number""")
                .params(id, text.title(), text.bodyHtml(), by, OffsetDateTime.now(clock), id)
                .query(Integer.class)
                .single();
    }

    public void repeal(long id, LocalDate on, String by) {
        jdbc.sql(
                        "update catalogue.rule set version = version + 1, repealed_on = ?, saved_by = ?, saved_at = ? where id = ?")
                .params(on, by, OffsetDateTime.now(clock), id)
                .update();
    }

    /** Newest first. */
    public List<Rule.Edition> history(long id) {
        return jdbc.sql("""
                select rule_id, number, title, body_html, published_by, published_at
                  from catalogue.rule_edition
                 where rule_id = ?
                 order by number desc""")
                .param(id)
                .query((row, i) -> edition(row, row.getLong("rule_id")))
                .list();
    }

    private static Rule rule(ResultSet row, int i) throws SQLException {
        String draftTitle = row.getString("draft_title");
        String draftBody = row.getString("draft_body");
        long id = row.getLong("id");
        return new Rule(
                id,
                new OrganId(row.getLong("organ_id")),
                row.getInt("version"),
                draftTitle == null || draftBody == null ? null : new Rule.Text(draftTitle, draftBody),
                row.getObject("number", Integer.class) == null ? null : edition(row, id),
                row.getString("saved_by"),
                instant(row, "saved_at"),
                row.getObject("repealed_on", LocalDate.class));
    }

    private static Rule.Edition edition(ResultSet row, long rule) throws SQLException {
        return new Rule.Edition(
                rule,
                row.getInt("number"),
                new Rule.Text(row.getString("title"), row.getString("body_html")),
                row.getString("published_by"),
                instant(row, "published_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
