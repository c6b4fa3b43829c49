package org.yangguang.statistics;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yangguang.statistics.internal.SchemeFile;

/** The schemes that are known, the newest first. */
public record Schemes(List<Scheme> all) {

    private static final List<String> SHIPPED = List.of("2014", "2019", "2021");

    public Schemes {
        all = all.stream()
                .sorted(Comparator.comparing(Scheme::firstYear).reversed())
                .toList();
    }

    /**
     * The forms that the program brings along.
     *
     * @throws SchemeMistake when one of them is wrong
     */
    public static Schemes shipped() {
        return new Schemes(SHIPPED.stream().map(Schemes::resource).toList());
    }

    /**
     * The scheme in a YAML text.
     *
     * @param file the name to be used in messages
     * @throws SchemeMistake with all mistakes of the file
     */
    public static Scheme read(String file, Reader text) {
        return new SchemeFile(file).read(text);
    }

    public Optional<Scheme> named(String id) {
        return all.stream().filter(scheme -> scheme.id().equals(id)).findFirst();
    }

    public Stream<Scheme> forYear(int year) {
        return all.stream().filter(scheme -> scheme.isFor(year));
    }

    private static Scheme resource(String id) {
        String file = "/schemes/" + id + ".yaml";
        try (InputStream bytes = Schemes.class.getResourceAsStream(file)) {
            if (bytes == null) {
                throw new SchemeMistake(List.of(file + ": missing"));
            }
            return read(file, new InputStreamReader(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
