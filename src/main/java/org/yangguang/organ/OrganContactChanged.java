package org.yangguang.organ;

import java.time.Instant;

/** An organ can be reached in another way since {@code at}; its guide (Article 12 of the 2019 Regulations) may be out of date. */
public record OrganContactChanged(OrganId organ, Contact before, Contact after, Instant at) {}
