package org.yangguang.disclosure.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yangguang.catalogue.ColumnId;
import org.yangguang.disclosure.Edition;
import org.yangguang.disclosure.ItemId;
import org.yangguang.search.SearchDocument;
import org.yangguang.search.SearchSource;

/** Everything that stands on the website, whoever may see it, for building the index anew: each document carries its key. */
@Component
class PublishedDocuments implements SearchSource {

    private static final int CHUNK = 500;

    private final JdbcClient jdbc;
    private final SearchDocuments documents;
    private final AttachmentTexts texts;

    PublishedDocuments(JdbcClient jdbc, SearchDocuments documents, AttachmentTexts texts) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.texts = texts;
    }

    @Override
    public long count() {
        return jdbc.sql("select count(*) from disclosure.publication")
                .query(Long.class)
                .single();
    }

    /** Read in chunks by item id, so that neither memory nor a long transaction is needed. */
    @Override
    public Stream<SearchDocument> documents() {
        return StreamSupport.stream(new Chunks(null), false).flatMap(List::stream);
    }

    /** What stands in these columns, in chunks. */
    Stream<List<SearchDocument>> chunksIn(Set<ColumnId> columns) {
        Long[] ids = columns.stream().map(ColumnId::value).toArray(Long[]::new);
        return StreamSupport.stream(new Chunks(ids), false);
    }

    /** Those of these items that stand on the site. */
    List<SearchDocument> of(Collection<ItemId> items) {
        List<SearchDocument> found = new ArrayList<>();
        jdbc.sql("select listed.*, text.body_text from (" + EditionRows.EDITION + "\n" + """
                  join disclosure.publication p on p.edition_id = e.id where p.item_id = any (?)) listed
                  join disclosure.edition text on text.id = listed.id""")
                .param(items.stream().map(ItemId::value).toArray(Long[]::new))
                .query(row -> {
                    found.add(document(row));
                });
        return found;
    }

    private SearchDocument document(ResultSet row) throws SQLException {
        Edition edition = EditionRows.edition(row, 0);
        return documents.document(
                edition.item(),
                edition.organ(),
                edition.organName(),
                Objects.requireNonNull(edition.indexNumber()),
                edition.content(),
                texts.with(edition, row.getString("body_text")));
    }

    private final class Chunks extends AbstractSpliterator<List<SearchDocument>> {

        private long after = Long.MIN_VALUE;

        private final Long @Nullable [] columns;

        /** @param columns only what stands in these; null for everything */
        Chunks(Long @Nullable [] columns) {
            super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
            this.columns = columns;
        }

        @Override
        public boolean tryAdvance(Consumer<? super List<SearchDocument>> action) {
            List<SearchDocument> chunk = new ArrayList<>(CHUNK);
            jdbc.sql("select listed.*, text.body_text from (" + EditionRows.EDITION + "\n" + """
                      join disclosure.publication p on p.edition_id = e.id
                     where p.item_id > ? and (?::bigint[] is null or p.column_id = any (?)) order by p.item_id limit ?) listed
                      join disclosure.edition text on text.id = listed.id
                     order by listed.item_id""")
                    .params(after, columns, columns, CHUNK)
                    .query(row -> {
                        chunk.add(document(row));
                        after = row.getLong("item_id");
                    });
            if (chunk.isEmpty()) {
                return false;
            }
            action.accept(chunk);
            return true;
        }
    }
}
