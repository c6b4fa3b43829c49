package org.yangguang.bench;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
 * Letters of the public at a fixed rate, each from an address of its own range and with a form of its own, while pages are read at a fixed rate: whether one is lost, and how
 * much slower reading becomes. Arguments: letters a second (200) and seconds (60).
 */
public final class LetterBench {

    private static final int READS = 300;
    private static final int READ_SECONDS = 15;
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
        OpenLoop reader = new OpenLoop("http://127.0.0.1:" + port);
        reader.run(READS, 5, i -> items.get(i % ITEMS));
        List<byte[]> letters = letters(program.getBean(FormGuard.class), office.organ.value(), perSecond * seconds);
        System.out.println("Reading alone:      " + reader.run(READS, READ_SECONDS, i -> items.get(i % ITEMS)));

        AtomicInteger answered = new AtomicInteger();
        ConcurrentLinkedQueue<Double> millis = new ConcurrentLinkedQueue<>();
        Thread writing = new Thread(() -> write(port, letters, perSecond, answered, millis));
        long begun = System.nanoTime();
        writing.start();
        OpenLoop.Times during = reader.run(READS, Math.max(1, seconds - 2), i -> items.get(i % ITEMS));
        writing.join();
        double took = (System.nanoTime() - begun) / 1e9;
        System.out.println("Reading meanwhile:  " + during);
        System.out.println("Reading afterwards: " + reader.run(READS, READ_SECONDS, i -> items.get(i % ITEMS)));
        List<Double> sorted = new ArrayList<>(millis);
        Collections.sort(sorted);
        int kept = program.getBean(JdbcClient.class)
                .sql("select count(*) from engagement.letter")
                .query(Integer.class)
                .single();
        System.out.printf(
                "Letters: %,d sent in %.1f s, %,d answered with a number, %,d on the register; p50 %.0f ms, p99 %.0f ms, worst %.0f ms%n",
                letters.size(),
                took,
                answered.get(),
                kept,
                sorted.get(sorted.size() / 2),
                sorted.get((int) (sorted.size() * 0.99)),
                sorted.get(sorted.size() - 1));
    }

    private static List<byte[]> letters(FormGuard guard, long organ, int count) {
        List<byte[]> letters = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
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
                if (send(port, letters.get(number), number / OF_ONE_ADDRESS)) {
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
