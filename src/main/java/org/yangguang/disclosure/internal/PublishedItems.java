package org.yangguang.disclosure.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.catalogue.ColumnId;
import org.yangguang.disclosure.EditionId;
import org.yangguang.disclosure.ItemId;
import org.yangguang.disclosure.Reader;
import org.yangguang.disclosure.Validity;
import org.yangguang.organ.OrganId;

/**
 * What stands on the website, as one reader may see it. Everything that reads {@code disclosure.publication} for a reader is in this
 * class or begins with its query, which asks for the reader's keys.
 */
@Repository
public class PublishedItems {

    static final String LISTED = """
            select item_id, edition_id, visibility_key, first_published_at, published_at, organ_id, organ_name, column_id,
                   subject_code, genre_code, formed_on, index_number, title, document_number, validity
              from disclosure.publication
             where visibility_key = any(:keys)""";

    private final JdbcClient jdbc;

    PublishedItems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Listed> list(ItemFilter filter, ItemOrder order, int offset, int limit, Reader reader) {
        return jdbc.sql(LISTED + conditions(filter) + " order by " + order.sql + " offset :offset limit :limit")
                .params(parameters(filter, reader))
                .param("offset", offset)
                .param("limit", limit)
                .query(PublishedItems::listed)
                .list();
    }

    public Optional<Listed> find(ItemId item, Reader reader) {
        return jdbc.sql(LISTED + " and item_id = :item")
                .param("keys", keys(reader))
                .param("item", item.value())
                .query(PublishedItems::listed)
                .optional();
    }

    /** Those of the items that the reader may see, in no order. */
    public List<Listed> some(Collection<Long> items, Reader reader) {
        return items.isEmpty()
                ? List.of()
                : jdbc.sql(LISTED + " and item_id = any(:items)")
                        .param("keys", keys(reader))
                        .param("items", items.toArray(Long[]::new))
                        .query(PublishedItems::listed)
                        .list();
    }

    /** The newest item that has exactly this index number or document number. */
    public Optional<Listed> byNumber(String number, Reader reader) {
        return jdbc.sql(LISTED + " and (index_number = :number or document_number = :number)"
                        + " order by formed_on desc, item_id desc limit 1")
                .param("keys", keys(reader))
                .param("number", number)
                .query(PublishedItems::listed)
                .optional();
    }

    public long count(ItemFilter filter, Reader reader) {
        return jdbc.sql("select count(*) from disclosure.publication where visibility_key = any(:keys)"
                        + conditions(filter))
                .params(parameters(filter, reader))
                .query(Long.class)
                .single();
    }

    /** How many items there are for each value of the dimension, most first. */
    public Map<String, Long> count(ItemFilter.Dimension dimension, ItemFilter filter, Reader reader) {
        Map<String, Long> counts = new LinkedHashMap<>();
        jdbc.sql("select " + dimension.column + " as value, count(*) as number"
                        + " from disclosure.publication where visibility_key = any(:keys)" + conditions(filter)
                        + " and " + dimension.column + " is not null group by 1 order by 2 desc, 1")
                .params(parameters(filter, reader))
                .query(row -> {
                    counts.put(row.getString("value"), row.getLong("number"));
                });
        return counts;
    }

    /** How many normative documents there are for each validity. */
    public Map<Validity, Long> countByValidity(ItemFilter filter, Reader reader) {
        Map<Validity, Long> counts = new EnumMap<>(Validity.class);
        jdbc.sql("select validity, count(*) as number from disclosure.publication where visibility_key = any(:keys)"
                        + conditions(filter.normative(null)) + " group by validity")
                .params(parameters(filter.normative(null), reader))
                .query(row -> {
                    counts.put(Validity.valueOf(row.getString("validity")), row.getLong("number"));
                });
        return counts;
    }

    /** What was formed in {@code year} and has an item id greater than {@code after}, by item id. */
    public List<Listed> ofYear(int year, long after, int limit, Reader reader) {
        return jdbc.sql(LISTED + " and year = :year and item_id > :after order by item_id limit :limit")
                .param("keys", keys(reader))
                .param("year", year)
                .param("after", after)
                .param("limit", limit)
                .query(PublishedItems::listed)
                .list();
    }

    /** When something was last formed in each column. */
    public Map<ColumnId, LocalDate> lastFormed(Reader reader) {
        Map<ColumnId, LocalDate> last = new HashMap<>();
        jdbc.sql("""
                select column_id, max(formed_on) as last from disclosure.publication
                 where visibility_key = any(:keys) group by column_id""").param("keys", keys(reader)).query(row -> {
            last.put(new ColumnId(row.getLong("column_id")), row.getObject("last", LocalDate.class));
        });
        return last;
    }

