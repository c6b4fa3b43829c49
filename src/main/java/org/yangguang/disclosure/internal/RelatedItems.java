package org.yangguang.disclosure.internal;

import java.sql.Types;
import java.time.LocalDate;
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
        return jdbc.sql("""
                with near as (
                    (select item_id, formed_on, subject_code, column_id, keywords from disclosure.publication
                      where column_id = :column and visibility_key = any(:keys) and formed_on <= :formed
                      order by formed_on desc, item_id desc limit 30)
                    union
                    (select item_id, formed_on, subject_code, column_id, keywords from disclosure.publication
                      where column_id = :column and visibility_key = any(:keys) and formed_on > :formed
                      order by formed_on, item_id limit 30)
                    union
                    (select item_id, formed_on, subject_code, column_id, keywords from disclosure.publication
                      where subject_code = :subject and visibility_key = any(:keys) and formed_on <= :formed
                      order by formed_on desc, item_id desc limit 30)
                    union
                    (select item_id, formed_on, subject_code, column_id, keywords from disclosure.publication
                      where subject_code = :subject and visibility_key = any(:keys) and formed_on > :formed
                      order by formed_on, item_id limit 30)),
                compared as (
                    select item_id, abs(formed_on - :formed) as days,
                           array(select distinct word from unnest(keywords) word where word = any(:keywords)) as shared,
                           coalesce(subject_code = :subject, false) as same_subject, column_id = :column as same_column
                      from near
                     where item_id <> :item),
                scored as (
                    select *, cardinality(shared) * :perKeyword + same_subject::int * :perSubject
                              + same_column::int * :perColumn as score
                      from compared),
                nearest as (
                    select * from scored where score >= :least order by score desc, days, item_id desc limit :limit)
                select p.*, s.shared, s.same_subject, s.same_column, s.score
                  from nearest s join disclosure.publication p using (item_id)
                 where p.visibility_key = any(:keys)
                 order by s.score desc, s.days, p.item_id desc""")
                .param("keys", PublishedItems.keys(reader))
                .param("column", anchor.column().value())
                .param("subject", anchor.subject(), Types.VARCHAR)
                .param("formed", anchor.formedOn())
                .param("item", anchor.item().value())
                .param("keywords", anchor.keywords().toArray(String[]::new))
                .param("perKeyword", SHARED_KEYWORD)
                .param("perSubject", SHARED_SUBJECT)
                .param("perColumn", SHARED_COLUMN)
                .param("least", LEAST)
                .param("limit", limit)
                .query((row, number) -> new Related(
                        PublishedItems.listed(row, 0),
                        List.of((String[]) row.getArray("shared").getArray()),
                        row.getBoolean("same_subject"),
                        row.getBoolean("same_column"),
                        row.getInt("score")))
                .list();
    }
}
