package org.yangguang.bench;

import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import org.yangguang.Yangguang;
import org.yangguang.disclosure.Office;
import org.yangguang.site.FormGuard;
import org.yangguang.site.GuardedForm;

/**
 * Letters of the public at a fixed rate, each from an address of its own range and with a form of its own: whether one is lost, what one costs the processors, and how much
 * slower reading becomes – for readers who ask as fast as they are answered (pages a second), and for readers who ask at a fixed rate (milliseconds). Whoever writes and
 * reads sits on the same processors as the program and its database. Arguments: letters a second (200) and seconds (60).
 */
public final class LetterBench {

    private static final int READS = 300;
    private static final int READ_SECONDS = 15;
    private static final int WARM_SECONDS = 15;
    private static final int ITEMS = 40;
    /** What an address may send within an hour without proof of work. */
    private static final int OF_ONE_ADDRESS = 8;

    private LetterBench() {}

    public static void main(String[] arguments) throws Exception {
        int perSecond = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 60;
        Path directory = Files.createTempDirectory("yangguang-bench");
        try (ConfigurableApplicationContext program = new SpringApplicationBuilder(Yangguang.class)
                .bannerMode(Banner.Mode.OFF)
                .run(
                        "--yangguang.data-dir=" + directory.resolve("data"),
                        "--server.port=0",
                        "--management.server.port=0",
                        "--logging.level.org.yangguang=warn")) {
            measure(program, perSecond, seconds);
        } finally {
            FileSystemUtils.deleteRecursively(directory);
        }
        System.exit(0);
    }

    private static void measure(ConfigurableApplicationContext program, int perSecond, int seconds) throws Exception {
        int port = Integer.parseInt(program.getEnvironment().getProperty("local.server.port", "0"));
        Office office = Office.open(program);
        List<String> items = new ArrayList<>();
        for (int i = 0; i < ITEMS; i++) {
            items.add("/items/"
                    + office.approved(office.content("供阅读的文件之" + i)).item().value());
        }
        String site = "http://127.0.0.1:" + port;
        Writing writing = new Writing(port, program.getBean(FormGuard.class), office.organ.value(), perSecond);
        OpenLoop reader = new OpenLoop(site);

        try (Writing.Round warm = writing.begin(WARM_SECONDS)) {
            reader.run(READS, WARM_SECONDS, i -> items.get(i % ITEMS));
        }
        double letterAlone;
        double databaseAlone;
        long before = processor();
        double databaseBefore = databaseSeconds();
        try (Writing.Round alone = writing.begin(READ_SECONDS)) {
            alone.await();
            letterAlone = (processor() - before) / 1e6 / alone.letters();
            databaseAlone = (databaseSeconds() - databaseBefore) * 1e3 / alone.letters();
        }
        System.out.printf(
                "A letter costs: %.2f ms of processor time in the program and its sender, %.2f ms in the database%n",
                letterAlone, databaseAlone);

        if (Wrk.installed("wrk")) {
            closed("Pages a second, alone:     ", site + items.get(0), READ_SECONDS);
            try (Writing.Round round = writing.begin(seconds)) {
                closed("Pages a second, meanwhile: ", site + items.get(0), Math.max(1, seconds - 2));
            }
            closed("Pages a second, afterwards:", site + items.get(0), READ_SECONDS);
        }
        System.out.println(
                "300 pages a second, alone:     " + reader.run(READS, READ_SECONDS, i -> items.get(i % ITEMS)));
        try (Writing.Round round = writing.begin(READ_SECONDS)) {
            System.out.println(
                    "300 pages a second, meanwhile: " + reader.run(READS, READ_SECONDS, i -> items.get(i % ITEMS)));
        }
        int kept = program.getBean(JdbcClient.class)
                .sql("select count(*) from engagement.letter")
                .query(Integer.class)
                .single();
        System.out.println(writing + String.format(", %,d on the register", kept));
    }

    private static void closed(String what, String address, int seconds) throws Exception {
        System.out.printf("%s %,.0f%n", what, Wrk.perSecond(address, seconds));
    }

