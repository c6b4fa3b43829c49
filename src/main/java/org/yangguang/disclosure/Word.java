package org.yangguang.disclosure;

/**
 * A word that is wrong in every text, such as the former name of a body.
 *
 * @param binding whether a text with it is not submitted without a reason
 */
public record Word(long id, String wrong, String correct, String note, boolean binding) {}
