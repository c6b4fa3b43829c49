package org.yangguang.disclosure.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.account.AccountId;
import org.yangguang.account.Role;
import org.yangguang.disclosure.Edition;
import org.yangguang.disclosure.EditionId;
import org.yangguang.organ.OrganId;

/** What officers must be told: the table {@code disclosure.notice}. */
@Repository
public class Notices {

    /** Kinds are message keys below {@code disclosure.notice}. */
    public enum Kind {
        RETURNED,
        ANSWERED,
        PUBLISHED,
        REGISTERED,
        NOT_PUBLISHED,
        WITHDRAWN,
        WITHDRAWN_IN_EMERGENCY
    }

    public record Notice(long id, Kind kind, EditionId edition, String title, List<String> detail, Instant at) {}

    private final JdbcClient jdbc;

    Notices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void tell(AccountId account, Kind kind, Edition edition, List<String> detail, Instant now) {
        jdbc.sql("insert into disclosure.notice (account_id, kind, edition_id, detail, at) values (?, ?, ?, ?, ?)")
                .params(
                        account.value(),
                        kind.name(),
                        edition.id().value(),
                        detail.toArray(String[]::new),
                        Timestamp.from(now))
                .update();
    }

    /** Tells whoever holds the role for the organ. */
    public void tell(Role role, OrganId organ, Kind kind, Edition edition, List<String> detail, Instant now) {
        jdbc.sql(
                        "insert into disclosure.notice (role, organ_id, kind, edition_id, detail, at) values (?, ?, ?, ?, ?, ?)")
                .params(
                        role.name(),
                        organ.value(),
                        kind.name(),
                        edition.id().value(),
                        detail.toArray(String[]::new),
                        Timestamp.from(now))
                .update();
    }

    /** Unread ones, newest first. */
    public List<Notice> unread(AccountId account, Collection<OrganId> officeOf, int limit) {
        return jdbc.sql("""
                select n.id, n.kind, n.edition_id, e.title, n.detail, n.at
                  from disclosure.notice n join disclosure.edition e on e.id = n.edition_id
                 where n.read_at is null
                   and (n.account_id = ? or n.role = 'DISCLOSURE_OFFICE' and n.organ_id = any (?))
                 order by n.at desc, n.id desc
                 limit ?""")
                .params(account.value(), officeOf.stream().map(OrganId::value).toArray(Long[]::new), limit)
                .query((row, number) -> new Notice(
                        row.getLong("id"),
                        Kind.valueOf(row.getString("kind")),
                        new EditionId(row.getLong("edition_id")),
                        row.getString("title"),
                        EditionRows.texts(row, "detail"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    public void read(long id, AccountId account, Collection<OrganId> officeOf, Instant now) {
        jdbc.sql("""
                update disclosure.notice
                   set read_at = ?
                 where id = ? and read_at is null
                   and (account_id = ? or role = 'DISCLOSURE_OFFICE' and organ_id = any (?))""")
                .params(
                        Timestamp.from(now),
                        id,
                        account.value(),
                        officeOf.stream().map(OrganId::value).toArray(Long[]::new))
                .update();
    }
}
