package org.yangguang.bench;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import org.yangguang.Yangguang;
import org.yangguang.disclosure.Move;
import org.yangguang.disclosure.Office;
import org.yangguang.disclosure.Outcome;

/**
 * Pages of the demonstration district: one that is kept, against nginx with the same bytes; others that are made, at a fixed rate; how
 * long a publication takes to be seen; and what invented addresses do to the rest. Arguments: seconds a measurement lasts, 10 unless
 * given; a data directory that holds the district already, so that it need not be loaded.
 */
public final class PageBench {

    private static final int ROUNDS = 3;
    private static final int WARM_PUBLICATIONS = 10;
    private static final int WARM_SECONDS = 12;
    private static final Pattern ITEM = Pattern.compile("/items/(\\d+)<");

    private final HttpClient http = HttpClient.newHttpClient();
    private final String site;
    private final OpenLoop reader;
    private final int seconds;
    private final List<String> items;

    private PageBench(int port, int seconds) throws Exception {
        this.site = "http://127.0.0.1:" + port;
        this.reader = new OpenLoop(site);
        this.seconds = seconds;
        List<String> found = new ArrayList<>();
        Matcher item = ITEM.matcher(body("/sitemap/items-0.xml"));
        while (item.find()) {
            found.add("/items/" + item.group(1));
        }
        Collections.shuffle(found, new Random(20160218));
        this.items = found;
    }

    public static void main(String[] arguments) throws Exception {
        int seconds = arguments.length == 0 ? 10 : Integer.parseInt(arguments[0]);
        Path directory = Files.createTempDirectory("yangguang-bench");
        Path data = arguments.length < 2 ? directory.resolve("data") : Path.of(arguments[1]);
        try (ConfigurableApplicationContext program = new SpringApplicationBuilder(Yangguang.class)
                .bannerMode(Banner.Mode.OFF)
                .run(
                        "--yangguang.data-dir=" + data,
                        "--spring.profiles.include=demo",
                        "--server.port=0",
                        "--management.server.port=0",
                        "--logging.level.org.yangguang=warn")) {
            int port = Integer.parseInt(program.getEnvironment().getProperty("local.server.port", "0"));
            PageBench bench = new PageBench(port, seconds);
            System.out.printf("%,d items on the site map%n", bench.items.size());
            bench.warm();
            bench.hot(directory);
            bench.cold();
            bench.publishing(Office.open(program));
            bench.inventedAddresses();
        } finally {
            FileSystemUtils.deleteRecursively(directory);
        }
        System.exit(0);
    }

    /** As long as a program that has just begun is slower for what it has not compiled yet. */
    private void warm() {
        reader.run(200, 2 * WARM_SECONDS, i -> items.get(items.size() - 1 - i % 2_000), "HX-Request", "true");
        reader.run(150, WARM_SECONDS, this::list, "HX-Request", "true");
        reader.run(60, WARM_SECONDS / 2.0, i -> "/", "HX-Request", "true");
    }

    private void hot(Path directory) throws Exception {
        if (!Wrk.installed("wrk") || !Wrk.installed("nginx")) {
            System.out.println("Hot page: skipped, because wrk or nginx is not installed.");
            return;
        }
        String path = items.get(0);
        Path files = Files.createDirectories(directory.resolve("nginx/files"));
        Files.write(files.resolve("plain.html"), bytes(path, "identity"));
        Files.write(files.resolve("zipped.html"), bytes(path, "gzip"));
        for (Path each : List.of(directory, directory.resolve("nginx"), files)) {
            each.toFile().setExecutable(true, false);
            each.toFile().setReadable(true, false);
        }
        int port = freePort();
        System.out.println("| hot item page | nginx /s | Yangguang /s | ratio | budget |");
        System.out.println("|---|---|---|---|---|");
        try (Wrk.Nginx nginx = new Wrk.Nginx(directory.resolve("nginx"), files, port)) {
            for (String kind : List.of("plain", "zipped")) {
                String[] header = kind.equals("plain") ? new String[0] : new String[] {"-H", "Accept-Encoding: gzip"};
                String theirs = "http://127.0.0.1:" + port + "/" + kind + ".html";
                Wrk.perSecond(site + path, Math.min(5, seconds), header);
                double[] ours = new double[ROUNDS];
                double[] other = new double[ROUNDS];
                for (int round = 0; round < ROUNDS; round++) {
                    other[round] = Wrk.perSecond(theirs, Math.max(1, seconds / 2), header);
                    ours[round] = Wrk.perSecond(site + path, Math.max(1, seconds / 2), header);
                }
                System.out.printf(
                        "| %s, %,d bytes | %,.0f | %,.0f | %.2f | 0.50 |%n",
                        kind,
                        Files.size(files.resolve(kind + ".html")),
                        median(other),
                        median(ours),
                        median(ours) / median(other));
            }
        }
    }

