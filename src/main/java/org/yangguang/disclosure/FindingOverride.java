package org.yangguang.disclosure;

import java.time.Instant;

/** Somebody let a finding stay. */
public record FindingOverride(String reason, String by, Instant at) {}
