package org.yangguang.report;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yangguang.statistics.Figures;
import org.yangguang.statistics.Scheme;
import org.yangguang.statistics.Table;

/**
 * An annual report as it is read, whatever it is rendered to: every figure stands in it as text, nothing is looked up any more.
 *
 * @param organ full name of the organ that reports
 * @param year the year reported on
 * @param scheme the form that its tables follow
 * @param figures the figures of its tables
 * @param dated the day under which it is issued; null while it is written
 */
public record ReportDocument(
        String title,
        String organ,
        int year,
        Scheme scheme,
        Figures figures,
        @Nullable LocalDate dated,
        List<Block> blocks) {

    private static final int LONGEST_TITLE_LINE = 19;

    public ReportDocument {
        blocks = List.copyOf(blocks);
    }

    /** The title as it is set in size 22: a long one breaks behind the organ, not where the line happens to end. */
    public List<String> titleLines() {
        boolean breaks = title.length() > LONGEST_TITLE_LINE && title.startsWith(organ) && !organ.isEmpty();
        return breaks ? List.of(organ, title.substring(organ.length())) : List.of(title);
    }

    /** A part of the report, in the order of reading. */
    public sealed interface Block {}

    /** @param level 1 for a chapter (一、), 2 for a section （一）, 3 for 1. */
    public record Heading(int level, String text) implements Block {}

    public record Paragraph(String text) implements Block {}

    /** A table of the form with its figures. */
    public record Form(Table table) implements Block {}

    /** The forms in the order in which they stand. */
    public List<Table> forms() {
        return blocks.stream()
                .filter(Form.class::isInstance)
                .map(block -> ((Form) block).table())
                .toList();
    }
}
