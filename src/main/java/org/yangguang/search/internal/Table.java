package org.yangguang.search.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Reads the tables of characters that lie beside the program. */
final class Table {

    private Table() {}

    static String read(String name) {
        try (InputStream in = Objects.requireNonNull(Table.class.getResourceAsStream("/search/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
