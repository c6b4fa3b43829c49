package org.yangguang.remedy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yangguang.organ.OrganId;

/** A remedy was put on the register. */
public record RemedyFiled(
        RemedyId id, RemedyKind kind, @Nullable String caseNumber, OrganId organ, LocalDate on) {}
