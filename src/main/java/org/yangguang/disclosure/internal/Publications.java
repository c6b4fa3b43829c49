package org.yangguang.disclosure.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.account.AccountId;
import org.yangguang.disclosure.Channel;
import org.yangguang.disclosure.Edition;
import org.yangguang.disclosure.EditionContent;
import org.yangguang.disclosure.ItemId;
import org.yangguang.disclosure.VisibilityGate;
import org.yangguang.disclosure.WithdrawalReason;

/** Writes what stands on the website: the tables {@code disclosure.publication}, {@code release} and {@code withdrawal}. */
@Repository
public class Publications {

    /** Who takes something back. */
    public record By(AccountId id, String name) {}

    private final JdbcClient jdbc;

    Publications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Puts the edition in the place of whatever stood there of its item. */
    public void put(Edition edition, String indexNumber, Instant now) {
        EditionContent content = edition.content();
        LocalDate formed = Objects.requireNonNull(content.formedOn());
        jdbc.sql("""
                insert into disclosure.publication as p (item_id, edition_id, visibility_key, first_published_at, published_at,
                       organ_id, organ_name, column_id, subject_code, genre_code, audience_groups, year, formed_on,
                       index_number, title, document_number, validity, keywords)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (item_id) do update
                   set edition_id = excluded.edition_id, visibility_key = excluded.visibility_key,
                       published_at = excluded.published_at, organ_id = excluded.organ_id,
                       organ_name = excluded.organ_name, column_id = excluded.column_id,
                       subject_code = excluded.subject_code, genre_code = excluded.genre_code,
                       audience_groups = excluded.audience_groups, year = excluded.year, formed_on = excluded.formed_on,
                       title = excluded.title, document_number = excluded.document_number, validity = excluded.validity,
                       keywords = excluded.keywords""")
                .params(
                        edition.item().value(),
                        edition.id().value(),
                        VisibilityGate.key(content.scope(), content.audience(), edition.organ()),
                        Timestamp.from(now),
                        Timestamp.from(now),
                        edition.organ().value(),
                        edition.organName(),
                        Objects.requireNonNull(content.column()).value(),
                        content.subject(),
                        content.genre(),
                        content.audienceGroups().toArray(String[]::new),
                        formed.getYear(),
                        formed,
                        indexNumber,
                        content.title(),
                        content.documentNumber(),
                        content.validity() == null ? null : content.validity().name(),
                        content.keywords().toArray(String[]::new))
                .update();
    }

    public void remove(ItemId item) {
        jdbc.sql("delete from disclosure.publication where item_id = ?")
                .param(item.value())
                .update();
    }

    /** Records by what way the item went out; the first date of a way stays. */
    public void release(ItemId item, Channel channel, LocalDate on, String reference) {
        jdbc.sql("""
                insert into disclosure.release (item_id, channel, released_on, reference) values (?, ?, ?, ?)
                on conflict (item_id, channel) do nothing""").params(item.value(), channel.name(), on, reference).update();
    }

    public void withdrawal(
            Edition edition, WithdrawalReason reason, String note, boolean emergency, By by, Instant now) {
        jdbc.sql("""
                insert into disclosure.withdrawal
                       (item_id, edition_id, reason_code, note, emergency, by_id, by_name, at, visibility_key)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        edition.item().value(),
                        edition.id().value(),
                        reason.name(),
                        note,
                        emergency,
                        by.id().value(),
                        by.name(),
                        Timestamp.from(now),
                        VisibilityGate.key(
                                edition.content().scope(), edition.content().audience(), edition.organ()))
                .update();
    }

    public boolean withdrawnSince(ItemId item, Instant since) {
        return jdbc.sql("select exists (select 1 from disclosure.withdrawal where item_id = ? and at >= ?)")
                .params(item.value(), Timestamp.from(since))
                .query(Boolean.class)
                .single();
    }
}
