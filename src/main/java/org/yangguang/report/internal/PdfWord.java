package org.yangguang.report.internal;

/**
 * A word of a PDF page and where it stands, in points from the upper left corner.
 *
 * @param base the line that the word stands on
 */
record PdfWord(String text, float left, float right, float base, float size) {

    boolean isFigure() {
        return Words.figure(text).isPresent() || Words.plain(text).matches("[-/—]");
    }

    boolean isOnLineWith(PdfWord other) {
        return Math.abs(base - other.base) < 0.5f * Math.max(size, other.size);
    }

    boolean isInColumnWith(PdfWord other) {
        return left < other.right && other.left < right;
    }
}
