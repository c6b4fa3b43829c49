package org.yangguang.search.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexReader.CacheKey;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;
import org.yangguang.search.SearchResult;
import org.yangguang.search.internal.Predicates.Facet;

/**
 * Counts all that a query finds, and how often each value of each facet is among it: in one pass without scores, file by file of the
 * index. What was counted in a file is remembered for as long as the file is in use and nothing in it was deleted, so that a change of
 * the index lets only what changed be counted again.
 */
final class Counts implements AutoCloseable {

    private static final int MOST_VALUES = 300;
    private static final int PART = 1 << 17;
    private static final int BETWEEN_LOOKS_AT_THE_CLOCK = 1 << 14;
    private static final int MOST_REMEMBERED = 2_000_000;

    private static final Comparator<SearchResult.Count> MOST_FIRST =
            Comparator.comparingLong(SearchResult.Count::count).reversed().thenComparing(SearchResult.Count::value);

    private final ExecutorService helpers;
    private final Map<CacheKey, String[][]> names = new ConcurrentHashMap<>();
    private final Map<Asked, Map<CacheKey, LeafCounts>> remembered = new LinkedHashMap<>(64, 0.75f, true);
    private long size;

    private record Asked(Query query, Map<Facet, String> chosen) {}

    /** All that was found; values most first. */
    record Counted(long total, Map<Facet, List<SearchResult.Count>> values) {}

