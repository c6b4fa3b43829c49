package org.yangguang.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.springframework.util.FileSystemUtils;
import org.yangguang.search.SearchDocument;
import org.yangguang.search.SearchQuery;
import org.yangguang.search.internal.BareLucene;
import org.yangguang.search.internal.LuceneIndex;
import org.yangguang.search.internal.LuceneSearch;

/**
 * The first ten hits with highlights and the counts of five facets, against the same index and query on Lucene alone, in one run.
 * Argument: the number of items, 22,000 unless given.
 */
public final class SearchBench {

    private static final int ROUNDS = 12;
    private static final int BATCH = 2_000;
    private static final Set<String> PUBLIC = Set.of("public");

    private static final List<String> WORDS =
            List.of(("预算 决算 公开 通知 公告 方案 意见 办法 规定 报告 住房 公积金 补贴 教育 招生 学校 医疗 卫生 社会 保险 救助 低保 养老 环境 保护 治理 大气 污染"
                            + " 食品 药品 安全 监督 检查 抽检 企业 项目 建设 工程 招标 采购 土地 征收 补偿 安置 农业 林业 水利 交通 道路 施工 规划 许可 处罚 行政 执法"
                            + " 权力 清单 服务 事项 财政 资金 专项 审计 统计 人事 任免 招聘 考试 录用 应急 预案 消防 防汛 文化 体育 旅游 科技 创新 人才 就业 创业 培训")
                    .split(" "));
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
        System.out.println("-- short texts, " + items + " items");
        run(items, 300);
        if (arguments.length == 0) {
            System.out.println("-- long texts, 2,000 items of 20,000 characters");
            run(2_000, 20_000);
        }
        System.exit(0);
    }

    private static void run(int items, int length) throws Exception {
        Path place = Files.createTempDirectory("search-bench");
        LuceneIndex index = new LuceneIndex(place.resolve("whole"));
        try (BareLucene bare = new BareLucene(place.resolve("bare"), false);
                BareLucene vectors = new BareLucene(place.resolve("vectors"), true)) {
            index.putAll(batch(0, Math.min(items, 500), length, 1));
            List<List<SearchDocument>> batches = batches(items, length);
            double bareSeconds = seconds(() -> bare.index(batches));
            double ours = seconds(() -> {
                for (List<SearchDocument> batch : batches) {
                    index.putAll(batch);
                }
            });
            vectors.index(batches);
            System.out.printf(
                    "indexing: %,.0f items/s, bare Lucene %,.0f items/s, ratio %.2f%n",
                    items / ours, items / bareSeconds, bareSeconds / ours);
            batches.clear();
            searching(new LuceneSearch(index), bare, vectors);
        } finally {
            index.destroy();
            FileSystemUtils.deleteRecursively(place);
        }
    }

    private static void searching(LuceneSearch search, BareLucene bare, BareLucene vectors) throws Exception {
        List<Long> ours = new ArrayList<>();
        List<Long> marked = new ArrayList<>();
        List<Long> unmarked = new ArrayList<>();
        List<Long> top = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            boolean warm = round >= ROUNDS / 4;
            for (String text : QUERIES) {
                SearchQuery query = SearchQuery.of(text, SearchQuery.Sort.RELEVANCE, 10);
                time(warm, ours, () -> search.find(query, PUBLIC));
                time(warm, marked, () -> vectors.whole(text));
                time(warm, unmarked, () -> bare.whole(text));
                time(warm, top, () -> bare.top(text));
            }
        }
        print("whole search (Hibernate Search, own highlights)", ours, ours);
        print("bare Lucene, facets, fast vector highlights", marked, ours);
        print("bare Lucene, facets, no highlights", unmarked, ours);
        print("bare Lucene, top 10 only", top, ours);
    }

    private interface Work {
        void run() throws Exception;
    }

    private static void time(boolean counted, List<Long> times, Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        if (counted) {
            times.add(System.nanoTime() - start);
        }
    }

    private static double seconds(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static void print(String what, List<Long> times, List<Long> ours) {
        double mean = mean(times);
        long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
                "%-50s mean %7.2f ms  median %7.2f ms  p99 %7.2f ms  ours/this %.2f%n",
                what,
                mean / 1e6,
                sorted[sorted.length / 2] / 1e6,
                sorted[(int) (sorted.length * 0.99)] / 1e6,
                mean(ours) / mean);
    }

    private static double mean(List<Long> times) {
        return times.stream().mapToLong(Long::longValue).average().orElse(0);
    }

    private static List<List<SearchDocument>> batches(int items, int length) {
        List<List<SearchDocument>> batches = new ArrayList<>();
        for (int from = 0; from < items; from += BATCH) {
            batches.add(batch(from, Math.min(items, from + BATCH), length, 20160218));
        }
        return batches;
    }

    private static List<SearchDocument> batch(int from, int to, int length, long seed) {
        List<SearchDocument> batch = new ArrayList<>();
        for (int i = from; i < to; i++) {
            batch.add(document(i, length, new Random(seed + i)));
        }
        return batch;
    }

    private static SearchDocument document(int number, int length, Random random) {
        int organ = 1 + random.nextInt(81);
        LocalDate date = LocalDate.of(2008 + random.nextInt(9), 1 + random.nextInt(12), 1 + random.nextInt(28));
        StringBuilder body = new StringBuilder();
        while (body.length() < length * (0.5 + random.nextDouble())) {
            int words = 4 + random.nextInt(8);
            for (int i = 0; i < words; i++) {
                body.append(word(random)).append(random.nextInt(4) == 0 ? "的" : "");
            }
            body.append('，').append(1 + random.nextInt(300)).append("户。");
        }
        String title = "关于" + date.getYear() + "年" + word(random) + word(random) + word(random) + "的" + word(random);
        return new SearchDocument(
                "item:" + number,
                "/items/" + number,
                "public",
                title,
                title + "。",
                body.toString(),
                "泉政发〔" + date.getYear() + "〕" + number + "号",
                "014051234/" + date.getYear() + "-" + String.format("%05d", number),
                organ,
                List.of(1L, (long) organ),
                "第" + organ + "局",
                List.of("statutory", "column-" + random.nextInt(30)),
                null,
                "genre-" + random.nextInt(8),
                random.nextInt(5) == 0 ? "EFFECTIVE" : null,
                Arrays.asList(word(random), word(random)),
                date,
                date.getYear());
    }

    /** Some words are much more frequent than others. */
    private static String word(Random random) {
        double skew = random.nextDouble();
        return WORDS.get((int) (skew * skew * WORDS.size()));
    }
}