    private static long processor() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    /** Processor time of the processes of PostgreSQL below this one. */
    private static double databaseSeconds() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").contains("postgres"))
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .mapToDouble(time -> time.toNanos() / 1e9)
                .sum();
    }

    /** Sends letters at a fixed rate. */
    private static final class Writing {

        private final int port;
        private final FormGuard guard;
        private final long organ;
        private final int perSecond;
        private final AtomicInteger answered = new AtomicInteger();
        private final ConcurrentLinkedQueue<Double> millis = new ConcurrentLinkedQueue<>();
        private int sent;

        Writing(int port, FormGuard guard, long organ, int perSecond) {
            this.port = port;
            this.guard = guard;
            this.organ = organ;
            this.perSecond = perSecond;
        }

        Round begin(int seconds) {
            List<byte[]> letters = LetterBench.letters(guard, organ, sent, perSecond * seconds);
            int first = sent;
            sent += letters.size();
            Thread thread = new Thread(() -> write(port, letters, first, perSecond, answered, millis));
            thread.start();
            return new Round(thread, letters.size());
        }

        /** Closing it waits until everything is answered. */
        record Round(Thread thread, int letters) implements AutoCloseable {

            void await() throws InterruptedException {
                thread.join();
            }

            @Override
            public void close() throws InterruptedException {
                await();
            }
        }

        @Override
        public String toString() {
            List<Double> sorted = new ArrayList<>(millis);
            Collections.sort(sorted);
            return String.format(
                    "Letters: %,d sent, p50 %.0f ms, p99 %.0f ms, worst %.0f ms, %,d answered with a number",
                    sent,
                    sorted.get(sorted.size() / 2),
                    sorted.get((int) (sorted.size() * 0.99)),
                    sorted.get(sorted.size() - 1),
                    answered.get());
        }
    }

    private static List<byte[]> letters(FormGuard guard, long organ, int first, int count) {
        List<byte[]> letters = new ArrayList<>(count);
        for (int i = first; i < first + count; i++) {
            GuardedForm form = guard.open("letter");
            String body = "kind=CONSULTATION&organ=" + organ + "&title=" + encoded("第" + i + "封来信") + "&text="
                    + encoded("请问第" + i + "项便民服务什么时候办理，需要准备哪些材料？") + "&name=" + encoded("来信人") + "&phone=0516-8000"
                    + (1000 + i % 9000) + "&guard-token=" + encoded(form.token()) + "&guard-answer="
                    + (form.first() + form.second()) + "&guard-website=";
            String request = "POST /letters HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length() + "\r\n\r\n"
                    + body;
            letters.add(request.getBytes(StandardCharsets.US_ASCII));
        }
        return letters;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void write(
            int port,
            List<byte[]> letters,
            int first,
            int perSecond,
            AtomicInteger answered,
            ConcurrentLinkedQueue<Double> millis) {
        ExecutorService senders = Executors.newFixedThreadPool(64);
        long start = System.nanoTime();
        for (int i = 0; i < letters.size(); i++) {
            long due = start + (long) (i * 1e9 / perSecond);
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            int number = i;
            senders.execute(() -> {
                if (send(port, letters.get(number), (first + number) / OF_ONE_ADDRESS)) {
                    answered.incrementAndGet();
                }
                millis.add((System.nanoTime() - due) / 1e6);
            });
        }
        senders.shutdown();
        try {
            senders.awaitTermination(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sends from a loopback address of its own, and tells whether a query code came back. */
    private static boolean send(int port, byte[] request, int address) {
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(
                    InetAddress.getByAddress(
                            new byte[] {127, 1, (byte) (1 + address / 200), (byte) (1 + address % 200)}),
                    0));
            socket.connect(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), 5_000);
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request);
            InputStream answer = socket.getInputStream();
            String text = new String(answer.readAllBytes(), StandardCharsets.UTF_8);
            return text.startsWith("HTTP/1.1 200") && text.contains("letter-codes");
        } catch (java.io.IOException e) {
            return false;
        }
    }
}
