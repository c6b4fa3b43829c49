package org.yangguang.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What stands on the website is read for readers in few classes only, and each of their queries asks for the reader's keys. */
class PublicationTableTests {

    private static final Pattern READ = Pattern.compile("(?:from|join)\\s+disclosure\\.publication\\b(?!_)");
    private static final Set<String> FOR_READERS = Set.of(
            "PublishedItems.java",
            "PublishedEditions.java",
            "PublicationDays.java",
            "RelatedItems.java",
            "ReplacementTable.java");
    /** The index carries each document's key; the desk and the console ask for permissions, not for keys. */
    private static final Set<String> FOR_THE_INDEX = Set.of("PublishedDocuments.java", "IndexedItems.java");

    private static final Path MODULE = Path.of("src/main/java/org/yangguang/disclosure");

    @Test
    void everyQueryForReadersAsksForTheirKeys() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String name : FOR_READERS) {
            String source = Files.readString(MODULE.resolve("internal").resolve(name));
            Matcher read = READ.matcher(source);
            while (read.find()) {
                String around = source.substring(read.start(), Math.min(source.length(), read.start() + 420));
                if (!around.contains("visibility_key = any(:keys)") && !around.contains("p.item_id = w.item_id")) {
                    wrong.add(name + ": " + around.lines().findFirst().orElse(""));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void pagesDoNotReadTheTableThemselves() throws IOException {
        List<String> wrong = new ArrayList<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(each -> each.toString().endsWith(".java")).toList()) {
                String name = source.getFileName().toString();
                boolean page = source.getParent().endsWith("web") || !source.startsWith(MODULE);
                if (page && READ.matcher(Files.readString(source)).find()) {
                    wrong.add(name);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(FOR_THE_INDEX)
                .allSatisfy(name ->
                        assertThat(MODULE.resolve("internal").resolve(name)).exists());
    }
}
