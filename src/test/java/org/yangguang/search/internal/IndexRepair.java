package org.yangguang.search.internal;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.yangguang.search.SearchDocument;
import org.yangguang.search.SearchSource;

/** Looks after an index once, as the serving program does at its start. */
public final class IndexRepair {

    private IndexRepair() {}

    public static void lookAfter(LuceneIndex index, List<SearchDocument> documents) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("source", new SearchSource() {
            @Override
            public long count() {
                return documents.size();
            }

            @Override
            public Stream<SearchDocument> documents() {
                return documents.stream();
            }
        });
        IndexCare care = new IndexCare(index, beans.getBeanProvider(SearchSource.class));
        care.look();
        care.destroy();
    }
}
