package org.yangguang.disclosure.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.disclosure.Reader;
import org.yangguang.platform.PlatformProperties;

/** On which days items first stood on the website, in the zone of legal dates, as one reader may see them. */
@Repository
public class PublicationDays {

    /** @param last not before {@code first} */
    public record Span(LocalDate first, LocalDate last) {}

    private final JdbcClient jdbc;
    private final ZoneId zone;

    PublicationDays(JdbcClient jdbc, PlatformProperties platform) {
        this.jdbc = jdbc;
        this.zone = platform.zone();
    }

    /** The first and the last day; empty while nothing stands there. */
    public Optional<Span> span(Reader reader) {
        return jdbc.sql("""
                select min(first_published_at) as first, max(first_published_at) as last from disclosure.publication
                 where visibility_key = any(:keys) having count(*) > 0""")
                .param("keys", PublishedItems.keys(reader))
                .query((row, number) -> new Span(
                        day(row.getTimestamp("first").toInstant()),
                        day(row.getTimestamp("last").toInstant())))
                .optional();
    }

    /** How many items there are for each day from {@code first} to {@code last}; days without any are left out. */
    public Map<LocalDate, Long> counts(LocalDate first, LocalDate last, Reader reader) {
        Map<LocalDate, Long> counts = new TreeMap<>();
        jdbc.sql("""
                select (first_published_at at time zone :zone)::date as day, count(*) as number
                  from disclosure.publication
                 where visibility_key = any(:keys) and first_published_at >= :from and first_published_at < :to
                 group by 1""")
                .param("keys", PublishedItems.keys(reader))
                .param("zone", zone.getId())
                .param("from", start(first))
                .param("to", start(last.plusDays(1)))
                .query(row -> {
                    counts.put(row.getObject("day", LocalDate.class), row.getLong("number"));
                });
        return counts;
    }

    public List<Listed> on(LocalDate day, int limit, Reader reader) {
        return jdbc.sql(PublishedItems.LISTED + """
                 and first_published_at >= :from and first_published_at < :to
                 order by first_published_at desc, item_id desc limit :limit""")
                .param("keys", PublishedItems.keys(reader))
                .param("from", start(day))
                .param("to", start(day.plusDays(1)))
                .param("limit", limit)
                .query(PublishedItems::listed)
                .list();
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    private Timestamp start(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(zone).toInstant());
    }
}
