package org.yangguang.disclosure;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A word that is wrong in every text, such as the former name of a body.
 *
 * @param note why, for those who find it in their text; may be empty
 * @param binding whether a text with it is not submitted without a reason
 * @param by who last changed it; empty for what came with the program
 */
public record Word(
        long id,
        String wrong,
        String correct,
        String note,
        boolean binding,
        String by,
        @Nullable Instant at) {

    public Word(String wrong, String correct, String note, boolean binding) {
        this(0, wrong, correct, note, binding, "", null);
    }

    /**
     * Whether it stands at {@code at}: not as part of the right word, and no name of a ministry (环境保护部) where a kind of body
     * (环境保护部门) is meant.
     */
    public boolean standsAt(String text, int at) {
        if (!text.startsWith(wrong, at)) {
            return false;
        }
        int inside = correct.indexOf(wrong);
        boolean right = inside >= 0 && text.startsWith(correct, at - inside);
        boolean kind = wrong.endsWith("部") && text.startsWith("门", at + wrong.length());
        return !right && !kind;
    }

    /** Where it stands next, from {@code from}; -1 when nowhere. */
    public int in(String text, int from) {
        int at = text.indexOf(wrong, from);
        while (at >= 0 && !standsAt(text, at)) {
            at = text.indexOf(wrong, at + 1);
        }
        return at;
    }
}
