package org.yangguang.request;

import java.time.LocalDate;
import org.yangguang.organ.OrganId;

/** Something happened to a case; told for every step but a new deadline after a change of the calendar ({@link CasesRedated}), in the transaction that records it. */
public record CaseMoved(CaseId id, String number, OrganId organ, Action action, CaseState state, LocalDate on) {}
