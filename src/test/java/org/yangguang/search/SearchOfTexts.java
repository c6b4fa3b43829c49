package org.yangguang.search;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.yangguang.search.internal.LuceneIndex;
import org.yangguang.search.internal.LuceneSearch;

/** An index of its own for each test, and a search in it. */
abstract class SearchOfTexts {

    @TempDir
    Path directory;

    LuceneIndex index;
    Search search;

    @BeforeEach
    void open() {
        index = new LuceneIndex(directory);
        search = new LuceneSearch(index);
    }

    @AfterEach
    void close() {
        index.destroy();
    }

    void put(Texts... documents) {
        index.putAll(Stream.of(documents).map(Texts::document).toList());
    }
}
