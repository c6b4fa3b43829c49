package org.yangguang.request;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yangguang.organ.Organ;
import org.yangguang.organ.OrganKind;
import org.yangguang.organ.Organs;

/**
 * The paragraph on remedies (救济途径), right for the kind of reply and the day it is given.
 *
 * <p>Until the end of 2023: reconsideration within 60 days or a suit within six months, as the addressee likes (Administrative Reconsideration Law; Administrative
 * Procedure Law Art. 46). From 1 January 2024 a refusal goes to reconsideration first, and the reply must say so (Administrative Reconsideration Law 2023 Art. 23(1)(4) and
 * (2)); 法释〔2025〕8号 Art. 1 confines this to refusals under Articles 14, 15 and 16 of the Regulations. After reconsideration the suit is brought within 15 days
 * (Administrative Procedure Law Art. 45).
 */
@Component
public class RemedyNotice {

    private static final LocalDate RECONSIDERATION_FIRST = LocalDate.of(2024, 1, 1);
    private static final Set<ReplyKind> ARTICLES_14_TO_16 = EnumSet.of(
            ReplyKind.STATE_SECRET,
            ReplyKind.OTHER_LAW,
            ReplyKind.SECURITY_AND_STABILITY,
            ReplyKind.TRADE_SECRET,
            ReplyKind.PRIVACY,
            ReplyKind.INTERNAL_AFFAIRS,
            ReplyKind.INFORMATION_IN_PROCESS,
            ReplyKind.ENFORCEMENT_FILE);

    private final Organs organs;
    private final LetterProperties properties;

    RemedyNotice(Organs organs, LetterProperties properties) {
        this.organs = organs;
        this.properties = properties;
    }

    /** Whether a suit is possible only after reconsideration. */
    public boolean reconsiderationFirst(ReplyKind kind, LocalDate on) {
        boolean refused = ARTICLES_14_TO_16.contains(kind)
                || kind == ReplyKind.GRANTED_IN_PART && properties.reconsiderationFirstInPart();
        return refused && !on.isBefore(RECONSIDERATION_FIRST);
    }

    /** The paragraph of a letter that {@code organ} gives on {@code on}. */
    public String of(ReplyKind kind, LocalDate on, Organ organ) {
        String above = above(organ, on);
        String court = properties.court().isBlank() ? "有管辖权的人民法院" : properties.court();
        if (reconsiderationFirst(kind, on)) {
            String what = kind == ReplyKind.GRANTED_IN_PART ? "本告知书中不予公开的部分" : "本告知书";
            return "如不服" + what + "，依据《中华人民共和国行政复议法》第二十三条的规定，应当自收到本告知书之日起60日内先向" + above
                    + "申请行政复议；对行政复议决定不服的，可以自收到行政复议决定书之日起15日内向" + court + "提起行政诉讼。";
        }
        return "如不服本告知书，可以自收到本告知书之日起60日内向" + above + "申请行政复议，或者自收到本告知书之日起6个月内向" + court + "提起行政诉讼。";
    }

    /** A department's acts went to its government or the department above until 2023; since then to its government. */
    private String above(Organ organ, LocalDate on) {
        if (!properties.reconsiderationOrgan().isBlank()) {
            return properties.reconsiderationOrgan();
        }
        Organ government = governmentAbove(organ);
        if (government == null) {
            return "上一级人民政府";
        }
        return on.isBefore(RECONSIDERATION_FIRST) && organ.kind() == OrganKind.DEPARTMENT
                ? government.name() + "或者上一级主管部门"
                : government.name();
    }

    private @Nullable Organ governmentAbove(Organ organ) {
        Organ above =
                organ.parent() == null ? null : organs.find(organ.parent()).orElse(null);
        while (above != null && above.kind() != OrganKind.GOVERNMENT) {
            above = above.parent() == null ? null : organs.find(above.parent()).orElse(null);
        }
        return above;
    }
}
