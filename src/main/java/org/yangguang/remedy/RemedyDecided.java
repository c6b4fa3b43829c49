package org.yangguang.remedy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yangguang.organ.OrganId;

/** A remedy has its one ending. */
public record RemedyDecided(
        RemedyId id, RemedyKind kind, @Nullable String caseNumber, OrganId organ, Ending ending, LocalDate on) {}
