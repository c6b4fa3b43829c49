package org.yangguang.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import org.yangguang.Yangguang;
import org.yangguang.catalogue.Catalogue;
import org.yangguang.catalogue.Column;
import org.yangguang.intake.ImportJob;
import org.yangguang.intake.ImportPlan;
import org.yangguang.intake.internal.ImportBenchRun;
import org.yangguang.organ.Contact;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.OrganKind;
import org.yangguang.organ.OrganRegister;
import org.yangguang.organ.Region;
import org.yangguang.search.SearchDocument;
import org.yangguang.search.internal.BareLucene;

/**
 * A folder of Markdown files (the argument; the corpus of laws unless given) read, judged, written, audited and indexed, against the same
 * documents indexed by Lucene alone plus the same rows put into the same tables by COPY. Then a workbook of 100,000 rows, with the
 * most memory that was in use after a collection.
 */
public final class ImportBench {

    private static final int ROUNDS = 5;
    private static final int SHEET_ROWS = 100_000;
    private static final List<String> TABLES = List.of("item", "edition", "publication", "release", "review_step");

    private final ConfigurableApplicationContext program;
    private final ImportBenchRun imports;
    private final JdbcClient jdbc;

    private ImportBench(ConfigurableApplicationContext program) {
        this.program = program;
        imports = new ImportBenchRun(program);
        jdbc = program.getBean(JdbcClient.class);
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments.length == 0 ? "../shared/data/corpus" : arguments[0]);
        Path directory = Files.createTempDirectory("yangguang-bench");
        try (ConfigurableApplicationContext program = new SpringApplicationBuilder(Yangguang.class)
                .bannerMode(Banner.Mode.OFF)
                .run(
                        "--yangguang.mode=command",
                        "--yangguang.data-dir=" + directory,
                        "--server.port=-1",
                        "--management.server.port=-1",
                        "--spring.main.lazy-initialization=true",
                        "--logging.threshold.console=OFF")) {
            ImportBench bench = new ImportBench(program);
            OrganId organ = bench.organ();
            if (Files.isDirectory(folder)) {
                bench.folder(folder, directory, organ);
            } else {
                System.out.println("There is no folder " + folder + ".");
            }
            bench.sheet(directory, organ);
        } finally {
            FileSystemUtils.deleteRecursively(directory);
        }
        System.exit(0);
    }

    private OrganId organ() {
        OrganRegister organs = program.getBean(OrganRegister.class);
        organs.addRegion(new Region("320399", null, "测量区"));
        return organs.found(new OrganRegister.Founding(
                null,
                "320399",
                OrganKind.GOVERNMENT,
                "B00000001",
                "测量区人民政府",
                "区政府",
                "Bench",
                1,
                LocalDate.of(1949, 10, 1),
                Contact.NONE));
    }

    private ImportPlan plan(ImportPlan.Kind kind, OrganId organ, String source) {
        String column = program.getBean(Catalogue.class).columns().stream()
                .filter(each -> each.head() == Column.Head.STATUTORY)
                .findFirst()
                .orElseThrow()
                .code();
        return new ImportPlan(
                kind, ImportPlan.Mode.LOAD, source, organ, Map.of(), Map.of(), column, LocalDate.of(2000, 1, 1), null);
    }

    private void folder(Path folder, Path directory, OrganId organ) throws Exception {
        ImportJob first = imports.take(folder, plan(ImportPlan.Kind.FOLDER, organ, "round 0"));
        List<SearchDocument> documents = imports.documents(first);
        Map<String, byte[]> rows = rows();
        System.out.printf(
                "%,d files, %,d taken, %,d refused, %,d characters of text%n",
                first.read(),
                first.taken(),
                first.refused(),
                documents.stream().mapToLong(each -> each.body().length()).sum());
        double[] ours = new double[ROUNDS];
        double[] bare = new double[ROUNDS];
        double[] work = new double[ROUNDS];
        double[] bareWork = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            String source = "round " + (round + 1);
            double before = worked();
            bare[round] = lucene(documents, directory.resolve("bare" + round)) + copy(rows);
            bareWork[round] = worked() - before;
            ours[round] = seconds(() -> imports.take(folder, plan(ImportPlan.Kind.FOLDER, organ, source)));
            work[round] = worked() - before - bareWork[round];
            System.out.printf(
                    "round %d: import %.2f s, bare %.2f s; of processors %.2f s and %.2f s%n",
                    round, ours[round], bare[round], work[round], bareWork[round]);
        }
        System.out.printf(
                "import %,.0f documents/s, bare Lucene and COPY %,.0f documents/s, ratio %.2f; of processor time %.2f%n",
                first.taken() / median(ours),
                first.taken() / median(bare),
                median(bare) / median(ours),
                median(bareWork) / median(work));
    }

    private static double lucene(List<SearchDocument> documents, Path place) throws Exception {
        List<List<SearchDocument>> batches = new ArrayList<>();
        for (int from = 0; from < documents.size(); from += 50) {
            batches.add(documents.subList(from, Math.min(documents.size(), from + 50)));
        }
        try (BareLucene bare = new BareLucene(place, false)) {
            return seconds(() -> bare.index(List.of(batches)));
        }
    }

    /** The rows of the first import as COPY writes them, and empty tables with the same indexes to take them. */
    private Map<String, byte[]> rows() throws Exception {
        jdbc.sql("create schema bench").update();
        Map<String, byte[]> rows = new LinkedHashMap<>();
        for (String table : TABLES) {
            jdbc.sql("create table bench." + table + " (like disclosure." + table + " including indexes)")
                    .update();
            try (Connection connection = program.getBean(DataSource.class).getConnection()) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                copying(connection).copyOut("copy disclosure." + table + " to stdout", bytes);
                rows.put(table, bytes.toByteArray());
            }
        }
        return rows;
    }

    private double copy(Map<String, byte[]> rows) throws Exception {
        for (String table : TABLES) {
            jdbc.sql("truncate bench." + table).update();
        }
        try (Connection connection = program.getBean(DataSource.class).getConnection()) {
            return seconds(() -> {
                connection.setAutoCommit(false);
                for (Map.Entry<String, byte[]> table : rows.entrySet()) {
                    copying(connection)
                            .copyIn(
                                    "copy bench." + table.getKey() + " from stdin",
                                    new ByteArrayInputStream(table.getValue()));
                }
                connection.commit();
                connection.setAutoCommit(true);
            });
        }
    }

    private static CopyManager copying(Connection connection) throws Exception {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    private void sheet(Path directory, OrganId organ) throws Exception {
        Path book = ImportBenchRun.workbook(directory.resolve("rows.xlsx"), SHEET_ROWS);
        System.gc();
        pools().forEach(MemoryPoolMXBean::resetPeakUsage);
        long before = afterCollection();
        double seconds = seconds(() -> imports.take(book, plan(ImportPlan.Kind.SHEET, organ, "sheet")));
        System.out.printf(
                "workbook of %,d rows (%,d kB): %,.0f rows/s; old generation %,d MB before, %,d MB at most after a collection%n",
                SHEET_ROWS, Files.size(book) / 1_000, SHEET_ROWS / seconds, before >> 20, afterCollection() >> 20);
    }

    /** What lived on after collections: the usage that the old generation had then. */
    private static long afterCollection() {
        return pools().stream()
                .filter(pool -> pool.getName().contains("Old") || pool.getName().contains("Tenured"))
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .max()
                .orElse(0);
    }

    private static List<MemoryPoolMXBean> pools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    /** Seconds of processors that this program has used, the database apart: what a busy machine disturbs least. */
    private static double worked() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                        .getProcessCpuTime()
                / 1e9;
    }

    private interface Work {
        void run() throws Exception;
    }

    private static double seconds(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
