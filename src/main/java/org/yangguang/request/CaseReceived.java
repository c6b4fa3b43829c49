package org.yangguang.request;

import java.time.LocalDate;
import org.yangguang.organ.OrganId;

/** An application was put on the register. */
public record CaseReceived(CaseId id, String number, OrganId organ, Channel channel, LocalDate arrivedOn) {}
