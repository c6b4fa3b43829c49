package org.yangguang.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import org.yangguang.Yangguang;
import org.yangguang.organ.Contact;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.OrganKind;
import org.yangguang.organ.OrganRegister;
import org.yangguang.organ.Region;
import org.yangguang.statistics.Cell;
import org.yangguang.statistics.Period;
import org.yangguang.statistics.StatementKey;
import org.yangguang.statistics.StatementKey.Coverage;
import org.yangguang.statistics.Statements;

/**
 * A year's statement over 1,000,000 items and 100,000 applications of 100 organs, all of that year, against one sequential scan of the
 * tables behind the facts; and the roll-up of the 100 organs. Arguments: items and applications.
 */
public final class StatementBench {

    private static final int ORGANS = 100;
    private static final int ROUNDS = 5;

    private StatementBench() {}

    public static void main(String[] arguments) throws Exception {
        int items = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        int applications = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000;
        Path directory = Files.createTempDirectory("yangguang-bench");
        try (ConfigurableApplicationContext program = new SpringApplicationBuilder(Yangguang.class)
                .bannerMode(Banner.Mode.OFF)
                .run(
                        "--yangguang.data-dir=" + directory.resolve("data"),
                        "--server.port=0",
                        "--management.server.port=0",
                        "--logging.level.org.yangguang=warn")) {
            JdbcClient jdbc = program.getBean(JdbcClient.class);
            OrganId root = organs(program.getBean(OrganRegister.class));
            fill(jdbc, root.value(), items, applications);
            System.out.printf("%,d items, %,d applications, %d organs%n", items, applications, ORGANS);
            Statements statements = program.getBean(Statements.class);
            for (String scheme : List.of("2014", "2021")) {
                int year = scheme.equals("2014") ? 2016 : 2024;
                measure(statements, jdbc, new StatementKey(root, scheme, Period.year(year), Coverage.SUBTREE));
            }
        } finally {
            FileSystemUtils.deleteRecursively(directory);
        }
        System.exit(0);
    }

    private static void measure(Statements statements, JdbcClient jdbc, StatementKey key) {
        double[] whole = new double[ROUNDS];
        double[] scan = new double[ROUNDS];
        double[] rolledUp = new double[ROUNDS];
        for (int round = -1; round < ROUNDS; round++) {
            double statement = seconds(() -> statements.picture(key));
            double scanned = seconds(() -> scan(jdbc));
            double organs = seconds(() -> organs(statements, key));
            if (round >= 0) {
                whole[round] = statement;
                scan[round] = scanned;
                rolledUp[round] = organs;
            }
        }
        System.out.printf(
                "form of %s: statement %.2f s, sequential scans %.2f s, ratio %.2f; roll-up of %d organs %.2f s%n",
                key.scheme(), median(whole), median(scan), median(whole) / median(scan), ORGANS, median(rolledUp));
    }

    private static void organs(Statements statements, StatementKey key) {
        Map<OrganId, Map<Cell, java.math.BigDecimal>> all = statements.byOrgan(key);
        if (all.size() < ORGANS) {
            throw new IllegalStateException("organs are missing");
        }
    }

    /** Every row of the tables behind the facts, by one process and without an index. */
    private static void scan(JdbcClient jdbc) {
        for (String sql : List.of(
                "select count(released_on) + count(channel) from disclosure.release",
                "select count(organ_id) from disclosure.item",
                "select count(column_id) + count(genre_code) from disclosure.publication",
                "select count(received_on) + count(closed_on) + count(applicant_kind) from request.application")) {
            jdbc.sql(sql).query(Long.class).single();
        }
    }

