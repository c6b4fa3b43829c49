package org.yangguang.organ;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An organ has stopped working; {@code successor} took its duties over when it was merged. */
public record OrganClosed(OrganId organ, @Nullable OrganId successor, LocalDate on) {}