    private void cold() {
        System.out.println("| made anew, 200 requests/s | p50 ms | p99 ms | worst ms | answers | budget p99 |");
        System.out.println("|---|---|---|---|---|---|");
        row("item", reader.run(200, seconds, i -> items.get(i % items.size()), "HX-Request", "true"), 50);
        row("list", reader.run(200, seconds, this::list, "HX-Request", "true"), 20);
        row("home", reader.run(200, seconds, i -> "/", "HX-Request", "true"), 20);
        System.out.println("The same while kept: " + reader.run(200, seconds, i -> items.get(i % 50)));
    }

    private static void row(String what, OpenLoop.Times times, int budget) {
        System.out.printf(
                "| %s | %.1f | %.1f | %.1f | %s | %d |%n",
                what, times.percentile(0.5), times.percentile(0.99), times.percentile(1), times.statuses(), budget);
    }

    /** What many read: the home page, and three hundred items. */
    private String read(int i) {
        return i % 5 == 0 ? "/" : items.get(i % 300);
    }

    private String list(int i) {
        return "/catalogue?year=" + (2009 + i % 7) + "&page=" + (1 + i % 40);
    }

    private void publishing(Office office) throws Exception {
        String list = "/catalogue?organ=" + office.organ.value() + "&sort=published";
        AtomicBoolean over = new AtomicBoolean();
        OpenLoop.Times[] reading = new OpenLoop.Times[1];
        int publications = 5 * seconds;
        Thread readers = new Thread(() -> {
            reading[0] = reader.run(500, Math.max(2, seconds), this::read);
            over.set(true);
        });
        List<Outcome.Done> approved = new ArrayList<>();
        for (int i = 0; i < publications; i++) {
            approved.add(office.cleared(office.content("即刻可见的通知之" + i + "某某")));
        }
        for (int i = 0; i < WARM_PUBLICATIONS; i++) {
            body("/items/"
                    + office.approved(office.content("先行公布的通知之" + i)).item().value());
            body(list);
        }
        reader.run(150, WARM_SECONDS / 3.0, this::read);
        readers.start();
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < publications && !over.get(); i++) {
            String title = "即刻可见的通知之" + i + "某某";
            long start = System.nanoTime();
            Outcome.Done done = office.done(office.leader(), approved.get(i), new Move.Approve("同意公开。"));
            until(() -> body("/items/" + done.item().value()).contains(title));
            until(() -> body(list).contains(title));
            until(() -> body("/api/v1/search?q=" + URLEncoder.encode("\"" + title + "\"", StandardCharsets.UTF_8))
                    .contains("/items/" + done.item().value()));
            millis.add((System.nanoTime() - start) / 1e6);
        }
        readers.join();
        Collections.sort(millis);
        System.out.printf(
                "Publish to visible on page, list and search, while 500 pages/s are read: p50 %.0f ms, p99 %.0f ms, worst %.0f ms"
                        + " of %d (budget p99 1,000)%n",
                millis.get(millis.size() / 2),
                millis.get((int) (millis.size() * 0.99)),
                millis.get(millis.size() - 1),
                millis.size());
        System.out.println("Readers meanwhile: " + reading[0]);
    }

    private void inventedAddresses() throws Exception {
        OpenLoop.Times before = reader.run(100, seconds / 2.0, i -> items.get(i % 50));
        OpenLoop attacker = new OpenLoop(site);
        Random random = new Random(7);
        OpenLoop.Times[] invented = new OpenLoop.Times[1];
        Thread attack = new Thread(() -> invented[0] = attacker.run(
                10_000,
                seconds,
                i -> i % 3 == 0
                        ? "/catalogue?x" + random.nextInt() + "=" + random.nextInt()
                        : i % 3 == 1
                                ? "/catalogue?year=" + (1900 + random.nextInt(300)) + "&page=" + random.nextInt(1000)
                                : "/search?q=" + Integer.toHexString(random.nextInt())));
        attack.start();
        Thread.sleep(500);
        OpenLoop.Times during = reader.run(100, seconds / 2.0, i -> items.get(i % 50));
        attack.join();
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.println("Invented addresses, up to 10,000/s: " + invented[0]);
        System.out.println("Readers of kept pages before:       " + before);
        System.out.println("Readers of kept pages meanwhile:    " + during);
        System.out.printf("Heap afterwards: %,d MB%n", (runtime.totalMemory() - runtime.freeMemory()) / 1_000_000);
    }

    private interface Question {
        boolean answered() throws Exception;
    }

    private static void until(Question question) throws Exception {
        long end = System.nanoTime() + 20_000_000_000L;
        while (!question.answered()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("not visible within 20 s");
            }
            LockSupport.parkNanos(5_000_000);
        }
    }

    private String body(String address) throws Exception {
        return http.send(
                        HttpRequest.newBuilder(URI.create(site + address)).build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private byte[] bytes(String address, String encoding) throws Exception {
        return http.send(
                        HttpRequest.newBuilder(URI.create(site + address))
                                .header("Accept-Encoding", encoding)
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }

    private static int freePort() throws Exception {
        try (java.net.ServerSocket socket = new java.net.ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
