package org.yangguang.request;

import java.time.LocalDate;

/**
 * What somebody wants to do to a case.
 *
 * @param on the legal date: when the letter was posted, the opinion came in
 */
public record Act(LocalDate on, Step step, Texts texts) {

    public static Act of(LocalDate on, Step step) {
        return new Act(on, step, Texts.NONE);
    }

    public static Act of(LocalDate on, Step step, String words) {
        return new Act(on, step, Texts.words(words));
    }

    /** Third parties and other organs are asked by name. */
    public static Act consult(LocalDate on, ConsultationKind kind, String party, String words) {
        return new Act(on, new Step.Consult(kind), Texts.party(party, words));
    }

    /** Hands a draft in for review. */
    public static Act reply(LocalDate on, ReplyContent content) {
        return new Act(
                on, new Step.SubmitReply(content.kind(), "", content.withheld().size()), Texts.reply(content));
    }
}
