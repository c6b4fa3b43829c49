package org.yangguang.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yangguang.search.Texts.PUBLIC;
import static org.yangguang.search.Texts.query;
import static org.yangguang.search.Texts.titled;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.yangguang.search.internal.LuceneIndex;
import org.yangguang.search.internal.LuceneSearch;

/** Real and long texts: laws and rules, when they lie beside the project. */
@EnabledIf("thereIsACorpus")
class CorpusSearchTests {

    private static final Path CORPUS = Path.of("../shared/data/corpus");

    @TempDir
    static Path directory;

    static LuceneIndex index;
    static Search search;

    static boolean thereIsACorpus() {
        return Files.isDirectory(CORPUS);
    }

    @BeforeAll
    static void read() throws IOException {
        index = new LuceneIndex(directory);
        search = new LuceneSearch(index);
        try (Stream<Path> files = Files.walk(CORPUS)) {
            index.rebuild(files.filter(file -> file.toString().endsWith(".md")).map(CorpusSearchTests::law));
        }
    }

    private static SearchDocument law(Path file) {
        try {
            String text = Files.readString(file);
            String title = text.lines().findFirst().orElse("").replaceFirst("^#+ *", "");
            return titled(title).id(file.toString()).body(text).document();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    static void close() {
        index.destroy();
    }

    @Test
    void oneCharacterFindsAsManyAsHaveIt() throws IOException {
        long containing;
        try (Stream<Path> files = Files.walk(CORPUS)) {
            containing = files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> law(file).body().contains("税"))
                    .count();
        }
        assertThat(search.find(query("税"), PUBLIC).total()).isEqualTo(containing);
    }

    @Test
    void aLawIsFoundByItsName() {
        for (String name : List.of("中华人民共和国行政许可法", "中华人民共和国劳动法", "中华人民共和国国防教育法")) {
            assertThat(search.find(query(name), PUBLIC).hits().get(0).title()).isEqualTo(name);
        }
    }

    @Test
    void everyMarkIsTheWholeWord() {
        for (String word : List.of("公积金", "行政机关", "环境保护", "税")) {
            SearchResult result = search.find(query(word), PUBLIC);
            assertThat(result.hits()).isNotEmpty();
            result.hits().forEach(hit -> assertThat(hit.passageHtml() + hit.titleHtml())
                    .satisfies(html -> Stream.of(html.split("<mark>")).skip(1).forEach(rest -> assertThat(
                                    rest.substring(0, rest.indexOf("</mark>")))
                            .contains(word))));
        }
    }
}
