package org.yangguang.platform.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.yangguang.platform.DataDirectory;

/** Starts the site and stays until the program is asked to stop. */
final class Serving {

    private static final String LOG_FILE = "--logging.file.name=${yangguang.data-dir:data}/logs/yangguang.json";

    private final Class<?> application;
    private final List<String> properties;
    private final ServeOptions options;

    Serving(Class<?> application, List<String> properties, ServeOptions options) {
        this.application = application;
        this.properties = properties;
        this.options = options;
    }

    int run() {
        List<String> arguments = new ArrayList<>(options.properties());
        arguments.add(LOG_FILE);
        if (!options.debug) {
            arguments.addAll(StartFailures.quietLogging());
        }
        arguments.addAll(properties);
        long began = System.nanoTime();
        try {
            ConfigurableApplicationContext context = new SpringApplicationBuilder(application)
                    .bannerMode(Banner.Mode.OFF)
                    .properties(Map.of("yangguang.site.url", "http://127.0.0.1:${server.port}"))
                    .listeners(new DirectoryBeforeLogs())
                    .run(arguments.toArray(String[]::new));
            if (!options.debug) {
                StartFailures.endQuiet();
            }
            announce(context.getEnvironment(), began);
            Thread.currentThread().join();
            return 0;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return 0;
        } catch (RuntimeException | LinkageError failure) {
            return StartFailures.report(failure, options.debug);
        }
    }

    private static void announce(Environment environment, long began) {
        String address = environment.getProperty("server.address", "127.0.0.1");
        String host = address.equals("0.0.0.0") || address.equals("::") ? "127.0.0.1" : address;
        System.out.printf(
                "%nYangguang is ready: http://%s:%s/   (%.1f s; Ctrl-C ends it)%n",
                host, environment.getProperty("local.server.port"), (System.nanoTime() - began) / 1e9);
    }

    /** Logs are kept in the data directory: whether it can be written is found out before the first line. */
    private static final class DirectoryBeforeLogs
            implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

        @Override
        public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
            DataDirectory.writable(Path.of(event.getEnvironment().getProperty("yangguang.data-dir", "data")));
        }

        @Override
        public int getOrder() {
            return Ordered.HIGHEST_PRECEDENCE + 15;
        }
    }
}
