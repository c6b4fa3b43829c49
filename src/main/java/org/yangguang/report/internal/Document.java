package org.yangguang.report.internal;

import java.util.List;

/** A file in reading order, whatever its format was. */
record Document(List<Block> blocks) {

    Document {
        blocks = List.copyOf(blocks);
    }

    /** How many characters there are in all pieces. */
    long characters() {
        return blocks.stream().mapToLong(Block::characters).sum();
    }

    /** A piece of the document. */
    sealed interface Block {

        long characters();
    }

    /**
     * A paragraph, or a line where the format knows lines only.
     *
     * @param goesOn whether the line ends at the margin and not where its sentence ends: the next line belongs to it
     */
    record Paragraph(String text, boolean goesOn) implements Block {

        Paragraph(String text) {
            this(text, false);
        }

        @Override
        public long characters() {
            return text.length();
        }
    }

    /**
     * A line of figures on a page, with the ways in which its label can be put together from the words around.
     */
    record Figures(List<String> labels, List<String> values) implements Block {

        Figures {
            labels = List.copyOf(labels);
            values = List.copyOf(values);
        }

        @Override
        public long characters() {
            return Document.characters(labels) + Document.characters(values);
        }
    }

    /** A table; of merged cells only the first is there. */
    record Grid(List<List<String>> rows) implements Block {

        Grid {
            rows = rows.stream().map(List::copyOf).toList();
        }

        @Override
        public long characters() {
            return rows.stream().mapToLong(Document::characters).sum();
        }
    }

    private static long characters(List<String> texts) {
        return texts.stream().mapToLong(String::length).sum();
    }
}
