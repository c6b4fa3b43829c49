package org.yangguang.disclosure.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.catalogue.ColumnId;
import org.yangguang.disclosure.ItemId;
import org.yangguang.disclosure.Reader;

/**
 * What a reader of an item may want next: items that share keywords, subject or column with it, formed near it in time. Only
 * neighbours in its column and its subject are looked at, so that the cost does not grow with the catalogue.
 */
@Repository
public class RelatedItems {

    private static final int SHARED_KEYWORD = 4;
    private static final int SHARED_SUBJECT = 2;
    private static final int SHARED_COLUMN = 2;
    private static final int LEAST = 4;

    /** The item of which the others are neighbours. */
    public record Anchor(
            ItemId item, ColumnId column, @Nullable String subject, List<String> keywords, LocalDate formedOn) {}

    /**
     * @param keywords that both have
     * @param sameSubject whether both have the same subject
     */
    public record Related(Listed item, List<String> keywords, boolean sameSubject, boolean sameColumn, int score) {}

    private final JdbcClient jdbc;

    RelatedItems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** At most {@code limit}, the nearest first. */
    public List<Related> of(Anchor anchor, int limit, Reader reader) {
        Comparator<Related> nearest = Comparator.comparingInt(Related::score)
                .reversed()
                .thenComparing(each -> Math.abs(
                        ChronoUnit.DAYS.between(anchor.formedOn(), each.item().formedOn())));
        return jdbc
                .sql("""
                with near as (
                    (select item_id from disclosure.publication
                      where column_id = :column and visibility_key = any(:keys) and formed_on <= :formed
                      order by formed_on desc, item_id desc limit 30)
                    union
                    (select item_id from disclosure.publication
                      where column_id = :column and visibility_key = any(:keys) and formed_on > :formed
                      order by formed_on, item_id limit 30)
                    union
                    (select item_id from disclosure.publication
                      where subject_code = :subject and visibility_key = any(:keys) and formed_on <= :formed
                      order by formed_on desc, item_id desc limit 30)
                    union
                    (select item_id from disclosure.publication
                      where subject_code = :subject and visibility_key = any(:keys) and formed_on > :formed
                      order by formed_on, item_id limit 30))
                select p.*, e.keywords
                  from near join disclosure.publication p using (item_id)
                  join disclosure.edition e on e.id = p.edition_id
                 where p.item_id <> :item and p.visibility_key = any(:keys)""")
                .param("keys", PublishedItems.keys(reader))
                .param("column", anchor.column().value())
                .param("subject", anchor.subject())
                .param("formed", anchor.formedOn())
                .param("item", anchor.item().value())
                .query((row, number) -> related(row, anchor))
                .list()
                .stream()
                .filter(each -> each.score() >= LEAST)
                .sorted(nearest)
                .limit(limit)
                .toList();
    }

    private static Related related(ResultSet row, Anchor anchor) throws SQLException {
        Listed item = PublishedItems.listed(row, 0);
        List<String> theirs = List.of((String[]) row.getArray("keywords").getArray());
        List<String> shared =
                anchor.keywords().stream().filter(theirs::contains).distinct().toList();
        boolean sameSubject = anchor.subject() != null && anchor.subject().equals(item.subject());
        boolean sameColumn = anchor.column().equals(item.column());
        int score =
                shared.size() * SHARED_KEYWORD + (sameSubject ? SHARED_SUBJECT : 0) + (sameColumn ? SHARED_COLUMN : 0);
        return new Related(item, shared, sameSubject, sameColumn, score);
    }
}
