package org.yangguang.report;

import org.jspecify.annotations.Nullable;

/**
 * What is to be looked at in the text of a chapter before the report goes to review.
 *
 * @param chapter code of the chapter
 */
public sealed interface Remark {

    String chapter();

    /** A reference to a figure that does not exist or is not known; it must be mended. */
    record UnknownFigure(String chapter, String reference) implements Remark {}

    /** The chapter has no text; it must be written. */
    record Empty(String chapter) implements Remark {}

    /**
     * A number that somebody typed.
     *
     * @param number as it stands there, with its unit: {@code 148项}
     * @param excerpt the words around it
     * @param same reference of a figure with the same value, to which it had better be bound; null when no figure is equal: then a reason is
     *     asked for
     */
    record TypedNumber(
            String chapter,
            String number,
            String excerpt,
            @Nullable String same) implements Remark {}
}
