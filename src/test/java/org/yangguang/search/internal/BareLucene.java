package org.yangguang.search.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.vectorhighlight.FastVectorHighlighter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.QueryBuilder;
import org.yangguang.search.SearchDocument;

/** The same index and the same query written by hand on Lucene alone: what the search is measured against. */
public final class BareLucene implements AutoCloseable {

    private static final List<String> FACETS = List.of("organ", "columns", "genre", "year", "validity");

    private final Directory directory;
    private final boolean vectors;
    private final FacetsConfig facets = new FacetsConfig();
    private final FastVectorHighlighter highlighter = new FastVectorHighlighter();
    private DirectoryReader reader;
    private IndexSearcher searcher;
    private SortedSetDocValuesReaderState state;

    /** @param vectors whether fields keep the term vectors that the fast vector highlighter needs */
    public BareLucene(Path place, boolean vectors) throws IOException {
        this.directory = new MMapDirectory(place);
        this.vectors = vectors;
        facets.setMultiValued("columns", true);
    }

    /** Adds all batches, one after another, with as many threads as there are processors, and commits once. */
    public void index(Iterable<List<List<SearchDocument>>> batches) throws Exception {
        Analyzer characters = ChineseAnalysis.INDEX_ANALYZER;
        Analyzer analyzer = new PerFieldAnalyzerWrapper(
                new StandardAnalyzer(),
                java.util.Map.of(
                        "title",
                        characters,
                        "text",
                        characters,
                        "about",
                        characters,
                        "words",
                        ChineseAnalysis.WORD_ANALYZER));
        ExecutorService workers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer).setRAMBufferSizeMB(64))) {
            for (List<List<SearchDocument>> some : batches) {
                List<Future<?>> all = new ArrayList<>();
                for (List<SearchDocument> batch : some) {
                    all.add(workers.submit(() -> {
                        for (SearchDocument document : batch) {
                            writer.updateDocument(new Term("id", document.id()), facets.build(lucene(document)));
                        }
                        return null;
                    }));
                }
                for (Future<?> each : all) {
                    each.get();
                }
            }
            writer.commit();
        } finally {
            workers.shutdown();
        }
    }

    /** Whether there is an index already. */
    public boolean there() throws IOException {
        return DirectoryReader.indexExists(directory);
    }

    /** Opens what was added. */
    public void open() throws IOException {
        reader = DirectoryReader.open(directory);
        searcher = new IndexSearcher(reader);
        state = new DefaultSortedSetDocValuesReaderState(reader, facets);
    }

    private Document lucene(SearchDocument source) {
        IndexedDocument d = IndexedDocument.of(source);
        FieldType text = new FieldType(TextField.TYPE_STORED);
        if (vectors) {
            text.setStoreTermVectors(true);
            text.setStoreTermVectorPositions(true);
            text.setStoreTermVectorOffsets(true);
        }
        FieldType plain = new FieldType(TextField.TYPE_NOT_STORED);
        plain.setOmitNorms(true);
        Document document = new Document();
        document.add(new StringField("id", d.id(), Field.Store.YES));
        document.add(new StoredField("url", d.url()));
        document.add(new StringField("visibility", d.visibility(), Field.Store.NO));
        document.add(new Field("title", d.title(), text));
        document.add(new StringField("titleStart", d.titleStart(), Field.Store.NO));
        document.add(new Field("text", d.text(), text));
        document.add(new Field("about", d.about(), plain));
        document.add(new Field("words", d.words(), plain));
        d.numbers().forEach(number -> document.add(new StringField("numbers", number, Field.Store.NO)));
        if (d.documentNumber() != null) {
            document.add(new StoredField("documentNumber", d.documentNumber()));
        }
        if (d.indexNumber() != null) {
            document.add(new StoredField("indexNumber", d.indexNumber()));
        }
        document.add(new StoredField("organName", d.organName()));
        facet(document, "organ", d.organ());
        d.columns().forEach(column -> facet(document, "columns", column));
        facet(document, "genre", d.genre());
        facet(document, "validity", d.validity());
        facet(document, "year", d.year());
        document.add(new NumericDocValuesField("date", d.date().toEpochDay()));
        document.add(new StoredField("storedDate", d.date().toEpochDay()));
        return document;
    }

    private static void facet(Document document, String name, @org.jspecify.annotations.Nullable String value) {
        if (value != null) {
            document.add(new StringField(name, value, Field.Store.YES));
            document.add(new SortedSetDocValuesFacetField(name, value));
        }
    }

    /** Part of all documents that match. */
    public double share(String typed) throws IOException {
        return (double) searcher.count(query(typed)) / reader.numDocs();
    }

    /** Top 10 only. */
    public long top(String typed) throws IOException {
        TopDocs top = searcher.search(query(typed), new TopScoreDocCollectorManager(10, null, 10));
        return top.scoreDocs.length;
    }

    /** Top 10 with stored fields, the counts of five facets and, if {@code marked}, highlights from term vectors. */
    public long whole(String typed, boolean marked) throws IOException {
        Query query = query(typed);
        Sort sort = new Sort(SortField.FIELD_SCORE, new SortField("date", SortField.Type.LONG, true));
        Object[] results = searcher.search(
                query,
                new MultiCollectorManager(
                        new TopFieldCollectorManager(sort, 10, null, Integer.MAX_VALUE), new FacetsCollectorManager()));
        TopFieldDocs top = (TopFieldDocs) results[0];
        SortedSetDocValuesFacetCounts counts = new SortedSetDocValuesFacetCounts(state, (FacetsCollector) results[1]);
        long shown = 0;
        for (String facet : FACETS) {
            FacetResult result = counts.getTopChildren(300, facet);
            shown += result == null ? 0 : result.childCount;
        }
        var fields = highlighter.getFieldQuery(query, reader);
        for (var hit : top.scoreDocs) {
            Document document = searcher.storedFields().document(hit.doc);
            shown += document.get("title").length();
            if (marked) {
                String title = highlighter.getBestFragment(fields, reader, hit.doc, "title", 200);
                String passage = highlighter.getBestFragment(fields, reader, hit.doc, "text", 130);
                shown += (title == null ? 0 : title.length()) + (passage == null ? 0 : passage.length());
            }
        }
        return shown;
    }

    private static Query query(String typed) {
        QueryBuilder builder = new QueryBuilder(ChineseAnalysis.QUERY_ANALYZER);
        QueryBuilder words = new QueryBuilder(ChineseAnalysis.WORD_ANALYZER);
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (QueryWords.Word word : QueryWords.of(typed).words()) {
            BooleanQuery.Builder either = new BooleanQuery.Builder();
            either.add(phrase(builder, word.text()), Occur.SHOULD);
            if (!word.parts().isEmpty()) {
                BooleanQuery.Builder apart = new BooleanQuery.Builder();
                for (String part : word.parts()) {
                    BooleanQuery.Builder anywhere = new BooleanQuery.Builder();
                    for (String field : List.of("title", "about", "text")) {
                        anywhere.add(builder.createPhraseQuery(field, part), Occur.SHOULD);
                    }
                    apart.add(anywhere.build(), Occur.MUST);
                }
                either.add(new BoostQuery(apart.build(), 0.05f), Occur.SHOULD);
            }
            all.add(either.build(), Occur.MUST);
            Query whole = words.createPhraseQuery("words", word.text());
            if (whole != null) {
                all.add(new BoostQuery(whole, 2f), Occur.SHOULD);
            }
        }
        all.add(new TermQuery(new Term("visibility", "public")), Occur.FILTER);
        return all.build();
    }

    private static Query phrase(QueryBuilder builder, String text) {
        BooleanQuery.Builder fields = new BooleanQuery.Builder();
        fields.add(new BoostQuery(builder.createPhraseQuery("title", text), 8f), Occur.SHOULD);
        fields.add(new BoostQuery(builder.createPhraseQuery("about", text), 3f), Occur.SHOULD);
        fields.add(builder.createPhraseQuery("text", text), Occur.SHOULD);
        return fields.build();
    }

    @Override
    public void close() throws IOException {
        if (reader != null) {
            reader.close();
        }
        directory.close();
    }
}
