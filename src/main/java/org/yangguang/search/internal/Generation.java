package org.yangguang.search.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.FSDirectory;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.AnnotatedTypeSource;
import org.hibernate.search.mapper.pojo.standalone.mapping.CloseableSearchMapping;
import org.hibernate.search.mapper.pojo.standalone.mapping.SearchMapping;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.hibernate.search.mapper.pojo.work.IndexingPlanSynchronizationStrategy;

/** One build of the index, in a directory of its own. */
final class Generation implements AutoCloseable {

    private static final int BATCH = 2_000;

    private final Path directory;
    private final CloseableSearchMapping mapping;
    private final ReentrantReadWriteLock use = new ReentrantReadWriteLock();
    private boolean closed;

    private Generation(Path directory, CloseableSearchMapping mapping) {
        this.directory = directory;
        this.mapping = mapping;
    }

    static Generation open(Path directory) {
        int processors = Runtime.getRuntime().availableProcessors();
        return new Generation(
                directory,
                SearchMapping.builder(AnnotatedTypeSource.fromClasses(IndexedDocument.class, LuceneSearch.Found.class))
                        .properties(Map.of(
                                "hibernate.search.mapping.build_missing_discovered_jandex_indexes",
                                false,
                                "hibernate.search.mapping.discover_annotated_types_from_root_mapping_annotations",
                                false,
                                "hibernate.search.backend.type",
                                "lucene",
                                "hibernate.search.backend.lucene_version",
                                "9.12.3",
                                "hibernate.search.backend.directory.root",
                                directory.toString(),
                                "hibernate.search.backend.analysis.configurer",
                                new ChineseAnalysis(),
                                "hibernate.search.backend.thread_pool.size",
                                processors,
                                "hibernate.search.backend.indexing.queue_count",
                                processors,
                                "hibernate.search.backend.io.writer.ram_buffer_size",
                                64))
                        .build());
    }

    Path directory() {
        return directory;
    }

    /** Runs a search; null when this generation has been closed in the meantime, and the next is to be asked. */
    <T> @org.jspecify.annotations.Nullable T ask(Function<SearchSession, T> question) {
        use.readLock().lock();
        try {
            if (closed) {
                return null;
            }
            try (SearchSession session = mapping.createSession()) {
                return question.apply(session);
            }
        } finally {
            use.readLock().unlock();
        }
    }

    /** Adds or replaces; on the disk and visible when it returns. */
    void write(Collection<IndexedDocument> documents) {
        List<IndexedDocument> all = List.copyOf(documents);
        for (int from = 0; from < all.size(); from += BATCH) {
            try (SearchSession session = writing()) {
                all.subList(from, Math.min(from + BATCH, all.size())).forEach(session.indexingPlan()::addOrUpdate);
            }
        }
    }

    void remove(String id) {
        try (SearchSession session = writing()) {
            session.indexingPlan().purge(IndexedDocument.class, id, null);
        }
    }

    private SearchSession writing() {
        return mapping.createSessionWithOptions()
                .indexingPlanSynchronizationStrategy(IndexingPlanSynchronizationStrategy.sync())
                .build();
    }

    long count() {
        Long count = ask(session ->
                session.search(IndexedDocument.class).where(f -> f.matchAll()).fetchTotalHitCount());
        return count == null ? 0 : count;
    }

    /**
     * Reads every file of the index and compares its checksum.
     *
     * @throws IOException when one is damaged
     */
    void verify() throws IOException {
        try (FSDirectory files = FSDirectory.open(directory.resolve(IndexedDocument.INDEX));
                DirectoryReader reader = DirectoryReader.open(files)) {
            for (LeafReaderContext leaf : reader.leaves()) {
                leaf.reader().checkIntegrity();
            }
        }
    }

    @Override
    public void close() {
        use.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                mapping.close();
            }
        } finally {
            use.writeLock().unlock();
        }
    }

    static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
