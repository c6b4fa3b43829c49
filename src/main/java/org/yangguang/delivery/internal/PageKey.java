package org.yangguang.delivery.internal;

/**
 * What an answer depends on.
 *
 * @param query known parameters in the order of their names, encoded; empty when there are none
 * @param language {@code zh-CN} or {@code en}
 * @param view how the reader wants pages to look, as far as the answer depends on it
 * @param accept the kind of answer that was asked for: empty for any
 * @param secure whether the reader's connection is encrypted, which the headers of the answer depend on
 */
public record PageKey(String path, String query, String language, String view, String accept, boolean secure) {}
