package org.yangguang.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;
import org.yangguang.search.SearchDocument;
import org.yangguang.search.SearchQuery;
import org.yangguang.search.internal.BareLucene;
import org.yangguang.search.internal.Forgetting;
import org.yangguang.search.internal.LuceneIndex;
import org.yangguang.search.internal.LuceneSearch;

/**
 * The first ten hits with highlights and the counts of five facets, against the same index and query on Lucene alone, in one run.
 * Arguments: the number of items, 22,000 unless given; a directory that keeps the indexes for the next run; {@code laws} or
 * {@code words} for the texts to be used, both unless given.
 */
public final class SearchBench {

    private static final int ROUNDS = 12;
    private static final int BATCH = 2_000;
    private static final int AT_ONCE = 50;
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final Set<String> PUBLIC = Set.of("public");

    private static final List<String> QUERIES = List.of(
            "公积金",
            "部门 预算",
            "税",
            "住房补贴",
            "环境保护",
            "食品安全监督",
            "招生 学校",
            "行政处罚",
            "专项资金",
            "养老保险",
            "社会救助低保",
            "工程招标采购",
            "2016年",
            "人才",
            "应急预案",
            "财政资金审计",
            "大气污染治理",
            "土地 征收 补偿",
            "通知",
            "权力清单");

    private SearchBench() {}

    public static void main(String[] arguments) throws Exception {
        int items = arguments.length == 0
                ? 22_000
                : Integer.parseInt(arguments[0].replace(",", "").replace("_", ""));
        Path place = arguments.length > 1 ? Path.of(arguments[1]) : Files.createTempDirectory("search-bench");
        String only = arguments.length > 2 ? arguments[2] : "";
        try {
            var laws = SiteTexts.ofLaws(KnownItems.CORPUS);
            if (laws.isPresent() && !only.equals("words")) {
                run(place.resolve("laws"), laws.get(), items, 300);
            }
            if (!only.equals("laws")) {
                run(place.resolve("words"), SiteTexts.ofFewWords(), items, 300);
            }
            if (arguments.length == 0) {
                run(place.resolve("long"), SiteTexts.ofFewWords(), 2_000, 20_000);
            }
        } finally {
            if (arguments.length < 2) {
                FileSystemUtils.deleteRecursively(place);
            }
        }
        System.exit(0);
    }

    private static void run(Path place, SiteTexts texts, int items, int length) throws Exception {
        System.out.printf("-- %,d items of about %,d characters, %s%n", items, length, texts.name());
        Files.createDirectories(place);
        LuceneIndex index = new LuceneIndex(place.resolve("whole"));
        try (BareLucene bare = new BareLucene(place.resolve("bare"), false);
                BareLucene vectors = new BareLucene(place.resolve("vectors"), true)) {
            if (!vectors.there()) {
                fill(index, bare, vectors, texts, items, length);
            }
            vectors.open();
            searching(index, vectors);
        } finally {
            index.destroy();
        }
    }

    private static void fill(
            LuceneIndex index, BareLucene bare, BareLucene vectors, SiteTexts texts, int items, int length)
            throws Exception {
        Batches all = new Batches(texts, items, length);
        Batches first = new Batches(texts, Math.min(items, AT_ONCE * BATCH), length);
        index.putAll(all.batch(0, Math.min(items, 500)));
        double alone = first.rate(() -> bare.index(first));
        double ours = first.rate(() -> first.forEach(some -> some.forEach(index::putAll)));
        System.out.printf(
                "indexing: %,.0f items/s, bare Lucene %,.0f items/s, ratio %.2f%n", ours, alone, ours / alone);
        if (items > AT_ONCE * BATCH) {
            all.forEach(some -> some.forEach(index::putAll));
        }
        index.rebuild(Stream.empty());
        vectors.index(all);
    }

    /** Some batches at a time, so that not all texts need be in memory. */
    private static final class Batches implements Iterable<List<List<SearchDocument>>> {

        private final SiteTexts texts;
        private final int items;
        private final int length;
        private long making;

        Batches(SiteTexts texts, int items, int length) {
            this.texts = texts;
            this.items = items;
            this.length = length;
        }

