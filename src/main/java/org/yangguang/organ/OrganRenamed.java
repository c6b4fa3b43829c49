package org.yangguang.organ;

import java.time.LocalDate;

/** An organ is called otherwise from {@code from} on. */
public record OrganRenamed(OrganId organ, String before, String after, LocalDate from) {}
