package org.yangguang.catalogue.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yangguang.organ.Organ;

/** A line of the list of guides, for the templates; {@code published} is null where there is none yet. */
public record GuideLine(Organ organ, @Nullable LocalDate published) {}
