package org.yangguang.statistics;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes figures of a form that agree with each other and with the year before, as an honest organ would have them. */
public final class ConsistentFigures {

    /** A statement with that of the year before. */
    public record Years(Figures before, Figures figures) {}

    private static final List<String> APPLICANTS =
            List.of("person", "business", "research", "charity", "legal", "other");

    private final Random random;
    private final Map<Cell, BigDecimal> figures = new HashMap<>();

    private ConsistentFigures(long seed) {
        random = new Random(seed);
    }

    public static Years of2014(long seed) {
        ConsistentFigures made = new ConsistentFigures(seed);
        return made.form2014();
    }

    static Years of2021(long seed) {
        ConsistentFigures made = new ConsistentFigures(seed);
        return made.form2021();
    }

    private Years form2014() {
        Scheme scheme = Schemes.shipped().named("2014").orElseThrow();
        column("before");
        column("year");
        Map<Cell, BigDecimal> before = new HashMap<>();
        for (Row row : scheme.tables().get(0).rowsWithFigures()) {
            BigDecimal past = at("main", row.code(), "before");
            BigDecimal year = at("main", row.code(), "year");
            boolean stock = row.kind() == Row.Kind.STOCK;
            put("main", row.code(), "total", stock ? year : past.add(year));
            before.put(new Cell("main", row.code(), "total"), past);
        }
        return new Years(new Figures(before), new Figures(figures));
    }

    private void column(String column) {
        int[] channels = IntStream.range(0, 5).map(i -> random.nextInt(50)).toArray();
        int sum = IntStream.of(channels).sum();
        int most = IntStream.of(channels).max().orElse(0);
        for (int i = 0; i < 5; i++) {
            put(column, "1.2." + (i + 1), channels[i]);
        }
        int all = most + random.nextInt(sum - most + 1);
        put(column, "1.1", all);
        int published = random.nextInt(all + 1);
        put(column, "1.1a", published);
        put(column, "1.1b", published + random.nextInt(5));
        int topics = random.nextInt(20);
        put(column, "2.1", topics);
        put(column, "2.2.1", topics);
        put(column, "2.2.1a", random.nextInt(topics + 1));
        int talks = random.nextInt(5);
        put(column, "2.2.2", talks);
        put(column, "2.2.2a", random.nextInt(talks + 1));
        put(column, "2.2.3", random.nextInt(40));
        put(column, "2.2.4", random.nextInt(topics + 1));
        put(column, "2.2.5", random.nextInt(topics + 1));
        sum(column, "3.1", "3.1.1", "3.1.2", "3.1.3", "3.1.4");
        sum(column, "3.2", "3.2.1", "3.2.2");
        sum(column, "3.3.4", "3.3.4.1", "3.3.4.2", "3.3.4.3", "3.3.4.4", "3.3.4.5", "3.3.4.6");
        Stream.of("3.3.1", "3.3.2", "3.3.3", "3.3.5", "3.3.6", "3.3.7", "3.3.8")
                .forEach(row -> put(column, row, random.nextInt(9)));
        put(
                column,
                "3.3",
                IntStream.rangeClosed(1, 8)
                        .map(i -> at("main", "3.3." + i, column).intValue())
                        .sum());
        sum(column, "4", "4.1", "4.2", "4.3");
        sum(column, "5", "5.1", "5.2", "5.3");
        sum(column, "8.3", "8.3.1", "8.3.2");
        Stream.of("6", "8.1", "8.2", "9.1", "9.2", "9.3").forEach(row -> put(column, row, random.nextInt(30)));
        put("main", "7", column, BigDecimal.valueOf(random.nextInt(1000), 2));
        put("main", "8.4", column, BigDecimal.valueOf(random.nextInt(1000), 2));
    }

    private Years form2021() {
        Map<Cell, BigDecimal> before = new HashMap<>();
        for (String row : List.of("rules", "normative")) {
            int past = row.equals("rules") ? 0 : 40 + random.nextInt(20);
            int made = row.equals("rules") ? 0 : random.nextInt(10);
            int ended = row.equals("rules") ? 0 : random.nextInt(10);
            before.put(new Cell("2", row, "valid"), BigDecimal.valueOf(past));
            put("2", row, "made", BigDecimal.valueOf(made));
            put("2", row, "repealed", BigDecimal.valueOf(ended));
            put("2", row, "valid", BigDecimal.valueOf(past + made - ended));
        }
        Stream.of("permits", "penalties", "coercion")
                .forEach(row -> put("2", row, "decisions", BigDecimal.valueOf(random.nextInt(9000))));
        put("2", "charges", "amount", BigDecimal.valueOf(random.nextInt(900_000), 4));
        for (String applicant : APPLICANTS) {
            int results = 0;
            for (int row = 3; row <= 23; row++) {
                int number = random.nextInt(4);
                results += number;
                put("3", String.valueOf(row), applicant, BigDecimal.valueOf(number));
            }
            int left = random.nextInt(6);
            int carried = random.nextInt(results + left + 1);
            put("3", "24", applicant, BigDecimal.valueOf(results));
            put("3", "25", applicant, BigDecimal.valueOf(left));
            put("3", "2", applicant, BigDecimal.valueOf(carried));
            put("3", "1", applicant, BigDecimal.valueOf(results + left - carried));
            before.put(new Cell("3", "25", applicant), BigDecimal.valueOf(carried));
        }
        for (int row = 1; row <= 25; row++) {
            String code = String.valueOf(row);
            put(
                    "3",
                    code,
                    "total",
                    APPLICANTS.stream().map(each -> at("3", code, each)).reduce(BigDecimal.ZERO, BigDecimal::add));
        }
        before.put(new Cell("3", "25", "total"), at("3", "2", "total"));
        for (String row : List.of("reconsideration", "direct", "after")) {
            int sum = 0;
            for (String column : List.of("upheld", "corrected", "other", "pending")) {
                int number = random.nextInt(30);
                sum += number;
                put("4", row, column, BigDecimal.valueOf(number));
            }
            put("4", row, "total", BigDecimal.valueOf(sum));
        }
        return new Years(new Figures(before), new Figures(figures));
    }

    private void sum(String column, String row, String... parts) {
        int sum = 0;
        for (String part : parts) {
            int number = random.nextInt(9);
            put(column, part, number);
            sum += number;
        }
        put(column, row, sum);
    }

    private void put(String column, String row, int figure) {
        put("main", row, column, BigDecimal.valueOf(figure));
    }

    private void put(String table, String row, String column, BigDecimal figure) {
        figures.put(new Cell(table, row, column), figure);
    }

    private BigDecimal at(String table, String row, String column) {
        return figures.get(new Cell(table, row, column));
    }
}
