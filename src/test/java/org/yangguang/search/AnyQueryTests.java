package org.yangguang.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.yangguang.search.Texts.PUBLIC;
import static org.yangguang.search.Texts.query;
import static org.yangguang.search.Texts.titled;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yangguang.search.internal.LuceneIndex;
import org.yangguang.search.internal.LuceneSearch;

/** Whatever is typed, an answer comes back. */
class AnyQueryTests {

    private static final String ALPHABET =
            "公积金预算的税 　2016〔〕[](){}\"“”'*?~^:\\/+-!&|<>=@#%.,，。；_\t\n\r\0\uFFFF\uD842\uDFB7\uD83D\uDE00\u200D\u0301\u202Eａｂ１";

    @TempDir
    static Path directory;

    static LuceneIndex index;
    static Search search;

    @BeforeAll
    static void fill() {
        index = new LuceneIndex(directory);
        search = new LuceneSearch(index);
        index.putAll(List.of(
                titled("公积金〔2016〕预算 \uD842\uDFB7 <b>& \"x\"</b>")
                        .body("税的2016 ab 12 😀")
                        .document(),
                titled("AND OR NOT").body("title:x *:*").document()));
    }

    @AfterAll
    static void close() {
        index.destroy();
    }

    static Stream<String> awkward() {
        return Stream.of(
                "",
                " ",
                "　",
                "\"",
                "\"公积金",
                "“公积金",
                "AND",
                "公积金 AND OR NOT",
                "title:预算",
                "*",
                "*:*",
                "公*",
                "预算~10^9",
                "[* TO *]",
                "((((((((",
                "\\",
                "\\u0000",
                "\0\1\2",
                "。，、；：？！…—《》",
                "😀",
                "👩‍👩‍👧‍👦",
                "\uD842",
                "\uDFB7公",
                "公\uD842",
                "\uFFFF\uFFFE",
                "a".repeat(10_000),
                "公".repeat(10_000),
                "公 ".repeat(10_000),
                "1".repeat(10_000),
                "\"".repeat(10_000),
                "' or 1=1 --",
                "<script>alert(1)</script>",
                "../../etc/passwd",
                "${jndi:ldap://x}",
                "\u202E反向",
                "e\u0301\u0301\u0301",
                "3.5.7.9",
                "a_b,c'd.e");
    }

    @ParameterizedTest
    @MethodSource("awkward")
    void anAwkwardQueryIsAnswered(String text) {
        answered(text);
    }

    @Test
    void randomQueriesAreAnswered() {
        Random random = new Random(20160218);
        for (int i = 0; i < 3_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(24);
            for (int j = 0; j < length; j++) {
                text.append(
                        random.nextInt(10) == 0
                                ? (char) random.nextInt(Character.MAX_VALUE + 1)
                                : ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
            answered(text.toString());
        }
    }

    private static void answered(String text) {
        assertThatCode(() -> {
                    SearchResult result = search.find(query(text), PUBLIC);
                    for (SearchResult.Hit hit : result.hits()) {
                        assertSafe(hit.titleHtml());
                        assertSafe(hit.passageHtml());
                    }
                    search.suggest(text, 8, PUBLIC);
                })
                .as("query of %d characters: %s", text.length(), escaped(text))
                .doesNotThrowAnyException();
    }

    private static void assertSafe(String html) {
        assertThat(html.replace("<mark>", "").replace("</mark>", "")).doesNotContain("<", ">", "\"");
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().limit(60).forEach(c -> escaped.append(c < 128 && c > 31 ? "" + (char) c : "\\u%04x".formatted(c)));
        return escaped.toString();
    }

    @Test
    void onlyPunctuationFindsNothingAndNoErrorIsMade() {
        assertThat(search.find(query("。，、"), PUBLIC).total()).isZero();
    }
}
