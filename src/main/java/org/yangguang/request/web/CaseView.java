package org.yangguang.request.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yangguang.account.Officer;
import org.yangguang.organ.Organ;
import org.yangguang.request.Action;
import org.yangguang.request.Applicant;
import org.yangguang.request.Case;
import org.yangguang.request.CaseEvent;
import org.yangguang.request.ClockDay;
import org.yangguang.request.Reckoning;
import org.yangguang.request.ReplyContent;
import org.yangguang.request.Texts;
import org.yangguang.request.Wanted;
import org.yangguang.request.internal.NearDuplicates;
import org.yangguang.request.internal.ReplyCopies;

/**
 * All that a case page shows.
 *
 * @param applicant masked unless {@code unmasked}; null when it was erased
 * @param handlers who can be given the case
 * @param targets organs to which it can be transferred
 */
public record CaseView(
        Case known,
        Wanted wanted,
        @Nullable Applicant applicant,
        boolean unmasked,
        Reckoning reckoning,
        List<ClockDay> days,
        List<Line> history,
        List<Asked> consultations,
        List<Action> offered,
        List<NearDuplicates.Earlier> earlier,
        @Nullable ReplyContent reply,
        List<ReplyCopies.ReplyFile> replyFiles,
        List<String> files,
        List<Officer> handlers,
        List<Organ> targets) {

    /** One event with its words. */
    public record Line(CaseEvent event, Texts texts, boolean late) {}

    /** One consultation with the name of who was asked, and the last day for the answer. */
    public record Asked(
            Case.Consultation consultation,
            String party,
            @Nullable LocalDate until) {}

    public boolean may(Action action) {
        return offered.contains(action);
    }

    public String path(Action action) {
        return ActForm.path(action);
    }
}
