package org.yangguang.disclosure.web;

import org.jspecify.annotations.Nullable;

/** A reason in the reader's words; {@code field} names the field that it stands beside. */
public record Said(@Nullable String field, String text) {}
