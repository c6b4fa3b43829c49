package org.yangguang.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yangguang.search.Texts.PUBLIC;
import static org.yangguang.search.Texts.query;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.yangguang.bench.KnownItems;
import org.yangguang.search.internal.LuceneIndex;
import org.yangguang.search.internal.LuceneSearch;

/** Real and long texts: laws and rules, when they lie beside the project. */
@EnabledIf("thereIsACorpus")
class CorpusSearchTests {

    @TempDir
    static Path directory;

    static LuceneIndex index;
    static Search search;

    static KnownItems items;

    static boolean thereIsACorpus() {
        return Files.isDirectory(KnownItems.CORPUS);
    }

    @BeforeAll
    static void read() {
        items = KnownItems.read();
        index = new LuceneIndex(directory);
        search = new LuceneSearch(index);
        index.rebuild(items.laws().stream().map(KnownItems.Law::document));
    }

    @AfterAll
    static void close() {
        index.destroy();
    }

    @Test
    void oneCharacterFindsAsManyAsHaveIt() {
        long containing = items.laws().stream()
                .filter(law -> (law.title() + law.text()).contains("税"))
                .count();
        assertThat(search.find(query("税"), PUBLIC).total()).isEqualTo(containing);
    }

    @Test
    void knownLawsComeFirstByTitleAndBySentence() {
        KnownItems.Figures titles = items.ask(search, everyFifth(items.titles()));
        KnownItems.Figures sentences = items.ask(search, everyFifth(items.sentences()));

        assertThat(titles.mrr()).as("titles").isGreaterThanOrEqualTo(0.98);
        assertThat(titles.recall()).as("titles").isEqualTo(1);
        assertThat(sentences.mrr()).as("sentences").isGreaterThanOrEqualTo(0.95);
        assertThat(sentences.recall()).as("sentences").isGreaterThanOrEqualTo(0.99);
    }

    private static <T> List<T> everyFifth(List<T> all) {
        return IntStream.range(0, all.size() / 5).mapToObj(i -> all.get(5 * i)).toList();
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
