package org.yangguang.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import org.junit.jupiter.api.Test;

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
}
