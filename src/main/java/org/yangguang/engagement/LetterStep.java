package org.yangguang.engagement;

import org.jspecify.annotations.Nullable;
import org.yangguang.organ.OrganId;

/**
 * What an officer wants to do to a letter.
 *
 * @param note words for the record; needed to transfer, to return and to mark as spam
 * @param organ to whom it is assigned or transferred
 * @param into number of the letter with which it is merged
 * @param shown what the public will read
 */
public record LetterStep(
        LetterAction action,
        String note,
        @Nullable OrganId organ,
        String into,
        @Nullable Shown shown) {

    /**
     * Question and answer for the public.
     *
     * @param keptBecause why something that looks like personal data may stay; empty when nothing may
     */
    public record Shown(String title, String question, String answer, String keptBecause) {}

    public static LetterStep of(LetterAction action) {
        return new LetterStep(action, "", null, "", null);
    }

    public static LetterStep noted(LetterAction action, String note) {
        return new LetterStep(action, note, null, "", null);
    }

    public static LetterStep to(LetterAction action, OrganId organ, String note) {
        return new LetterStep(action, note, organ, "", null);
    }

    public static LetterStep into(String number) {
        return new LetterStep(LetterAction.MERGE, "", null, number, null);
    }

    public static LetterStep publish(Shown shown) {
        return new LetterStep(LetterAction.PUBLISH, "", null, "", shown);
    }
}
