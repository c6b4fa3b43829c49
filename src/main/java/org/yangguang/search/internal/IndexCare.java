package org.yangguang.search.internal;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yangguang.platform.WhenServing;
import org.yangguang.search.SearchDocument;
import org.yangguang.search.SearchSource;
import org.yangguang.search.SearchUnavailable;

/**
 * Keeps the index whole while the site is served, beside the requests: builds it when it is missing, of an older shape, damaged,
 * holds another number of documents than the sources have, or missed a change.
 */
@Component
@WhenServing
class IndexCare implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(IndexCare.class);
    private static final long PAUSE_SECONDS = 15;

    private final LuceneIndex index;
    private final ObjectProvider<SearchSource> sources;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "index-care");
        thread.setDaemon(true);
        return thread;
    });
    private boolean checked;

    IndexCare(LuceneIndex index, ObjectProvider<SearchSource> sources) {
        this.index = index;
        this.sources = sources;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        worker.scheduleWithFixedDelay(this::look, 0, PAUSE_SECONDS, TimeUnit.SECONDS);
    }

    void look() {
        try {
            care();
        } catch (SearchUnavailable e) {
            log.error("{}; trying again in {} s", e.getMessage(), PAUSE_SECONDS);
        } catch (RuntimeException e) {
            log.error("The index could not be looked after; trying again in {} s", PAUSE_SECONDS, e);
        }
    }

    private void care() {
        boolean whole = index.whole();
        if (!checked && whole) {
            index.check();
        }
        if (Thread.currentThread().isInterrupted()) {
            return;
        }
        if (index.damaged()) {
            index.leaveDamaged();
        }
        boolean complete = (checked && index.whole()) || index.count() == expected();
        if (!complete || index.behind()) {
            rebuild();
        } else if (!index.whole()) {
            index.declareWhole();
        }
        checked = true;
    }

    private long expected() {
        return sources.stream().mapToLong(SearchSource::count).sum();
    }

    private void rebuild() {
        long started = System.nanoTime();
        List<SearchSource> all = sources.stream().toList();
        index.rebuild(documents(all));
        long count = index.count();
        if (count > 0) {
            log.info("The index was built: {} documents in {} ms", count, (System.nanoTime() - started) / 1_000_000);
        }
    }

    /** Everything that all sources have; closing it closes those that were opened. */
    static Stream<SearchDocument> documents(List<SearchSource> sources) {
        return sources.stream().flatMap(SearchSource::documents);
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
        try {
            worker.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
