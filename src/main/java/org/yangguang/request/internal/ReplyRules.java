package org.yangguang.request.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yangguang.request.Case;
import org.yangguang.request.ConsultationKind;
import org.yangguang.request.Opinion;
import org.yangguang.request.Reason;
import org.yangguang.request.ReplyContent;
import org.yangguang.request.ReplyContent.Withheld;
import org.yangguang.request.ReplyKind;

/** What a draft of a reply must have before it is reviewed (2007 Art. 21, 22; 2019 Art. 36, 37). */
@Component
public class ReplyRules {

    private static final int LONGEST = 20_000;
    private static final int LONGEST_FIELD = 300;

    private final ReplyCopies copies;

    ReplyRules(ReplyCopies copies) {
        this.copies = copies;
    }

    /** Adds every reason against the draft. */
    public void against(Case known, ReplyContent reply, List<Reason> reasons) {
        ReplyKind kind = reply.kind();
        if (kind.withoutReply() || kind.article(known.regime()).isEmpty()) {
            reasons.add(Reason.at("kind", "request.refused.replyKind", kind));
        }
        if (reply.article().isBlank()) {
            reasons.add(Reason.at("article", "request.refused.replyArticle"));
        }
        if (kind.needsReason() && reply.reason().isBlank()) {
            reasons.add(Reason.at("reason", "request.refused.replyReason"));
        }
        if (kind == ReplyKind.GRANTED_IN_FULL && reply.reason().isBlank() && objected(known)) {
            reasons.add(Reason.at("reason", "request.refused.grantedAgainstObjection"));
        }
        thirdParty(known, reply, reasons);
        if (kind.needsText() && reply.body().isBlank()) {
            reasons.add(Reason.at("body", "request.refused.replyBody"));
        }
        Reason.tooLong("article", reply.article(), LONGEST_FIELD).ifPresent(reasons::add);
        Reason.tooLong("reason", reply.reason(), LONGEST).ifPresent(reasons::add);
        Reason.tooLong("referral", reply.referral(), LONGEST_FIELD).ifPresent(reasons::add);
        Reason.tooLong("body", reply.body(), LONGEST).ifPresent(reasons::add);
        Reason.tooLong("unconsulted", reply.unconsulted(), LONGEST).ifPresent(reasons::add);
        if (kind == ReplyKind.NOT_THIS_ORGAN && reply.referral().isBlank()) {
            reasons.add(Reason.at("referral", "request.refused.replyReferral"));
        }
        withheld(known, reply, reasons);
        reasons.addAll(copies.against(known.id(), reply.files()));
        if (kind == ReplyKind.STILL_UNCLEAR && known.correction() == null) {
            reasons.add(Reason.at("kind", "request.refused.unclearBeforeCorrection"));
        }
        if (kind == ReplyKind.EXCESSIVE && known.reasons() == null) {
            reasons.add(Reason.at("kind", "request.refused.excessiveBeforeReasons"));
        }
    }

    /**
     * Whose secret or privacy it is must be asked in writing before it is withheld for their sake, and with their consent it is given (2007 Art. 23, 2019 Art. 15,
     * 32). Both can be otherwise – nobody can be reached, others are concerned than those who consent – for a reason that reviewers see.
     */
    private static void thirdParty(Case known, ReplyContent reply, List<Reason> reasons) {
        if (!reply.protectsThirdParty() || !reply.unconsulted().isBlank()) {
            return;
        }
        List<Case.Consultation> asked = known.consultations().stream()
                .filter(each -> each.kind() == ConsultationKind.THIRD_PARTY)
                .toList();
        if (asked.isEmpty()) {
            reasons.add(Reason.at("unconsulted", "request.refused.thirdPartyNotAsked"));
        } else if (asked.stream().allMatch(each -> each.opinion() == Opinion.CONSENT)) {
            reasons.add(Reason.at("unconsulted", "request.refused.thirdPartyConsents"));
        }
    }

    /** What a third party objects to is given only where withholding it would harm the public interest gravely (2007 Art. 23, 2019 Art. 32). */
    private static boolean objected(Case known) {
        return known.consultations().stream()
                .anyMatch(each -> each.kind() == ConsultationKind.THIRD_PARTY && each.opinion() == Opinion.OBJECTION);
    }

    private static void withheld(Case known, ReplyContent reply, List<Reason> reasons) {
        boolean inPart = reply.kind() == ReplyKind.GRANTED_IN_PART;
        if (inPart && reply.withheld().isEmpty()) {
            reasons.add(Reason.at("withheld", "request.refused.nothingWithheld"));
        } else if (!inPart && !reply.withheld().isEmpty()) {
            reasons.add(Reason.at("withheld", "request.refused.withheldElsewhere"));
        }
        for (Withheld part : reply.withheld()) {
            if (part.part().isBlank() || part.reason().isBlank()) {
                reasons.add(Reason.at("withheld", "request.refused.withheldIncomplete"));
            }
            if (!part.ground().withholds()
                    || part.ground().article(known.regime()).isEmpty()) {
                reasons.add(Reason.at("withheld", "request.refused.withheldGround", part.ground()));
            }
        }
    }
}
