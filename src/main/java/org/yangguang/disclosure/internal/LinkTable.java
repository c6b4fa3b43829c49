package org.yangguang.disclosure.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.disclosure.EditionId;

/** The tables {@code disclosure.link} and {@code copy_link}. */
@Repository
class LinkTable {

    /** @param place {@link BodyLinks#PLACE}, or the hash of a public copy; @param attempts how often nobody answered */
    record Due(long edition, String place, String address, int attempts) {}

    /** @param outcome null until somebody looked */
    record Line(
            String place,
            String address,
            String words,
            @Nullable LinkOutcome outcome) {}

    private final JdbcClient jdbc;

    LinkTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** These are the links of a place now; what is known of those that stay stays. */
    void keep(EditionId edition, String place, List<BodyLinks.Link> links, Instant due) {
        jdbc.sql("delete from disclosure.link where edition_id = ? and place = ? and address <> all (?)")
                .params(
                        edition.value(),
                        place,
                        links.stream().map(BodyLinks.Link::address).toArray(String[]::new))
                .update();
        for (BodyLinks.Link each : links) {
            jdbc.sql("""
                    insert into disclosure.link (edition_id, place, address, words, due_at) values (?, ?, ?, ?, ?)
                    on conflict (edition_id, place, address) do update set words = excluded.words""")
                    .params(edition.value(), place, each.address(), each.words(), Timestamp.from(due))
                    .update();
        }
    }

    /** Forgets the links of places that the edition no longer has. */
    void keepPlaces(EditionId edition, List<String> places) {
        jdbc.sql("delete from disclosure.link where edition_id = ? and place <> all (?)")
                .params(edition.value(), places.toArray(String[]::new))
                .update();
    }

    List<Due> due(Instant now, int limit) {
        return jdbc.sql("""
                select edition_id, place, address, attempts from disclosure.link
                 where due_at <= ? order by due_at, edition_id, address limit ?""")
                .params(Timestamp.from(now), limit)
                .query((row, n) -> new Due(
                        row.getLong("edition_id"),
                        row.getString("place"),
                        row.getString("address"),
                        row.getInt("attempts")))
                .list();
    }

    /** What was found of the address since then, for whichever edition. */
    Optional<LinkOutcome> known(String address, Instant since) {
        return jdbc.sql("""
                select standing, told from disclosure.link
                 where address = ? and looked_at >= ? and standing is not null order by looked_at desc limit 1""")
                .params(address, Timestamp.from(since))
                .query((row, n) -> Optional.ofNullable(outcome(row)))
                .optional()
                .flatMap(found -> found);
    }

    /** @param again when to look again; null when it is settled */
    void looked(Due link, LinkOutcome outcome, Instant now, @Nullable Instant again) {
        jdbc.sql("""
                update disclosure.link
                   set standing = ?, told = ?, looked_at = ?, due_at = ?, attempts = attempts + 1
                 where edition_id = ? and place = ? and address = ?""")
                .params(
                        outcome.standing().name(),
                        outcome.told(),
                        Timestamp.from(now),
                        again == null ? null : Timestamp.from(again),
                        link.edition(),
                        link.place(),
                        link.address())
                .update();
    }

    /** All links of the edition are to be looked at anew; what is known of them stays until then. */
    void again(EditionId edition, Instant now) {
        jdbc.sql("update disclosure.link set due_at = ?, attempts = 0, looked_at = null where edition_id = ?")
                .params(Timestamp.from(now), edition.value())
                .update();
    }

    List<Line> of(EditionId edition) {
        return jdbc.sql("""
                select place, address, words, standing, told from disclosure.link where edition_id = ? order by address""")
                .param(edition.value())
                .query((row, n) -> new Line(
                        row.getString("place"), row.getString("address"), row.getString("words"), outcome(row)))
                .list();
    }

    void inCopy(String copy, List<BodyLinks.Link> links) {
        for (BodyLinks.Link each : links) {
            jdbc.sql(
                            "insert into disclosure.copy_link (copy_hash, address, words) values (?, ?, ?) on conflict do nothing")
                    .params(copy, each.address(), each.words())
                    .update();
        }
    }

    List<BodyLinks.Link> inCopy(String copy) {
        return jdbc.sql("select address, words from disclosure.copy_link where copy_hash = ? order by address")
                .param(copy)
                .query((row, n) -> new BodyLinks.Link(row.getString("address"), row.getString("words")))
                .list();
    }

    private static @Nullable LinkOutcome outcome(ResultSet row) throws SQLException {
        String standing = row.getString("standing");
        return standing == null ? null : new LinkOutcome(LinkOutcome.Standing.valueOf(standing), row.getString("told"));
    }
}