    /** Visibility key by which the reader may load the file: that of an edition that shows it and that the reader may see. */
    public Optional<String> keyOfFile(String hash, Reader reader) {
        return jdbc.sql("""
                select case e.scope when 'PUBLIC' then p.visibility_key else 'restricted' end
                  from disclosure.publication p
                  join disclosure.edition e on e.item_id = p.item_id and e.state in ('PUBLISHED', 'SUPERSEDED')
                  join disclosure.edition_file f on f.edition_id = e.id
                 where p.visibility_key = any(:keys)
                   and case e.scope when 'PUBLIC' then 'public'
                                    when 'LIMITED' then 'audience:' || e.audience_id
                                    else 'internal:' || p.organ_id end = any(:keys)
                   and f.file_hash = :hash
                 order by 1
                 limit 1""")
                .param("keys", keys(reader))
                .param("hash", hash)
                .query(String.class)
                .optional();
    }

    /** One part of the site map. */
    public record MapPart(long number, Instant changed) {}

    /** The parts into which item ids fall, {@code size} ids each. */
    public List<MapPart> parts(int size, Reader reader) {
        return jdbc.sql("""
                select item_id / :size as part, max(published_at) as changed from disclosure.publication
                 where visibility_key = any(:keys) group by 1 order by 1""")
                .param("keys", keys(reader))
                .param("size", size)
                .query((row, number) -> new MapPart(row.getLong("part"), instant(row, "changed")))
                .list();
    }

    public List<Listed> part(long part, int size, Reader reader) {
        return jdbc.sql(LISTED + " and item_id >= :first and item_id < :next order by item_id")
                .param("keys", keys(reader))
                .param("first", part * size)
                .param("next", (part + 1) * size)
                .query(PublishedItems::listed)
                .list();
    }

    /** Grows with every change of what stands on the website, for whomever. */
    public long version() {
        return jdbc.sql("select coalesce(sum(version), 0) from disclosure.publication_version")
                .query(Long.class)
                .single();
    }

    private static String conditions(ItemFilter filter) {
        StringBuilder conditions = new StringBuilder();
        add(conditions, filter.organ(), "organ_id = :organ");
        add(conditions, filter.columns(), "column_id = any(:columns)");
        add(conditions, filter.subject(), "subject_code = :subject");
        add(conditions, filter.genre(), "genre_code = :genre");
        add(conditions, filter.first(), "formed_on >= :first");
        add(conditions, filter.last(), "formed_on <= :last");
        add(conditions, filter.normative(), "validity is not null");
        add(conditions, validity(filter), "validity = :validity");
        return conditions.toString();
    }

    private static void add(StringBuilder conditions, @Nullable Object wanted, String condition) {
        if (wanted != null) {
            conditions.append(" and ").append(condition);
        }
    }

    private static Map<String, @Nullable Object> parameters(ItemFilter filter, Reader reader) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        OrganId organ = filter.organ();
        parameters.put("keys", keys(reader));
        parameters.put("organ", organ == null ? null : organ.value());
        parameters.put("columns", filter.columnValues());
        parameters.put("subject", filter.subject());
        parameters.put("genre", filter.genre());
        parameters.put("first", filter.first());
        parameters.put("last", filter.last());
        parameters.put("validity", validity(filter));
        return parameters;
    }

    private static @Nullable String validity(ItemFilter filter) {
        return filter.normative() == null || filter.normative().validity() == null
                ? null
                : filter.normative().validity().name();
    }

    static String[] keys(Reader reader) {
        return reader.keys().toArray(String[]::new);
    }

    static Listed listed(ResultSet row, int number) throws SQLException {
        String validity = row.getString("validity");
        return new Listed(
                new ItemId(row.getLong("item_id")),
                new EditionId(row.getLong("edition_id")),
                row.getString("visibility_key"),
                instant(row, "first_published_at"),
                instant(row, "published_at"),
                new OrganId(row.getLong("organ_id")),
                row.getString("organ_name"),
                new ColumnId(row.getLong("column_id")),
                row.getString("subject_code"),
                row.getString("genre_code"),
                row.getObject("formed_on", LocalDate.class),
                row.getString("index_number"),
                row.getString("title"),
                row.getString("document_number"),
                validity == null ? null : Validity.valueOf(validity));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }
}
