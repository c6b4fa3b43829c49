package org.yangguang.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.springframework.util.FileSystemUtils;

/**
 * How long the program takes from the command to being ready, as {@code ./run} starts it: in an empty directory, on the same data again,
 * and on the demonstration district; and its memory after it was read for a while. Argument: seconds of reading, 20 unless given;
 * 3600 for the whole hour.
 */
public final class StartBench {

    private static final int ROUNDS = 3;

    private StartBench() {}

    public static void main(String[] arguments) throws Exception {
        int seconds = arguments.length == 0 ? 20 : Integer.parseInt(arguments[0]);
        Path place = Files.createTempDirectory("start-bench");
        try {
            double[] empty = new double[ROUNDS];
            double[] again = new double[ROUNDS];
            double[] district = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                Path data = place.resolve("empty-" + round);
                empty[round] = started(data, "--empty");
                again[round] = started(data, "--empty");
            }
            Path demo = place.resolve("demo");
            double first = started(demo, "--demo");
            for (int round = 0; round < ROUNDS; round++) {
                district[round] = started(demo, "--demo");
            }
            System.out.println("| start to ready | seconds (median of 3) | budget |");
            System.out.println("|---|---|---|");
            System.out.printf("| empty directory | %.1f | 12 |%n", median(empty));
            System.out.printf("| the same again | %.1f | 8 |%n", median(again));
            System.out.printf("| the demonstration district again | %.1f | 8 |%n", median(district));
            System.out.printf("| the demonstration district for the first time | %.1f | – |%n", first);
            try (Running program = new Running(demo, "--demo")) {
                program.ready();
                System.out.printf("Resident after the start: %,d MB%n", program.residentMegabytes());
                OpenLoop reader = new OpenLoop("http://127.0.0.1:" + program.port);
                System.out.println("Read: "
                        + reader.run(200, seconds, i -> switch (i % 4) {
                            case 0 -> "/";
                            case 1 -> "/catalogue?page=" + (1 + i % 900);
                            case 2 -> "/search?q=" + (2000 + i % 300);
                            default -> "/items/" + (1 + i * 7 % 20_000);
                        }));
                System.out.printf(
                        "Resident after %d s of reading: %,d MB (budget 600)%n", seconds, program.residentMegabytes());
            }
        } finally {
            FileSystemUtils.deleteRecursively(place);
        }
        System.exit(0);
    }

    private static double started(Path data, String kind) throws Exception {
        try (Running program = new Running(data, kind)) {
            return program.ready();
        }
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** The program as {@code ./run} starts it, stopped when closed. */
    private static final class Running implements AutoCloseable {

        final int port;
        private final long began = System.nanoTime();
        private final Process process;

        Running(Path data, String kind) throws IOException {
            try (ServerSocket site = new ServerSocket(0)) {
                port = site.getLocalPort();
            }
            process = new ProcessBuilder("./run", "--data", data.toString(), kind, "--port", String.valueOf(port))
                    .redirectErrorStream(true)
                    .start();
        }

        double ready() throws IOException {
            var lines = process.inputReader();
            String line;
            StringBuilder said = new StringBuilder();
            while ((line = lines.readLine()) != null) {
                said.append(line).append('\n');
                if (line.contains("Yangguang is ready")) {
                    return (System.nanoTime() - began) / 1e9;
                }
            }
            throw new IllegalStateException("it did not start:\n" + said);
        }

        long residentMegabytes() throws IOException {
            return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        }

        @Override
        public void close() throws InterruptedException {
            process.destroy();
            process.waitFor();
        }
    }
}
