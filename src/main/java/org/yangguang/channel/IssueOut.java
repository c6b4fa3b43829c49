package org.yangguang.channel;

/**
 * An issue of a gazette has come out.
 *
 * @param bundle its {@link Bundle#id()}
 */
public record IssueOut(long bundle) {}
