package org.yangguang.engagement.web;

import org.jspecify.annotations.Nullable;

/** A reason in the reader's words; {@code field} names the field that it stands beside. */
public record Refusal(@Nullable String field, String text) {}
