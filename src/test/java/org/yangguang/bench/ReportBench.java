package org.yangguang.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import org.yangguang.Yangguang;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.OrganRegister;
import org.yangguang.report.AnnualReports;
import org.yangguang.report.ReportFormat;
import org.yangguang.report.ReportPicture;

/**
 * The annual report of a district of 100 organs: its figures and text put together as for a page or a saved chapter, its check, and each
 * format. Argument: items, 1,000,000 unless given.
 */
public final class ReportBench {

    private static final int ROUNDS = 5;

    private ReportBench() {}

    public static void main(String[] arguments) throws Exception {
        int items = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        Path directory = Files.createTempDirectory("yangguang-bench");
        try (ConfigurableApplicationContext program = new SpringApplicationBuilder(Yangguang.class)
                .bannerMode(Banner.Mode.OFF)
                .run(
                        "--yangguang.data-dir=" + directory.resolve("data"),
                        "--server.port=0",
                        "--management.server.port=0",
                        "--logging.level.org.yangguang=warn")) {
            OrganId root = StatementBench.organs(program.getBean(OrganRegister.class));
            StatementBench.fill(program.getBean(JdbcClient.class), root.value(), items, items / 10);
            System.out.printf("%,d items, %,d applications%n", items, items / 10);
            AnnualReports reports = program.getBean(AnnualReports.class);
            measure(reports, root, 2016);
            measure(reports, root, 2024);
        } finally {
            FileSystemUtils.deleteRecursively(directory);
        }
        System.exit(0);
    }

    private static void measure(AnnualReports reports, OrganId organ, int year) {
        Map<String, double[]> times = new LinkedHashMap<>();
        for (int round = -1; round < ROUNDS; round++) {
            int at = round;
            time(times, "put together", at, () -> reports.picture(organ, year));
            ReportPicture picture = reports.picture(organ, year).orElseThrow();
            time(times, "checked", at, () -> reports.findings(picture));
            for (ReportFormat format : ReportFormat.values()) {
                time(times, format.name(), at, () -> reports.proof(picture, format));
            }
        }
        System.out.println("report of " + year);
        times.forEach((what, each) -> System.out.printf("  %-12s %.3f s%n", what, StatementBench.median(each)));
    }

    private static void time(Map<String, double[]> times, String what, int round, Runnable work) {
        double taken = StatementBench.seconds(work);
        if (round >= 0) {
            times.computeIfAbsent(what, each -> new double[ROUNDS])[round] = taken;
        }
    }
}
