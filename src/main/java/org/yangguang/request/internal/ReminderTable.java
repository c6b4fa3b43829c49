package org.yangguang.request.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.account.AccountId;
import org.yangguang.organ.OrganId;
import org.yangguang.platform.SealedText;
import org.yangguang.request.CaseId;

/** The tables {@code request.reminder_address}, {@code request.reminder} and {@code request.digest}. */
@Repository
public class ReminderTable {

    private static final String ADDRESS = "request.reminder_address.email";

    private final JdbcClient jdbc;
    private final SealedText sealing;

    ReminderTable(JdbcClient jdbc, SealedText sealing) {
        this.jdbc = jdbc;
        this.sealing = sealing;
    }

    /** An open case whose clock runs and ends soon. */
    record Due(
            CaseId id,
            String number,
            OrganId organ,
            LocalDate on,
            @Nullable AccountId handler) {}

    public Optional<String> address(AccountId account) {
        return jdbc.sql("select email from request.reminder_address where account_id = ?")
                .param(account.value())
                .query((row, n) -> sealing.open(row.getBytes(1), place(account)))
                .optional();
    }

    /** Officers who gave an address. */
    List<AccountId> accounts() {
        return jdbc.sql("select account_id from request.reminder_address order by 1")
                .query((row, n) -> new AccountId(row.getLong(1)))
                .list();
    }

    void save(AccountId account, String email, Instant now) {
        if (email.isEmpty()) {
            jdbc.sql("delete from request.reminder_address where account_id = ?")
                    .param(account.value())
                    .update();
            return;
        }
        jdbc.sql("""
                insert into request.reminder_address (account_id, email, saved_at) values (?, ?, ?)
                on conflict (account_id) do update set email = excluded.email, saved_at = excluded.saved_at""")
                .params(account.value(), sealing.seal(email, place(account)), Timestamp.from(now))
                .update();
    }

    /** Open cases that are due from {@code first} to {@code last} and not stopped on {@code first}. */
    List<Due> due(LocalDate first, LocalDate last) {
        return jdbc.sql("""
                select a.id, a.number, d.organ_id, d.due_on, d.handler_id
                  from request.deadline d join request.application a on a.id = d.application_id
                 where d.due_on between :first and :last
                   and (d.stopped_from is null or d.stopped_from > :first or d.stopped_until < :first)
                 order by d.due_on, d.application_id""")
                .param("first", first)
                .param("last", last)
                .query((row, n) -> new Due(
                        new CaseId(row.getLong("id")),
                        row.getString("number"),
                        new OrganId(row.getLong("organ_id")),
                        row.getObject("due_on", LocalDate.class),
                        row.getObject("handler_id") == null ? null : new AccountId(row.getLong("handler_id"))))
                .list();
    }

    /** Sends it unless it was sent before; who does the same at the same moment waits, and then does nothing. */
    boolean once(Due due, String kind, AccountId to, Instant now, LongSupplier message) {
        boolean first = jdbc.sql("""
                insert into request.reminder (application_id, kind, due_on, account_id, message_id, sent_at)
                values (?, ?, ?, ?, 0, ?) on conflict do nothing""")
                        .params(due.id().value(), kind, due.on(), to.value(), Timestamp.from(now))
                        .update()
                > 0;
        if (first) {
            jdbc.sql("""
                    update request.reminder set message_id = ?
                     where application_id = ? and kind = ? and due_on = ? and account_id = ?""")
                    .params(message.getAsLong(), due.id().value(), kind, due.on(), to.value())
                    .update();
        }
        return first;
    }

    boolean digestOnce(AccountId to, LocalDate day, LongSupplier message) {
        boolean first = jdbc.sql("""
                insert into request.digest (account_id, day, message_id) values (?, ?, 0) on conflict do nothing""").params(to.value(), day).update() > 0;
        if (first) {
            jdbc.sql("update request.digest set message_id = ? where account_id = ? and day = ?")
                    .params(message.getAsLong(), to.value(), day)
                    .update();
        }
        return first;
    }

    private static SealedText.Place place(AccountId account) {
        return new SealedText.Place(ADDRESS, account.value());
    }
}
