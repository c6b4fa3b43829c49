package org.yangguang.report;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yangguang.disclosure.EditionId;
import org.yangguang.disclosure.ItemId;
import org.yangguang.organ.OrganId;

/**
 * The annual report of an organ for a year.
 *
 * @param scheme id of the form that it follows
 * @param version goes up with every change; a change made to another version is refused
 * @param dated the day under which it is to be issued; null before it is handed over
 * @param item the item as which it is published; null before it is handed over for the first time
 * @param edition the edition that was handed over last
 */
public record AnnualReport(
        long id,
        OrganId organ,
        int year,
        String scheme,
        ReportState state,
        int version,
        @Nullable LocalDate dated,
        @Nullable ItemId item,
        @Nullable EditionId edition,
        Instant changedAt) {}
