package org.yangguang.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.yangguang.search.SearchDocument;

/** Items as a site may have them, made from a number: the same number always makes the same item. */
interface SiteTexts {

    /** What titles and keywords are about. */
    List<String> SUBJECTS =
            List.of(("预算 决算 公开 通知 公告 方案 意见 办法 规定 报告 住房 公积金 补贴 教育 招生 学校 医疗 卫生 社会 保险 救助 低保 养老 环境 保护 治理 大气 污染"
                            + " 食品 药品 安全 监督 检查 抽检 企业 项目 建设 工程 招标 采购 土地 征收 补偿 安置 农业 林业 水利 交通 道路 施工 规划 许可 处罚 行政 执法"
                            + " 权力 清单 服务 事项 财政 资金 专项 审计 统计 人事 任免 招聘 考试 录用 应急 预案 消防 防汛 文化 体育 旅游 科技 创新 人才 就业 创业 培训")
                    .split(" "));

    String name();

    /** An item of about {@code length} characters. */
    SearchDocument document(int number, int length);

    /** Texts of nothing but ninety words, so that every query meets a great part of all items: the hard case. */
    static SiteTexts ofFewWords() {
        return new FewWords();
    }

    /** Sentences of laws about one thing each, below titles as offices write them; empty when the corpus is not there. */
    static Optional<SiteTexts> ofLaws(Path corpus) {
        return Files.isDirectory(corpus) ? Optional.of(Laws.read(corpus)) : Optional.empty();
    }

    private static SearchDocument document(
            int number, Random random, LocalDate date, String title, String body, String... keywords) {
        int organ = 1 + random.nextInt(81);
        return new SearchDocument(
                "item:" + number,
                "/items/" + number,
                "public",
                title,
                title + "。",
                body,
                "泉政发〔" + date.getYear() + "〕" + number + "号",
                "014051234/" + date.getYear() + "-" + String.format("%05d", number),
                organ,
                List.of(1L, (long) organ),
                "第" + organ + "局",
                List.of("statutory", "column-" + random.nextInt(30)),
                null,
                "genre-" + random.nextInt(8),
                random.nextInt(5) == 0 ? "EFFECTIVE" : null,
                Arrays.asList(keywords),
                date,
                date.getYear());
    }

    private static LocalDate date(Random random) {
        return LocalDate.of(2008 + random.nextInt(9), 1 + random.nextInt(12), 1 + random.nextInt(28));
    }

    record FewWords() implements SiteTexts {

        @Override
        public String name() {
            return "ninety words";
        }

        @Override
        public SearchDocument document(int number, int length) {
            Random random = new Random(20160218L + number);
            LocalDate date = date(random);
            StringBuilder body = new StringBuilder();
            while (body.length() < length * (0.5 + random.nextDouble())) {
                int words = 4 + random.nextInt(8);
                for (int i = 0; i < words; i++) {
                    body.append(word(random)).append(random.nextInt(4) == 0 ? "的" : "");
                }
                body.append('，').append(1 + random.nextInt(300)).append("户。");
            }
            String title =
                    "关于" + date.getYear() + "年" + word(random) + word(random) + word(random) + "的" + word(random);
            return SiteTexts.document(number, random, date, title, body.toString(), word(random), word(random));
        }

        /** Some words are much more frequent than others. */
        private static String word(Random random) {
            double skew = random.nextDouble();
            return SUBJECTS.get((int) (skew * skew * SUBJECTS.size()));
        }
    }

    record Laws(List<Law> laws) implements SiteTexts {

        record Law(String name, List<String> sentences) {}

        private static final List<String> KINDS =
                List.of("通知", "通知", "公告", "公示", "意见", "批复", "报告", "方案", "办法", "函", "决定", "情况", "说明", "名单", "结果", "解读");

        static Laws read(Path corpus) {
            try (Stream<Path> files = Files.walk(corpus)) {
                List<Law> laws = new ArrayList<>();
                for (Path file : files.filter(file -> file.toString().endsWith(".md"))
                        .sorted()
                        .toList()) {
                    List<String> sentences = Files.readAllLines(file).stream()
                            .filter(line -> !line.startsWith("#") && !line.startsWith("<"))
                            .flatMap(line -> Stream.of(line.split("(?<=[。；])")))
                            .map(String::strip)
                            .filter(sentence -> sentence.length() >= 10 && sentence.length() <= 200)
                            .toList();
                    if (!sentences.isEmpty()) {
                        laws.add(new Law(file.getFileName().toString().replaceAll("\\(.*|\\.md$", ""), sentences));
                    }
                }
                return new Laws(List.copyOf(laws));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String name() {
            return "sentences of laws";
        }

        @Override
        public SearchDocument document(int number, int length) {
            Random random = new Random(20160218L + number);
            LocalDate date = date(random);
            Law law = laws.get(random.nextInt(laws.size()));
            String subject = subject(random);
            String other = subject(random);
            double until = length * (0.5 + random.nextDouble());
            StringBuilder body =
                    new StringBuilder("为做好").append(subject).append(other).append("工作，");
            for (int at = random.nextInt(law.sentences().size()); body.length() < until; at++) {
                body.append(law.sentences().get(at % law.sentences().size()));
            }
            String kind = KINDS.get(random.nextInt(KINDS.size()));
            String title = random.nextInt(3) == 0
                    ? "关于贯彻《" + law.name() + "》的" + kind
                    : date.getYear() + "年" + subject + other + kind;
            return SiteTexts.document(number, random, date, title, body.toString(), subject, other);
        }

        /** The first are ten times as frequent as the last, which about one item in a hundred is about. */
        private static String subject(Random random) {
            return SUBJECTS.get((int) ((Math.pow(10, random.nextDouble()) - 1) / 9 * SUBJECTS.size()));
        }
    }
}
