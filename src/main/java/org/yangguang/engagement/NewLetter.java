package org.yangguang.engagement;

import org.jspecify.annotations.Nullable;
import org.yangguang.organ.OrganId;

/**
 * What somebody writes to the opinion box.
 *
 * @param kind null when none was chosen
 * @param organ whom it is addressed to; null for the office that distributes letters
 * @param page address on this site that an error report is about
 */
public record NewLetter(
        @Nullable LetterKind kind,
        Origin origin,
        @Nullable OrganId organ,
        String title,
        String text,
        String page,
        Writer writer,
        boolean mayPublish) {}
