package org.yangguang.request;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A letter, ready to be set as PDF or Word.
 *
 * @param version version of the templates it was made from
 * @param organ name of the organ in the letterhead, and below as its signature
 * @param documentNumber 发文字号
 * @param addressee to whom; empty leaves the line out
 * @param paragraphs what it says
 * @param rows a table of label and value before the text, for forms; a value may have several lines
 * @param listing a list between the rows and the text; null without one
 * @param attachments names of what goes with it
 * @param date 成文日期
 * @param reply address of the page where the addressee answers, for a QR code; empty leaves it out
 */
public record Letter(
        LetterKind kind,
        String version,
        String organ,
        String documentNumber,
        String title,
        String addressee,
        List<String> paragraphs,
        List<Row> rows,
        @Nullable Listing listing,
        List<String> attachments,
        LocalDate date,
        String reply) {

    /** One row of a form. */
    public record Row(String label, String value) {}

    /** Lines with as many cells as there are columns. */
    public record Listing(List<String> columns, List<List<String>> lines) {

        public Listing {
            columns = List.copyOf(columns);
            lines = lines.stream().map(List::copyOf).toList();
        }
    }

    public Letter {
        paragraphs = List.copyOf(paragraphs);
        rows = List.copyOf(rows);
        attachments = List.copyOf(attachments);
    }

    /** Whether organ, day and seal stand below: not below a form, nor where somebody else is to sign. */
    public boolean signedByOrgan() {
        return rows.isEmpty() && kind != LetterKind.OPINION_CONFIRMATION;
    }

    /** Names people; not for logs. */
    @Override
    public String toString() {
        return "Letter[" + kind + " " + documentNumber + "]";
    }
}