    Counts() {
        int processors = Runtime.getRuntime().availableProcessors();
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                processors,
                processors,
                30,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(32 * processors),
                work -> {
                    Thread thread = new Thread(work, "search-counts");
                    thread.setDaemon(true);
                    return thread;
                },
                new ThreadPoolExecutor.DiscardPolicy());
        threads.allowCoreThreadTimeOut(true);
        helpers = threads;
    }

    /**
     * Begins to count, beside the calling thread.
     *
     * @param query what is looked for, without the chosen values
     * @param chosen values that all that is found has; each facet is counted as if nothing of its own were chosen
     */
    Counting begin(IndexReader reader, Query query, Map<Facet, String> chosen, long longestSeconds) {
        return new Counting(reader, new Asked(query, Map.copyOf(chosen)), longestSeconds);
    }

    /** One count on its way. */
    final class Counting implements AutoCloseable {

        private final IndexReader reader;
        private final Asked asked;
        private final long deadline;
        private final Map<LeafReaderContext, LeafCounts> known = new HashMap<>();
        private final List<Part> parts = new ArrayList<>();
        private @Nullable Weight weight;

        private Counting(IndexReader reader, Asked asked, long longestSeconds) {
            this.reader = reader;
            this.asked = asked;
            this.deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(longestSeconds);
            Map<CacheKey, LeafCounts> before = remembered(asked);
            for (LeafReaderContext leaf : reader.leaves()) {
                CacheKey key = key(leaf);
                LeafCounts counted = key == null ? null : before.get(key);
                if (counted != null) {
                    known.put(leaf, counted);
                    continue;
                }
                for (int from = 0; from < leaf.reader().maxDoc(); from += PART) {
                    parts.add(new Part(this, leaf, from));
                }
            }
            if (!parts.isEmpty()) {
                begin();
            }
        }

        private void begin() {
            try {
                IndexSearcher searcher = new IndexSearcher(reader);
                searcher.setQueryCache(null);
                weight = searcher.createWeight(
                        searcher.rewrite(new ConstantScoreQuery(asked.query())), ScoreMode.COMPLETE_NO_SCORES, 1f);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            parts.sort(Comparator.comparingInt(part -> -part.length()));
            int useful = Math.min(parts.size(), Runtime.getRuntime().availableProcessors());
            for (int i = 1; i <= useful; i++) {
                helpers.execute(this::help);
            }
        }

        /** Holds the reader, which whoever asked may have given up meanwhile. */
        private void help() {
            if (!reader.tryIncRef()) {
                return;
            }
            try {
                parts.forEach(FutureTask::run);
            } finally {
                release(reader);
            }
        }

        /** Counts what nobody has begun yet, and waits for the rest. */
        Counted finish() {
            parts.forEach(FutureTask::run);
            try {
                for (Part part : parts) {
                    known.merge(part.leaf, part.get(), LeafCounts::plus);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("The search was stopped", e);
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
            if (!parts.isEmpty()) {
                remember(asked, known);
            }
            return counted(known);
        }

        private LeafCounts count(LeafReaderContext leaf, int from, int to) throws IOException {
            LeafCounts.Counter counter = new LeafCounts.Counter(leaf.reader(), asked.chosen());
            BulkScorer scorer = weight == null ? null : weight.bulkScorer(leaf);
            if (scorer == null) {
                return counter.counted();
            }
            for (int at = from; at < to; ) {
                if (System.nanoTime() > deadline) {
                    throw new IOException("The search took too long");
                }
                int until = Math.min(to, at + BETWEEN_LOOKS_AT_THE_CLOCK);
                at = Math.max(until, scorer.score(counter, leaf.reader().getLiveDocs(), at, until));
            }
            return counter.counted();
        }

        /** Leaves what has not begun. */
        @Override
        public void close() {
            parts.forEach(part -> part.cancel(false));
        }
    }

    private static final class Part extends FutureTask<LeafCounts> {

        private final LeafReaderContext leaf;
        private final int from;

        Part(Counting counting, LeafReaderContext leaf, int from) {
            super(() -> counting.count(leaf, from, Math.min(leaf.reader().maxDoc(), from + PART)));
            this.leaf = leaf;
            this.from = from;
        }

        int length() {
            return Math.min(PART, leaf.reader().maxDoc() - from);
        }
    }

    private Counted counted(Map<LeafReaderContext, LeafCounts> leaves) {
        long total = 0;
        Map<Facet, Map<String, Long>> sums = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            sums.put(facet, new HashMap<>());
        }
        for (Map.Entry<LeafReaderContext, LeafCounts> leaf : leaves.entrySet()) {
            LeafCounts counted = leaf.getValue();
            total += counted.total();
            String[][] named = names(leaf.getKey().reader());
            sums.forEach((facet, sum) -> {
                int[] counts = counted.counts()[facet.ordinal()];
                for (int value = 0; value < counts.length; value++) {
                    if (counts[value] > 0) {
                        sum.merge(named[facet.ordinal()][value], (long) counts[value], Long::sum);
                    }
                }
            });
        }
        Map<Facet, List<SearchResult.Count>> values = new EnumMap<>(Facet.class);
        sums.forEach((facet, sum) -> values.put(
                facet,
                sum.entrySet().stream()
                        .map(one -> new SearchResult.Count(one.getKey(), one.getValue()))
                        .sorted(MOST_FIRST)
                        .limit(MOST_VALUES)
                        .toList()));
        return new Counted(total, values);
    }

    private String[][] names(LeafReader leaf) {
        IndexReader.CacheHelper cache = leaf.getCoreCacheHelper();
        try {
            if (cache == null) {
                return LeafCounts.names(leaf);
            }
            String[][] known = names.get(cache.getKey());
            if (known == null) {
                known = LeafCounts.names(leaf);
                if (names.put(cache.getKey(), known) == null) {
                    cache.addClosedListener(names::remove);
                }
            }
            return known;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable CacheKey key(LeafReaderContext leaf) {
        IndexReader.CacheHelper cache = leaf.reader().getReaderCacheHelper();
        return cache == null ? null : cache.getKey();
    }

    private static void release(IndexReader reader) {
        try {
            reader.decRef();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<CacheKey, LeafCounts> remembered(Asked asked) {
        synchronized (remembered) {
            return remembered.getOrDefault(asked, Map.of());
        }
    }

    private void remember(Asked asked, Map<LeafReaderContext, LeafCounts> leaves) {
        Map<CacheKey, LeafCounts> now = new HashMap<>();
        leaves.forEach((leaf, counted) -> {
            CacheKey key = key(leaf);
            if (key != null) {
                now.put(key, counted);
            }
        });
        synchronized (remembered) {
            size += size(now) - size(remembered.put(asked, now));
            var eldest = remembered.values().iterator();
            while (size > MOST_REMEMBERED) {
                size -= size(eldest.next());
                eldest.remove();
            }
        }
    }

    /** Counts everything anew from now on. */
    void forget() {
        synchronized (remembered) {
            remembered.clear();
            size = 0;
        }
    }

    private static long size(@Nullable Map<CacheKey, LeafCounts> leaves) {
        return leaves == null
                ? 0
                : leaves.values().stream().mapToLong(LeafCounts::size).sum();
    }

    @Override
    public void close() {
        helpers.shutdownNow();
    }
}
