package org.yangguang.request;

import java.time.LocalDate;
import org.yangguang.organ.OrganId;

/** A case has its one result. */
public record CaseClosed(CaseId id, String number, OrganId organ, ReplyKind kind, LocalDate on) {}
