package org.yangguang.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The load generator wrk and a private nginx, where they are installed. */
final class Wrk {

    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");

    private Wrk() {}

    static boolean installed(String program) {
        for (String directory : (System.getenv("PATH") + ":/usr/sbin:/usr/local/sbin").split(":")) {
            if (Files.isExecutable(Path.of(directory, program))) {
                return true;
            }
        }
        return false;
    }

    /** Requests a second. */
    static double perSecond(String address, int seconds, String... options) throws IOException, InterruptedException {
        Matcher rate = RATE.matcher(run(address, seconds, options));
        return rate.find() ? Double.parseDouble(rate.group(1)) : Double.NaN;
    }

    static String run(String address, int seconds, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("wrk", "-t2", "-c32", "-d" + seconds + "s"));
        command.addAll(List.of(options));
        command.add(address);
        Process wrk = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        wrk.waitFor();
        return said;
    }

    /** nginx with one worker for each processor that gives the files of a directory; closing it stops it. */
    static final class Nginx implements AutoCloseable {

        private final Process process;

        Nginx(Path place, Path files, int port) throws IOException {
            Path settings = place.resolve("nginx.conf");
            Files.writeString(settings, """
                    daemon off;
                    worker_processes auto;
                    pid %1$s/nginx.pid;
                    error_log %1$s/error.log;
                    events { worker_connections 1024; }
                    http {
                        access_log off;
                        sendfile on;
                        tcp_nopush on;
                        keepalive_requests 1000000;
                        default_type text/html;
                        open_file_cache max=100 inactive=60s;
                        client_body_temp_path %1$s/body; proxy_temp_path %1$s/proxy; fastcgi_temp_path %1$s/fastcgi;
                        uwsgi_temp_path %1$s/uwsgi; scgi_temp_path %1$s/scgi;
                        server { listen 127.0.0.1:%3$d; root %2$s; }
                    }
                    """.formatted(place, files, port));
            // Its workers must be able to read what is given.
            grant(place);
            process = new ProcessBuilder(
                            nginx(),
                            "-e",
                            place.resolve("error.log").toString(),
                            "-p",
                            place.toString(),
                            "-c",
                            settings.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(place.resolve("nginx.out").toFile())
                    .start();
        }

        private static String nginx() {
            return Files.isExecutable(Path.of("/usr/sbin/nginx")) ? "/usr/sbin/nginx" : "nginx";
        }

        private static void grant(@Nullable Path place) {
            if (place != null) {
                place.toFile().setExecutable(true, false);
                place.toFile().setReadable(true, false);
            }
        }

        @Override
        public void close() {
            process.destroy();
            try {
                process.waitFor();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
