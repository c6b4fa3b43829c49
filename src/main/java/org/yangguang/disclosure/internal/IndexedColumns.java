package org.yangguang.disclosure.internal;

import java.util.List;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.yangguang.catalogue.Catalogue;
import org.yangguang.catalogue.ColumnRehung;
import org.yangguang.search.SearchDocument;
import org.yangguang.search.SearchIndex;

/** Keeps the index true when a column hangs elsewhere. */
@Component
class IndexedColumns {

    private final Catalogue catalogue;
    private final PublishedDocuments published;
    private final SearchIndex index;

    IndexedColumns(Catalogue catalogue, PublishedDocuments published, SearchIndex index) {
        this.catalogue = catalogue;
        this.published = published;
        this.index = index;
    }

    @ApplicationModuleListener
    void on(ColumnRehung event) {
        published.chunksIn(catalogue.subtree(event.column())).forEach(this::put);
    }

    private void put(List<SearchDocument> documents) {
        index.putAll(documents);
    }
}
