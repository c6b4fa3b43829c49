package org.yangguang.report.internal;

import java.util.List;

/** A file in reading order, whatever its format was. */
record Document(List<Block> blocks) {

    Document {
        blocks = List.copyOf(blocks);
    }

    /** A piece of the document. */
    sealed interface Block {}

    /** A paragraph, or a line where the format knows lines only. */
    record Paragraph(String text) implements Block {}

    /**
     * A line of figures on a page, with the ways in which its label can be put together from the words around.
     */
    record Figures(List<String> labels, List<String> values) implements Block {

        Figures {
            labels = List.copyOf(labels);
            values = List.copyOf(values);
        }
    }

    /** A table; of merged cells only the first is there. */
    record Grid(List<List<String>> rows) implements Block {

        Grid {
            rows = rows.stream().map(List::copyOf).toList();
        }
    }
}
