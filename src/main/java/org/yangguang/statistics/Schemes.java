package org.yangguang.statistics;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yangguang.statistics.internal.SchemeFile;

/** The schemes that are known, the newest first; of those for the same years the local ones first. */
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
        return new Schemes(SHIPPED.stream()
                .map(id -> read(resourceName(id), new StringReader(resource(id))))
                .toList());
    }

    /**
     * The forms that the program brings along and those of a directory, each a file {@code *.yaml}. One of them may extend a form that
     * the program brings along: its rows and rules are added to it, under a name of its own.
     *
     * @throws SchemeMistake when one of them is wrong, or has the name of another one
     */
    public static Schemes withOwn(Path directory) {
        List<String> mistakes = new ArrayList<>();
        Map<String, Scheme> own = new LinkedHashMap<>();
        for (Path file : files(directory)) {
            try {
                Scheme scheme = read(file.toString(), new StringReader(Files.readString(file)));
                if (SHIPPED.contains(scheme.id()) || own.put(scheme.id(), scheme) != null) {
                    mistakes.add(file + ":1: there is another scheme \"" + scheme.id() + "\"");
                }
            } catch (IOException e) {
                mistakes.add(file + ":1: the file cannot be read as text in UTF-8");
            } catch (SchemeMistake e) {
                mistakes.add(e.getMessage());
            }
        }
        if (!mistakes.isEmpty()) {
            throw new SchemeMistake(mistakes);
        }
        return new Schemes(
                Stream.concat(own.values().stream(), shipped().all().stream()).toList());
    }

    private static List<Path> files(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new SchemeMistake(List.of(directory + ": the directory cannot be read"));
        }
    }

    /**
     * The scheme in a YAML text.
     *
     * @param file the name to be used in messages
     * @throws SchemeMistake with all mistakes of the file
     */
    public static Scheme read(String file, Reader text) {
        SchemeFile scheme = new SchemeFile(file, Schemes::nodes);
        return scheme.read(scheme.root(text));
    }

    private static Optional<MappingNode> nodes(String id) {
        return SHIPPED.contains(id)
                ? Optional.of(
                        new SchemeFile(resourceName(id), none -> Optional.empty()).root(new StringReader(resource(id))))
                : Optional.empty();
    }

    public Optional<Scheme> named(String id) {
        return all.stream().filter(scheme -> scheme.id().equals(id)).findFirst();
    }

    public Stream<Scheme> forYear(int year) {
        return all.stream().filter(scheme -> scheme.isFor(year));
    }

    private static String resourceName(String id) {
        return "/schemes/" + id + ".yaml";
    }

    private static String resource(String id) {
        String file = resourceName(id);
        try (InputStream bytes = Schemes.class.getResourceAsStream(file)) {
            if (bytes == null) {
                throw new SchemeMistake(List.of(file + ": missing"));
            }
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
