package org.yangguang.disclosure.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.account.Officer;
import org.yangguang.disclosure.Edition;
import org.yangguang.disclosure.EditionContent;
import org.yangguang.disclosure.EditionId;

/** Who has a draft open, who wrote in it, the copies of what met a newer text, and the files that it shows. */
@Repository
public class DraftEditors {

    /** Text that is not in the draft but must not be lost. */
    public record Copy(long id, String by, Instant at, String title, String summary, String bodyHtml) {}

    private final JdbcClient jdbc;

    DraftEditors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void saved(EditionId edition, Officer officer, Instant now) {
        jdbc.sql("""
                insert into disclosure.edition_editor as e (edition_id, account_id, account_name, seen_at, saved_at)
                values (?, ?, ?, ?, ?)
                on conflict (edition_id, account_id) do update
                   set seen_at = excluded.seen_at, saved_at = excluded.saved_at""")
                .params(edition.value(), officer.id().value(), officer.name(), Timestamp.from(now), Timestamp.from(now))
                .update();
    }

    public void seen(EditionId edition, Officer officer, Instant now) {
        jdbc.sql("""
                insert into disclosure.edition_editor as e (edition_id, account_id, account_name, seen_at)
                values (?, ?, ?, ?)
                on conflict (edition_id, account_id) do update set seen_at = excluded.seen_at""")
                .params(edition.value(), officer.id().value(), officer.name(), Timestamp.from(now))
                .update();
    }

    /** Names of others who had the draft open after {@code since}. */
    public List<String> others(EditionId edition, Officer officer, Instant since) {
        return jdbc.sql("""
                select account_name from disclosure.edition_editor
                 where edition_id = ? and account_id <> ? and seen_at > ?
                 order by account_name""")
                .params(edition.value(), officer.id().value(), Timestamp.from(since))
                .query(String.class)
                .list();
    }

    public Optional<String> lastSaver(EditionId edition) {
        return jdbc.sql("""
                select account_name from disclosure.edition_editor
                 where edition_id = ? and saved_at is not null
                 order by saved_at desc limit 1""").param(edition.value()).query(String.class).optional();
    }

    /** Keeps text that could not go into the draft, once. */
    public void keep(EditionId edition, Officer officer, EditionContent content, Instant now) {
        keep(edition, officer.id().value(), officer.name(), content, now);
    }

    /** Keeps what another person saved last before this officer's text takes its place. */
    public void keepOther(Edition edition, Officer officer) {
        jdbc.sql("""
                select account_id, account_name from disclosure.edition_editor
                 where edition_id = ? and saved_at is not null
                 order by saved_at desc limit 1""")
                .param(edition.id().value())
                .query((row, n) -> {
                    if (row.getLong("account_id") != officer.id().value()) {
                        keep(
                                edition.id(),
                                row.getLong("account_id"),
                                row.getString("account_name"),
                                edition.content(),
                                edition.updatedAt());
                    }
                    return row.getLong("account_id");
                })
                .optional();
    }

    private void keep(EditionId edition, long account, String name, EditionContent content, Instant at) {
        jdbc.sql("""
                insert into disclosure.draft_copy (edition_id, account_id, account_name, at, title, summary, body_html)
                select :edition, :account, :name, :at, :title, :summary, :body
                 where not exists (select 1 from disclosure.draft_copy
                                    where edition_id = :edition and account_id = :account
                                      and title = :title and summary = :summary and body_html = :body)""")
                .param("edition", edition.value())
                .param("account", account)
                .param("name", name)
                .param("at", Timestamp.from(at))
                .param("title", content.title())
                .param("summary", content.summary())
                .param("body", content.bodyHtml())
                .update();
    }

    /** Newest first. */
    public List<Copy> copies(EditionId edition) {
        return jdbc.sql("""
                select id, account_name, at, title, summary, body_html from disclosure.draft_copy
                 where edition_id = ? order by at desc, id desc limit 20""")
                .param(edition.value())
                .query((row, n) -> new Copy(
                        row.getLong("id"),
                        row.getString("account_name"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("title"),
                        row.getString("summary"),
                        row.getString("body_html")))
                .list();
    }

    /** Lets those who write the edition see a file before the text that shows it is saved. */
    public void file(EditionId edition, String hash) {
        jdbc.sql("insert into disclosure.edition_file (edition_id, file_hash) values (?, ?) on conflict do nothing")
                .params(edition.value(), hash)
                .update();
    }

    /** Records which stored files the edition shows. */
    public void files(EditionId edition, EditionContent content) {
        String[] hashes = FileReferences.in(content.bodyHtml()).toArray(String[]::new);
        jdbc.sql("delete from disclosure.edition_file where edition_id = ? and file_hash <> all (?)")
                .params(edition.value(), hashes)
                .update();
        jdbc.sql("""
                insert into disclosure.edition_file (edition_id, file_hash) select ?, unnest(?::text[])
                on conflict do nothing""").params(edition.value(), hashes).update();
    }
}
