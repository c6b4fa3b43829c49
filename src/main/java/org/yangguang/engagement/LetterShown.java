package org.yangguang.engagement;

/** A letter with its answer came onto the site, or went from it. */
public record LetterShown(long letter) {}
