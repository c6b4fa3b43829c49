package org.yangguang.report.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an annual report of one form consists of before anybody has written a word.
 *
 * @param scheme the form
 * @param title with references to organ and year
 * @param preface paragraphs before the first chapter
 * @param charts pictures of some figures
 */
public record ReportTemplate(
        String scheme, String title, List<Passage> preface, List<Chapter> chapters, List<Chart> charts) {

    public ReportTemplate {
        preface = List.copyOf(preface);
        chapters = List.copyOf(chapters);
        charts = List.copyOf(charts);
    }

    /**
     * A chapter that the law or the form demands.
     *
     * @param code stable name
     * @param title with its number, as it is printed
     * @param passages the text proposed
     * @param forms tables that stand behind the text
     */
    record Chapter(String code, String title, List<Passage> passages, List<String> forms) {

        Chapter {
            passages = List.copyOf(passages);
            forms = List.copyOf(forms);
        }
    }

    /**
     * A paragraph that is proposed when its condition holds.
     *
     * @param when null for always
     */
    record Passage(String text, @Nullable Condition when) {}

    /** Compares a figure with a number. */
    record Condition(String reference, Comparison comparison, int number) {}

    /** The figures of one column in some rows of a table. */
    record Chart(String title, String table, String column, List<String> rows) {

        Chart {
            rows = List.copyOf(rows);
        }
    }

    enum Comparison {
        EQUAL,
        MORE
    }
}
