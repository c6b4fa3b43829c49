package org.yangguang.search.internal;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexNotFoundException;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.yangguang.platform.PlatformProperties;
import org.yangguang.search.IndexState;
import org.yangguang.search.SearchDocument;
import org.yangguang.search.SearchIndex;
import org.yangguang.search.SearchUnavailable;

/**
 * The index on this machine's disk. It is opened when first used, so that a command which does not search leaves it alone. While a
 * new generation is built, writes go to both and their ids are remembered: a source that still shows an older state does not overwrite
 * them.
 */
@Component
public class LuceneIndex implements SearchIndex, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(LuceneIndex.class);
    private static final int BATCH = 500;

    private final Path root;
    private final Counts counts = new Counts();
    private final ReentrantLock writing = new ReentrantLock();
    private final ReentrantLock building = new ReentrantLock();

    private @Nullable IndexDirectory directory;
    private volatile @Nullable Generation current;
    private @Nullable Generation next;
    private @Nullable Set<String> touched;
    private final Set<String> hidden = ConcurrentHashMap.newKeySet();
    private final Set<String> hiddenBefore = ConcurrentHashMap.newKeySet();
    private volatile boolean whole;
    private volatile boolean closed;
    private volatile boolean behind;
    private volatile boolean damaged;
    private volatile @Nullable SearchUnavailable trouble;

    @Autowired
    LuceneIndex(PlatformProperties properties) {
        this(properties.dataDir().toAbsolutePath().resolve("index"));
    }

    /** For an index of one's own, as tests and benchmarks have. */
    public LuceneIndex(Path root) {
        this.root = root;
    }

    @Override
    public void put(SearchDocument document) {
        putAll(List.of(document));
    }

    @Override
    public void putAll(Collection<SearchDocument> documents) {
        List<IndexedDocument> all = documents.stream().map(IndexedDocument::of).toList();
        Set<String> ids = new HashSet<>();
        all.forEach(document -> ids.add(document.id()));
        write(ids, generation -> generation.write(all));
    }

    @Override
    public void hide(String id) {
        hidden.add(id);
        hiddenBefore.remove(id);
    }

    /** What is in the index and must not be found any more. */
    Set<String> hidden() {
        return hidden;
    }

    @Override
    public void remove(String id) {
        hide(id);
        write(Set.of(id), generation -> generation.remove(id));
    }

    private void write(Set<String> ids, Consumer<Generation> change) {
        try {
            guarded(() -> {
                current();
                writeLocked(ids, change);
                return true;
            });
        } catch (SearchUnavailable e) {
            behind = true;
            throw e;
        }
    }

    private void writeLocked(Set<String> ids, Consumer<Generation> change) {
        writing.lock();
        try {
            if (touched != null) {
                touched.addAll(ids);
            }
            Generation live = current();
            change.accept(live);
            if (next != null && next != live) {
                change.accept(next);
            }
            hidden.removeAll(ids);
        } finally {
            writing.unlock();
        }
    }

    @Override
    public void rebuild(Stream<SearchDocument> documents) {
        building.lock();
        try (documents) {
            current();
            rebuildLocked(documents);
        } finally {
            building.unlock();
        }
    }

    private void rebuildLocked(Stream<SearchDocument> documents) {
        IndexDirectory place = Objects.requireNonNull(directory);
        Generation old = Objects.requireNonNull(current);
        // An index that is not whole yet is filled in place: what it finds is better than nothing.
        Generation target = whole ? place.openNew() : old;
        start(target);
        try {
            List<IndexedDocument> batch = new ArrayList<>(BATCH);
            documents.forEach(document -> {
                batch.add(IndexedDocument.of(document));
                if (batch.size() == BATCH) {
                    fill(target, batch);
                }
            });
            fill(target, batch);
            finish(place, old, target);
        } catch (RuntimeException e) {
            giveUp(old, target);
            behind = true;
            throw unavailable("The index could not be rebuilt", e);
        }
    }

    private void start(Generation target) {
        writing.lock();
        try {
            behind = false;
            touched = new HashSet<>();
            hiddenBefore.clear();
            hiddenBefore.addAll(hidden);
            next = target;
        } finally {
            writing.unlock();
        }
    }

    private void fill(Generation target, List<IndexedDocument> batch) {
        writing.lock();
        try {
            Set<String> newer = Objects.requireNonNull(touched);
            batch.removeIf(document -> newer.contains(document.id()));
            target.write(batch);
            batch.clear();
        } finally {
            writing.unlock();
        }
    }

    private void finish(IndexDirectory place, Generation old, Generation target) {
        writing.lock();
        try {
            place.makeCurrent(target);
            current = target;
            whole = true;
            damaged = false;
            trouble = null;
            // What was hidden is now as its source has it; unless it was hidden, or failed to be written, meanwhile.
            Set<String> newer = Objects.requireNonNull(touched);
            hiddenBefore.removeAll(newer);
            hidden.removeAll(hiddenBefore);
            next = null;
            touched = null;
        } finally {
            writing.unlock();
        }
        if (old != target) {
            old.close();
            counts.forget();
        }
        place.deleteAllBut(target);
    }

    private void giveUp(Generation old, Generation target) {
        writing.lock();
        try {
            next = null;
            touched = null;
        } finally {
            writing.unlock();
        }
        if (old != target) {
            target.close();
            Generation.delete(target.directory());
        }
    }

    @Override
    public long count() {
        return guarded(() -> current().count());
    }

    @Override
    public IndexState state() {
        if (trouble != null) {
            return IndexState.UNAVAILABLE;
        }
        if (current == null) {
            return IndexState.CLOSED;
        }
        if (!whole) {
            return IndexState.FILLING;
        }
        return building.isLocked() ? IndexState.REBUILDING : IndexState.READY;
    }

    /** Asks the generation in use. */
    <T> T ask(Function<SearchSession, T> question) {
        return guarded(() -> {
            while (true) {
                T answer = current().ask(question);
                if (answer != null) {
                    return answer;
                }
            }
        });
    }

    Counts counts() {
        return counts;
    }

    /** Whether the index holds everything; false on a new one until it has been rebuilt. */
    boolean whole() {
        current();
        return whole;
    }

    /** Makes a new index that has received everything the whole one, without building it again. */
    void declareWhole() {
        writing.lock();
        try {
            Generation filled = current();
            Objects.requireNonNull(directory).makeCurrent(filled);
            whole = true;
        } finally {
            writing.unlock();
        }
    }

    /** Whether something could not be written, so that the index lacks what the sources have. */
    boolean behind() {
        return behind;
    }

    /** Whether a search or a check has met damaged files. */
    boolean damaged() {
        return damaged;
    }

    /** Leaves an index whose files are damaged and begins an empty one, to be filled by a rebuild. */
    void leaveDamaged() {
        writing.lock();
        try {
            Generation broken = current;
            if (broken != null && directory != null) {
                Generation fresh = directory.openNew();
                whole = false;
                current = fresh;
                damaged = false;
                broken.close();
                directory.deleteAllBut(fresh);
            }
        } finally {
            writing.unlock();
        }
    }

    /** Reads all files and remembers when they are damaged. */
    void check() {
        try {
            current().verify();
        } catch (NoSuchFileException | IndexNotFoundException changedMeanwhile) {
            log.debug("The index changed while it was checked", changedMeanwhile);
        } catch (ClosedByInterruptException stopped) {
            log.debug("The check of the index was stopped", stopped);
        } catch (IOException e) {
            damaged = true;
            log.warn("The index is damaged", e);
        }
    }

    private Generation current() {
        Generation open = current;
        return open != null ? open : open();
    }

    private Generation open() {
        writing.lock();
        try {
            if (closed) {
                throw new SearchUnavailable("The index is closed", null);
            }
            if (current != null) {
                return current;
            }
            IndexDirectory locked = directory != null ? directory : IndexDirectory.lock(root);
            directory = locked;
            Generation found = locked.openCurrent();
            whole = found != null;
            Generation opened = found != null ? found : locked.openNew();
            locked.deleteAllBut(opened);
            current = opened;
            trouble = null;
            return opened;
        } catch (SearchUnavailable e) {
            trouble = e;
            throw e;
        } catch (RuntimeException e) {
            throw unavailable("The index cannot be opened", e);
        } finally {
            writing.unlock();
        }
    }

    private <T> T guarded(Supplier<T> work) {
        try {
            T result = work.get();
            trouble = null;
            return result;
        } catch (SearchUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            throw unavailable("The index cannot be used", e);
        }
    }

    private SearchUnavailable unavailable(String what, RuntimeException cause) {
        for (Throwable each = cause; each != null; each = each.getCause()) {
            damaged |= each instanceof CorruptIndexException || each instanceof NoSuchFileException;
        }
        SearchUnavailable unavailable = new SearchUnavailable(what + ": " + cause.getMessage(), cause);
        trouble = unavailable;
        return unavailable;
    }

    @Override
    public void destroy() {
        counts.close();
        writing.lock();
        try {
            closed = true;
            if (current != null) {
                current.close();
                current = null;
            }
            if (directory != null) {
                directory.close();
                directory = null;
            }
        } finally {
            writing.unlock();
        }
    }
}
