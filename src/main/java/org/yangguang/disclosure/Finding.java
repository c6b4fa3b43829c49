package org.yangguang.disclosure;

import org.jspecify.annotations.Nullable;

/**
 * Something in an edition that its officers should look at before it goes out.
 *
 * @param fingerprint the same for the same thing in the same edition, however often it is saved; holds no personal data
 * @param place field of the form, or the name of an attachment
 * @param shown what was found, personal data masked
 * @param context what stands around it, masked
 * @param suggestion what could stand there instead, or what came back from a link; empty when the program knows nothing better
 * @param override who let it stay, and why
 */
public record Finding(
        String fingerprint,
        Kind kind,
        boolean binding,
        String place,
        String shown,
        String context,
        String suggestion,
        @Nullable FindingOverride override) {

    public enum Kind {
        CITIZEN_ID,
        OLD_CITIZEN_ID,
        BANK_CARD,
        MOBILE,
        HOME_ADDRESS,
        CREDIT_CODE,
        LANDLINE,
        WORD,
        NO_ALTERNATIVE_TEXT,
        DEAD_LINK,
        SILENT_LINK,
        PRIVATE_LINK,
        POOR_SCAN,
        NO_TEXT;

        public boolean personal() {
            return ordinal() <= LANDLINE.ordinal();
        }

        /** Whether it is about where something leads. */
        public boolean link() {
            return this == DEAD_LINK || this == SILENT_LINK || this == PRIVATE_LINK;
        }
    }

    /** Keeps the edition from being submitted. */
    public boolean open() {
        return binding && override == null;
    }

    /** Whether a few words settle it: an image of the text that has none. */
    public boolean describable() {
        return kind == Kind.NO_ALTERNATIVE_TEXT && place.equals("bodyHtml");
    }

    /** Whether one press puts something better in its place. */
    public boolean replaceable() {
        return (kind.personal() || kind == Kind.WORD)
                && (place.equals("title") || place.equals("summary") || place.equals("bodyHtml"));
    }
}
