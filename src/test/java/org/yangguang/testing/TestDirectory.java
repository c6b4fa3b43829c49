package org.yangguang.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.FileSystemUtils;

/** Gives each test context a data directory of its own, gone when the tests end. */
public class TestDirectory implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            Path directory = Files.createTempDirectory("yangguang-test");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                try {
                    FileSystemUtils.deleteRecursively(directory);
                } catch (IOException leftBehind) {
                    // the system's temporary directory is cleaned by the system
                }
            }));
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "test",
                            Map.of(
                                    "yangguang.data-dir", directory.toString(),
                                    "yangguang.database-binaries", "target/postgres-bin",
                                    "yangguang.database-durable", "false",
                                    "yangguang.jobs.enabled", "false")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