        List<SearchDocument> batch(int from, int to) {
            return IntStream.range(from, to)
                    .mapToObj(number -> texts.document(number, length))
                    .toList();
        }

        /** How many items of these the work takes in a second, without the time in which their texts were made. */
        double rate(Work work) throws Exception {
            making = 0;
            long start = System.nanoTime();
            work.run();
            return items * 1e9 / (System.nanoTime() - start - making);
        }

        @Override
        public Iterator<List<List<SearchDocument>>> iterator() {
            return new Iterator<>() {
                private int next;

                @Override
                public boolean hasNext() {
                    return next < items;
                }

                @Override
                public List<List<SearchDocument>> next() {
                    long start = System.nanoTime();
                    List<List<SearchDocument>> some = new ArrayList<>();
                    for (int i = 0; i < AT_ONCE && next < items; i++) {
                        int end = Math.min(items, next + BATCH);
                        some.add(batch(next, end));
                        next = end;
                    }
                    making += System.nanoTime() - start;
                    return some;
                }
            };
        }
    }

    private static void searching(LuceneIndex index, BareLucene bare) throws Exception {
        LuceneSearch search = new LuceneSearch(index);
        StringBuilder shares = new StringBuilder("part of all items:");
        for (String text : QUERIES) {
            shares.append(String.format(" %s %.2f %%;", text, 100 * bare.share(text)));
        }
        System.out.println(shares);
        Times first = new Times("whole search, asked for the first time");
        Times again = new Times("whole search, asked again");
        Times marked = new Times("bare Lucene, facets, fast vector highlights");
        Times unmarked = new Times("bare Lucene, facets, no highlights");
        Times top = new Times("bare Lucene, top 10 only");
        for (int round = -ROUNDS / 4; round < ROUNDS * 3 / 4; round++) {
            for (String text : QUERIES) {
                SearchQuery query = SearchQuery.of(text, SearchQuery.Sort.RELEVANCE, 10);
                Forgetting.counts(index);
                first.take(round, text, () -> search.find(query, PUBLIC));
                again.take(round, text, () -> search.find(query, PUBLIC));
                marked.take(round, text, () -> bare.whole(text, true));
                unmarked.take(round, text, () -> bare.whole(text, false));
                top.take(round, text, () -> bare.top(text));
            }
        }
        for (Times times : List.of(first, again, marked, unmarked, top)) {
            times.print(first);
        }
        System.out.println("median of each query in ms, first and bare:");
        for (String text : QUERIES) {
            System.out.printf("%10.2f %10.2f  %s%n", first.median(text), marked.median(text), text);
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    /** How long one kind of work took, and how long processors were busy with it. */
    private static final class Times {

        private final String name;
        private final Map<String, List<Long>> nanos = new LinkedHashMap<>();
        private long busy;

        Times(String name) {
            this.name = name;
        }

        void take(int round, String text, Work work) throws Exception {
            long busyBefore = PROCESS.getProcessCpuTime();
            long start = System.nanoTime();
            work.run();
            long took = System.nanoTime() - start;
            if (round >= 0) {
                nanos.computeIfAbsent(text, one -> new ArrayList<>()).add(took);
                busy += PROCESS.getProcessCpuTime() - busyBefore;
            }
        }

        double median(String text) {
            return median(nanos.get(text).stream());
        }

        private static double median(Stream<Long> nanos) {
            return at(nanos, 0.5);
        }

        private static double at(Stream<Long> nanos, double part) {
            long[] sorted = nanos.mapToLong(Long::longValue).sorted().toArray();
            return sorted[(int) (sorted.length * part)] / 1e6;
        }

        private Stream<Long> all() {
            return nanos.values().stream().flatMap(List::stream);
        }

        private double mean() {
            return all().mapToLong(Long::longValue).average().orElse(0) / 1e6;
        }

        void print(Times first) {
            System.out.printf(
                    "%-45s mean %7.2f ms  median %7.2f ms  p99 %7.2f ms  first/this %.2f, of processor time %.2f%n",
                    name, mean(), median(all()), at(all(), 0.99), first.mean() / mean(), (double) first.busy / busy);
        }
    }
}
