package org.yangguang.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemesTests {

    @Test
    void theShippedFormsHaveTheCellsThatTheyPrint() {
        Schemes schemes = Schemes.shipped();

        assertThat(schemes.all()).extracting(Scheme::id).containsExactly("2021", "2019", "2014");
        assertThat(cells(schemes.named("2014").orElseThrow())).isEqualTo(58 * 3);
        assertThat(cells(schemes.named("2019").orElseThrow())).isEqualTo(22 + 23 * 7 + 15);
        assertThat(cells(schemes.named("2021").orElseThrow())).isEqualTo(10 + 25 * 7 + 15);
        assertThat(schemes.forYear(2020)).extracting(Scheme::id).containsExactly("2019");
    }

    private static int cells(Scheme scheme) {
        return scheme.tables().stream()
                .flatMap(table -> table.rowsWithFigures().stream())
                .mapToInt(row -> row.columns().size())
                .sum();
    }

    @Test
    void aWrongSchemeIsRefusedWithFileLineAndReasonOfEveryMistake() {
        String text = """
                scheme: "x"
                name: {zh: 表, en: Form}
                basis: 文号
                years: [2021]
                tables:
                  - id: "1"
                    title: {zh: 表一, en: Table 1}
                    layout: rows
                    columns:
                      - {id: year, zh: 本年, en: This year}
                    rows:
                      - {code: "1", zh: 甲, en: A, kind: flow}
                      - {code: "1", zh: 乙, en: B, kind: flows}
                      - {code: "2", zh: 丙, en: C, kind: flow, colums: [year]}
                relations:
                  - {rule: sum, table: "1", rows: {left: ["1"], compare: "=", right: ["9"]}, severity: error, source: 注}
                claims:
                  - {rule: c, pattern: "([0-9]+", meanings: ["1/1:month"]}
                """;

        assertThatThrownBy(() -> Schemes.read("own.yaml", new StringReader(text)))
                .isInstanceOf(SchemeMistake.class)
                .hasMessageContaining("own.yaml:1: \"years\" wants the first and the last year")
                .hasMessageContaining("own.yaml:13: the code \"1\" is there twice")
                .hasMessageContaining("own.yaml:13: \"kind\" is none of")
                .hasMessageContaining("own.yaml:14: \"colums\" is not known here")
                .hasMessageContaining("own.yaml:16: the table has no row \"9\"")
                .hasMessageContaining("own.yaml:18: the pattern is wrong")
                .hasMessageContaining("own.yaml:18: there is no cell \"1/1:month\"");
    }

    @Test
    void brokenYamlIsRefusedWithItsLine() {
        assertThatThrownBy(() -> Schemes.read("own.yaml", new StringReader("scheme: [1\nname: x: y")))
                .isInstanceOf(SchemeMistake.class)
                .hasMessageStartingWith("own.yaml:2:");
    }

    @Test
    void aLocalRowIsAddedToAFormWithoutTouchingIt() {
        String text = """
                scheme: "2014-local"
                extends: "2014"
                name: {zh: 本市统计表, en: Form of this city}
                rows:
                  - {after: "1.2.4", code: "1.2.4b", zh: 其中:短视频, en: of which short films, unit: 条, kind: flow, from: {fact: disclosure.released, where: {channel: OTHER}}}
                relations:
                  - {rule: part-of, table: main, rows: {left: ["1.2.4b"], compare: "<=", right: ["1.2.5"]}, severity: error, source: 本市通知}
                """;

        Scheme scheme = Schemes.read("own.yaml", new StringReader(text));

        Scheme base = Schemes.shipped().named("2014").orElseThrow();
        assertThat(scheme.id()).isEqualTo("2014-local");
        assertThat(scheme.basis()).isEqualTo(base.basis());
        assertThat(scheme.cells()).hasSize(base.cells().size() + 3);
        assertThat(scheme.tables().get(0).rows()).extracting(Row::code).containsSequence("1.2.4", "1.2.4b", "1.2.5");
        assertThat(scheme.relations()).hasSize(base.relations().size() + 5);
        assertThat(scheme.fill(new Cell("main", "1.2.4b", "before")))
                .isEqualTo(new Fill.BroughtForward(new Cell("main", "1.2.4b", "total")));
        assertThat(scheme.fill(new Cell("main", "1.2.4b", "year"))).isInstanceOf(Fill.Counted.class);
        assertThat(scheme.fill(new Cell("main", "8.1", "total")))
                .isEqualTo(new Fill.Added(java.util.List.of(new Cell("main", "8.1", "year"))));
    }

    @Test
    void whatIsNoListInAnExtendingFileIsRefusedToo() {
        String text = """
                scheme: "own"
                extends: "2014"
                name: {zh: 表, en: Form}
                rows: 7
                relations: none
                """;

        assertThatThrownBy(() -> Schemes.read("own.yaml", new StringReader(text)))
                .isInstanceOf(SchemeMistake.class)
                .hasMessageContaining("own.yaml:4: \"rows\" is not a list")
                .hasMessageContaining("own.yaml:5: \"relations\" is not a list");
        assertThatThrownBy(() -> Schemes.read(
                        "own.yaml", new StringReader(text.replace("7", "[7]").replace("none", "[]"))))
                .isInstanceOf(SchemeMistake.class)
                .hasMessageContaining("own.yaml:4:");
    }

    @Test
    void wrongSourcesOfFiguresAreRefusedWithFileAndLine(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("a.yaml"), """
                scheme: "2014"
                extends: "2014"
                name: {zh: 表, en: Form}
                """);
        Files.writeString(directory.resolve("b.yaml"), """
                scheme: "b"
                extends: "1999"
                name: {zh: 表, en: Form}
                """);
        Files.writeString(directory.resolve("c.yaml"), """
                scheme: "c"
                extends: "2014"
                name: {zh: 表, en: Form}
                rows:
                  - {after: "77", code: "x", zh: 甲, en: A, kind: flow, from: {fact: f, count: all, per: 0}}
                zero:
                  - {rule: z, cells: ["9.1:year"], unless: [village], severity: error, source: 法}
                """);

        assertThatThrownBy(() -> Schemes.withOwn(directory))
                .isInstanceOf(SchemeMistake.class)
                .hasMessageContaining("a.yaml:1: there is another scheme \"2014\"")
                .hasMessageContaining("b.yaml:1: there is no scheme \"1999\" to extend")
                .hasMessageContaining("c.yaml:5: the table has no row \"77\"");
        Files.delete(directory.resolve("a.yaml"));
        Files.delete(directory.resolve("b.yaml"));
        String text = Files.readString(directory.resolve("c.yaml")).replace("after: \"77\", ", "");
        Files.writeString(directory.resolve("c.yaml"), text);
        assertThatThrownBy(() -> Schemes.withOwn(directory))
                .isInstanceOf(SchemeMistake.class)
                .hasMessageContaining("c.yaml:5: \"count\" is \"rows\" or \"records\"")
                .hasMessageContaining("c.yaml:5: \"per\" is a number above zero")
                .hasMessageContaining("c.yaml:7: \"village\" is none of");
    }
}
