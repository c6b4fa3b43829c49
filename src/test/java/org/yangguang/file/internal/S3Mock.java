package org.yangguang.file.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An object store of somebody else's making, as a program of its own with libraries of its own. */
final class S3Mock implements AutoCloseable {

    private static final String PROGRAM = "BOOT-INF/classes/com/adobe/testing/s3mock/S3MockApplication.class";
    private static final Pattern STARTED =
            Pattern.compile("Tomcat started on ports \\d+ \\(https\\), (\\d+) \\(http\\)");

    private final Process process;
    private final int port;

    /** Starts it with one bucket; it keeps its objects in {@code folder}. */
    S3Mock(String bucket, Path folder) {
        try {
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-Xmx256m",
                            "-jar",
                            jar().toString(),
                            "--http.port=0",
                            "--server.port=0",
                            "--com.adobe.testing.s3mock.store.root=" + folder,
                            "--com.adobe.testing.s3mock.store.initial-buckets=" + bucket)
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        FutureTask<Integer> started = new FutureTask<>(this::listens);
        Thread reader = new Thread(started, "S3Mock");
        reader.setDaemon(true);
        reader.start();
        try {
            port = started.get(120, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            process.destroyForcibly();
            throw new IllegalStateException("the object store did not start", e);
        }
    }

    private static Path jar() throws IOException {
        URL program = S3Mock.class.getClassLoader().getResource(PROGRAM);
        if (program == null) {
            throw new IllegalStateException("the object store is not among the libraries of tests");
        }
        return Path.of(URI.create(
                ((JarURLConnection) program.openConnection()).getJarFileURL().toString()));
    }

    private int listens() throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder all = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            all.append(line).append('\n');
            Matcher started = STARTED.matcher(line);
            if (started.find()) {
                Thread rest = new Thread(() -> lines.lines().forEach(each -> {}), "S3Mock");
                rest.setDaemon(true);
                rest.start();
                return Integer.parseInt(started.group(1));
            }
        }
        throw new IllegalStateException("the object store ended: " + all);
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
