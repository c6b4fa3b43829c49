package org.yangguang.file;

/**
 * Something that a file carries besides its face, and that its public copy does not.
 *
 * @param count how many of it; 1 where counting makes no sense
 * @param example a name, or empty: whose, which sheet
 */
public record Carried(What what, int count, String example) {

    public enum What {
        AUTHOR,
        COMPANY,
        PROPERTIES,
        COMMENTS,
        TRACKED_CHANGES,
        HIDDEN_TEXT,
        HIDDEN_SHEETS,
        HIDDEN_ROWS,
        HIDDEN_COLUMNS,
        HIDDEN_SLIDES,
        HIDDEN_SHAPES,
        NOTES,
        EMBEDDED_OBJECTS,
        MACROS,
        DATA_BEHIND,
        FORMULAS,
        OUTSIDE_LINKS,
        SIGNATURE,
        PHOTO_LOCATION,
        PHOTO_DATA,
        XMP,
        EARLIER_REVISIONS,
        HIDDEN_LAYERS,
        UNSEEN_WORDS,
        ANNOTATIONS,
        ATTACHMENTS,
        SCRIPTS,
        FORM_FIELDS,
        STRUCTURE
    }
}