    static OrganId organs(OrganRegister register) {
        register.addRegion(new Region("990002", null, "试验区"));
        OrganId root = null;
        for (int i = 0; i < ORGANS; i++) {
            OrganId organ = register.found(new OrganRegister.Founding(
                    root,
                    "990002",
                    root == null ? OrganKind.GOVERNMENT : OrganKind.DEPARTMENT,
                    "B%08d".formatted(i),
                    "试验机关" + i,
                    "机关" + i,
                    null,
                    i,
                    LocalDate.of(2008, 5, 1),
                    Contact.NONE));
            root = root == null ? organ : root;
        }
        return java.util.Objects.requireNonNull(root);
    }

    /** Rows of the year 2016, and applications of 2016 and 2024, written by the database itself. */
    static void fill(JdbcClient jdbc, long root, int items, int applications) {
        List<String> steps = new ArrayList<>(List.of(
                "insert into disclosure.item (id, organ_id, index_number, origin)"
                        + " select n, :root + n % 100, 'B' || n, 'IMPORTED' from generate_series(1, :items) n",
                "insert into disclosure.edition (id, item_id, number, state, title, summary, body_html, body_text, attribute,"
                        + " organ_name, handler_id, handler_name, formed_on)"
                        + " select n, n, 1, 'PUBLISHED', '标题' || n, '', '', '', 'PROACTIVE', '机关', 1, '', date '2016-01-01' + n % 366"
                        + " from generate_series(1, :items) n",
                "insert into disclosure.publication (item_id, edition_id, visibility_key, first_published_at, published_at,"
                        + " organ_id, organ_name, column_id, genre_code, year, formed_on, index_number, title)"
                        + " select n, n, 'public', timestamptz '2016-01-01' + (n % 366) * interval '1 day',"
                        + " timestamptz '2016-01-01' + (n % 366) * interval '1 day', :root + n % 100, '机关', 101, 'notice', 2016,"
                        + " date '2016-01-01' + n % 366, 'B' || n, '标题' || n from generate_series(1, :items) n",
                "insert into disclosure.release (item_id, channel, released_on)"
                        + " select n, 'WEBSITE', date '2016-01-01' + n % 366 from generate_series(1, :items) n",
                "insert into disclosure.release (item_id, channel, released_on)"
                        + " select n, case when n % 2 = 0 then 'WEIBO' else 'WECHAT' end, date '2016-01-01' + n % 366"
                        + " from generate_series(1, :items, 5) n",
                application("2016-01-01", "a", "REGULATIONS_2007"),
                application("2024-01-01", "b", "REGULATIONS_2019"),
                "analyze"));
        for (String step : steps) {
            JdbcClient.StatementSpec sql = jdbc.sql(step);
            if (step.contains(":root")) {
                sql.param("root", root);
            }
            if (step.contains(":items")) {
                sql.param("items", items);
            }
            if (step.contains(":applications")) {
                sql.param("applications", applications);
            }
            sql.update();
        }
    }

    private static String application(String first, String mark, String regime) {
        return """
                insert into request.application
                       (id, number, channel, applicant_kind, origin_organ_id, arrived_on, title, description, document_number,
                        purpose, form, way, aided_because, code_hash, submission, files, created_at, organ_id, state, version,
                        regime, received_on, unit, handler_name, since, extended, result, closed_on, in_time)
                select nextval('request.application_id'), '%2$s' || n, (array['POST', 'ONLINE', 'COUNTER', 'FAX'])[1 + n %% 4],
                       (array['PERSON', 'COMPANY', 'LEGAL_SERVICE', 'OTHER_ORGANISATION'])[1 + n %% 4], :root, day, '', '', '', '',
                       '', '', '', '%2$s' || n, '%2$s' || n, '{}', now(), :root + n %% 100, 'CLOSED', 1, '%3$s', day, '', '',
                       day, n %% 9 = 0, (array['GRANTED_IN_FULL', 'DOES_NOT_EXIST', 'PRIVACY', 'REPEATED'])[1 + n %% 4], day + 15,
                       true
                  from (select n, date '%1$s' + n %% 366 as day from generate_series(1, :applications) n) d""".formatted(first, mark, regime);
    }

    static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
