package org.yangguang.engagement;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yangguang.organ.OrganId;

/**
 * A letter as lists know it: without its words and without its writer.
 *
 * @param organ organ that has it now
 * @param version goes up with every step; a step that names another one is refused
 * @param title as the writer put it, personal data masked
 * @param page address of the page that an error report is about; empty for others
 * @param mayPublish whether its writer agreed that question and answer are published without personal data
 * @param suspect looks like an advertisement or a repetition
 * @param since when it came to the state in which it is
 * @param mergedInto id of the letter with which it is answered
 * @param workedDays working days from receipt to reply
 */
public record Letter(
        long id,
        String number,
        LetterKind kind,
        Origin origin,
        OrganId organ,
        LetterState state,
        int version,
        String title,
        String page,
        boolean mayPublish,
        boolean suspect,
        LocalDate receivedOn,
        Instant receivedAt,
        Instant since,
        @Nullable Long mergedInto,
        @Nullable LocalDate repliedOn,
        @Nullable Integer workedDays) {}
