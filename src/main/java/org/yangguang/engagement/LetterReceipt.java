package org.yangguang.engagement;

/** What the writer takes away: the number of the letter and the code with which its progress is asked for. */
public record LetterReceipt(long id, String number, String code) {}
