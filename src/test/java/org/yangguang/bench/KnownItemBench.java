package org.yangguang.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;
import org.yangguang.search.internal.LuceneIndex;
import org.yangguang.search.internal.LuceneSearch;

/**
 * How well a known law is found by its title, by a sentence of it, and by a citizen's words for it. The argument {@code missed} prints
 * every question whose answer was not the first hit.
 */
public final class KnownItemBench {

    private KnownItemBench() {}

    public static void main(String[] arguments) throws Exception {
        if (!Files.isDirectory(KnownItems.CORPUS)) {
            System.out.println("Skipped: the corpus of laws does not lie at " + KnownItems.CORPUS);
            return;
        }
        boolean telling = arguments.length > 0 && arguments[0].equals("missed");
        Path place = Files.createTempDirectory("known-item-bench");
        LuceneIndex index = new LuceneIndex(place);
        try {
            KnownItems items = KnownItems.read();
            index.putAll(items.laws().stream().map(KnownItems.Law::document).toList());
            LuceneSearch search = new LuceneSearch(index);
            System.out.println("| asked by | questions | MRR | recall@10 |");
            System.out.println("|---|---|---|---|");
            print("title", items.ask(search, items.titles()), telling);
            print("sentence of the text", items.ask(search, items.sentences()), telling);
            print("a citizen's words", items.ask(search, KnownItems.paraphrases()), telling);
        } finally {
            index.destroy();
            FileSystemUtils.deleteRecursively(place);
        }
        System.exit(0);
    }

    private static void print(String by, KnownItems.Figures figures, boolean telling) {
        System.out.printf("| %s | %,d | %.3f | %.3f |%n", by, figures.questions(), figures.mrr(), figures.recall());
        if (telling) {
            figures.missed().forEach(System.out::println);
        }
    }
}
