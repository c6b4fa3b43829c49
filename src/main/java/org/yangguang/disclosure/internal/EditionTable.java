package org.yangguang.disclosure.internal;

import static org.yangguang.disclosure.internal.EditionRows.EDITION;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.account.Officer;
import org.yangguang.disclosure.Edition;
import org.yangguang.disclosure.EditionContent;
import org.yangguang.disclosure.EditionId;
import org.yangguang.disclosure.EditionState;
import org.yangguang.disclosure.ItemId;
import org.yangguang.organ.OrganId;

/** The tables {@code disclosure.item} and {@code disclosure.edition}, for those who write. */
@Repository
public class EditionTable {

    private final JdbcClient jdbc;

    EditionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Edition> find(EditionId id) {
        return jdbc.sql(EDITION + " where e.id = ?")
                .param(id.value())
                .query(EditionRows::edition)
                .optional();
    }

    /** The edition with its item locked until the transaction ends; always the item first, so that no two wait for each other. */
    public Optional<Edition> lock(EditionId id) {
        jdbc.sql("""
                select id from disclosure.item
                 where id = (select item_id from disclosure.edition where id = ?)
                   for update""").param(id.value()).query(Long.class).optional();
        return jdbc.sql(EDITION + " where e.id = ? for update of e")
                .param(id.value())
                .query(EditionRows::edition)
                .optional();
    }

    /** All editions of an item, newest first. */
    public List<Edition> ofItem(ItemId item) {
        return jdbc.sql(EDITION + " where e.item_id = ? order by e.number desc")
                .param(item.value())
                .query(EditionRows::edition)
                .list();
    }

    public Optional<Edition> ofItem(ItemId item, EditionState... states) {
        return ofItem(item).stream()
                .filter(each -> List.of(states).contains(each.state()))
                .findFirst();
    }

    public ItemId insertItem(OrganId organ, Instant now) {
        long id = jdbc.sql("select nextval('disclosure.item_id')")
                .query(Long.class)
                .single();
        jdbc.sql("insert into disclosure.item (id, organ_id, created_at) values (?, ?, ?)")
                .params(id, organ.value(), Timestamp.from(now))
                .update();
        return new ItemId(id);
    }

    /** A new draft of the item. */
    public EditionId insertDraft(
            ItemId item,
            int number,
            Officer handler,
            String organName,
            EditionContent content,
            String text,
            Instant now) {
        long id = jdbc.sql("select nextval('disclosure.edition_id')")
                .query(Long.class)
                .single();
        jdbc.sql("""
                insert into disclosure.edition (id, item_id, number, state, title, summary, body_html, body_text, attribute,
                       organ_name, handler_id, handler_name, created_at, updated_at)
                values (?, ?, ?, 'DRAFT', '', '', '', '', 'PROACTIVE', ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        item.value(),
                        number,
                        organName,
                        handler.id().value(),
                        handler.name(),
                        Timestamp.from(now),
                        Timestamp.from(now))
                .update();
        write(new EditionId(id), 1, content, text, now);
        return new EditionId(id);
    }

    /** Writes the content of a draft and gives it {@code version}. */
    public void write(EditionId id, int version, EditionContent content, String text, Instant now) {
        jdbc.sql("""
                update disclosure.edition
                   set version = :version, title = :title, summary = :summary, body_html = :body, body_text = :text,
                       document_number = :document, column_id = :column, subject_code = :subject, genre_code = :genre,
                       audience_groups = :groups, formed_on = :formed, normative = :normative, issued_on = :issued,
                       effective_on = :effective, expires_on = :expires, repealed_on = :repealed, validity = :validity,
                       source = :source, keywords = :keywords, attribute = :attribute, legal_basis = :basis,
                       review_again_on = :again, scope = :scope, audience_id = :audience, publish_at = :publish,
                       held = '{}', updated_at = :now
                 where id = :id and state = 'DRAFT'""")
                .params(EditionRows.parameters(content))
                .param("text", text)
                .param("version", version)
                .param("now", Timestamp.from(now))
                .param("id", id.value())
                .update();
    }

    public void submit(Edition edition, Officer handler, String organName, String hash, Instant now) {
        jdbc.sql("""
                update disclosure.edition
                   set handler_id = ?, handler_name = ?, organ_name = ?, content_hash = ?, submitted_at = ?, held = '{}'
                 where id = ?""")
                .params(
                        handler.id().value(),
                        handler.name(),
                        organName,
                        hash,
                        Timestamp.from(now),
                        edition.id().value())
                .update();
    }

    /** Moves the edition and raises its version. */
    public int move(EditionId id, EditionState to, Instant now) {
        return jdbc.sql("""
                update disclosure.edition
                   set state = :to, version = version + 1, updated_at = :now,
                       approved_at = case when :to in ('APPROVED', 'REGISTERED') and state <> :to then :now
                                          when :to = 'DRAFT' then null else approved_at end,
                       published_at = case when :to = 'PUBLISHED' and state <> :to then :now else published_at end
                 where id = :id
                returning version""")
                .param("to", to.name())
                .param("now", Timestamp.from(now))
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    public void schedule(EditionId id, @Nullable Instant at) {
        jdbc.sql("update disclosure.edition set publish_at = ?, held = '{}' where id = ?")
                .params(at == null ? null : Timestamp.from(at), id.value())
                .update();
    }

    public void hold(EditionId id, List<String> reasons) {
        jdbc.sql("update disclosure.edition set held = ?, version = version + 1 where id = ?")
                .params(reasons.toArray(String[]::new), id.value())
                .update();
    }

    /** Locks and gives one approved edition whose time has come and that no other node has in hand. */
    public Optional<EditionId> nextDue(Instant now) {
        return jdbc.sql("""
                select e.id
                  from disclosure.edition e join disclosure.item i on i.id = e.item_id
                 where e.state = 'APPROVED' and e.publish_at <= ? and e.held = '{}'
                 order by e.publish_at, e.id
                 limit 1
                   for update of i skip locked""")
                .param(Timestamp.from(now))
                .query((row, n) -> new EditionId(row.getLong("id")))
                .optional();
    }

    public void number(ItemId item, String indexNumber) {
        jdbc.sql("update disclosure.item set index_number = ? where id = ? and index_number is null")
                .params(indexNumber, item.value())
                .update();
    }

    /** Other items of the organ, not discarded or withdrawn, that carry this document number. */
    public List<String> titlesWithDocumentNumber(OrganId organ, ItemId except, String documentNumber) {
        return jdbc.sql("""
                select distinct e.title
                  from disclosure.edition e join disclosure.item i on i.id = e.item_id
                 where e.document_number = ? and i.organ_id = ? and i.id <> ?
                   and e.state not in ('DISCARDED', 'WITHDRAWN', 'SUPERSEDED')
                 limit 3""")
                .params(documentNumber, organ.value(), except.value())
                .query(String.class)
                .list();
    }
}
