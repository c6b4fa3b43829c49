package org.yangguang.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A text file of the demonstration. */
final class Resource {

    private Resource() {}

    /** Lines of {@code /demo/name} without comments and empty ones. */
    static List<String> lines(String name) {
        InputStream found = Objects.requireNonNull(Resource.class.getResourceAsStream("/demo/" + name), name);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(found, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
