package org.yangguang.intake.internal;

import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.account.AccountId;
import org.yangguang.disclosure.ItemId;

/** Calls of the write interface by their idempotency keys. */
@Repository
class CallTable {

    record Call(String bodyHash, @Nullable String answer) {}

    private final JdbcClient jdbc;

    CallTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when the key was used before; where it is being used now, that is waited for. */
    boolean claim(AccountId account, String key, String bodyHash, Instant now) {
        return jdbc.sql("""
                insert into intake.call (account_id, key, body_hash, at) values (?, ?, ?, ?) on conflict do nothing""")
                        .params(account.value(), key, bodyHash, Timestamp.from(now))
                        .update()
                == 1;
    }

    Call find(AccountId account, String key) {
        return jdbc.sql("select body_hash, answer from intake.call where account_id = ? and key = ?")
                .params(account.value(), key)
                .query((row, number) -> new Call(row.getString("body_hash"), row.getString("answer")))
                .single();
    }

    void answered(AccountId account, String key, String answer) {
        jdbc.sql("update intake.call set answer = ? where account_id = ? and key = ?")
                .params(answer, account.value(), key)
                .update();
    }

    void handedIn(ItemId item, AccountId account, String reference, Instant now) {
        jdbc.sql("insert into intake.handed_in (item_id, account_id, reference, at) values (?, ?, ?, ?)")
                .params(item.value(), account.value(), reference, Timestamp.from(now))
                .update();
    }

    void forget(Instant before) {
        jdbc.sql("delete from intake.call where at < ?")
                .param(Timestamp.from(before))
                .update();
    }
}
