package org.yangguang.engagement.internal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yangguang.account.Officer;
import org.yangguang.account.Permissions;
import org.yangguang.account.Role;
import org.yangguang.engagement.Affair;
import org.yangguang.engagement.AffairAction;
import org.yangguang.engagement.AffairContent;
import org.yangguang.engagement.AffairKind;
import org.yangguang.engagement.AffairPart;
import org.yangguang.engagement.AffairState;
import org.yangguang.engagement.AffairTransitions;
import org.yangguang.engagement.ConsultationBasis;
import org.yangguang.engagement.PublicText;
import org.yangguang.engagement.Reason;
import org.yangguang.organ.OrganId;

/** What speaks against an affair, a step and a part; always every reason. */
@Component
public class AffairRules {

    public static final int LONGEST_TITLE = 100;
    public static final int LONGEST_ABOUT = 8_000;
    public static final int LONGEST_TEXT = 20_000;
    public static final int SHORTEST_REASON = 4;
    private static final int LONGEST_LINE = 100;
    private static final int MOST_PARTICIPANTS = 30;
    private static final Pattern ADDRESS =
            Pattern.compile("(https?://[^\\s<>\"']{1,280}|/(?!/)[^\\s<>\"'\\\\]{1,280})");

    private final Permissions permissions;

    AffairRules(Permissions permissions) {
        this.permissions = permissions;
    }

    public boolean holds(Officer officer, Set<Role> roles, OrganId organ) {
        return permissions.organsWith(officer, roles.toArray(Role[]::new)).contains(organ);
    }

    /** What speaks against saving; a draft may be unfinished. */
    public List<Reason> againstDraft(Officer officer, OrganId organ, AffairContent content) {
        List<Reason> reasons = new ArrayList<>();
        if (!holds(officer, AffairTransitions.WORK, organ)) {
            reasons.add(Reason.of("engagement.affair.refused.role", AffairTransitions.WORK));
        }
        if (content.title().isBlank() || content.title().length() > LONGEST_TITLE) {
            reasons.add(Reason.at("title", "engagement.refused.title", LONGEST_TITLE));
        }
        if (content.about().length() > LONGEST_ABOUT) {
            reasons.add(Reason.at("about", "engagement.affair.refused.about", LONGEST_ABOUT));
        }
        boolean longLine = content.place().length() > LONGEST_LINE
                || content.time().length() > LONGEST_LINE
                || content.shortenedBecause().length() > 3 * LONGEST_LINE
                || content.participants().stream()
                        .anyMatch(each -> each.name().length() > LONGEST_LINE
                                || each.post().length() > LONGEST_LINE);
        if (longLine || content.participants().size() > MOST_PARTICIPANTS) {
            reasons.add(Reason.of("engagement.affair.refused.long", LONGEST_LINE, MOST_PARTICIPANTS));
        }
        return reasons;
    }

    public List<Reason> against(Officer officer, Affair affair, AffairAction action, String note) {
        List<Reason> reasons = against(officer, affair, action);
        if ((action == AffairAction.RETURN || action == AffairAction.WITHDRAW) && note.isBlank()) {
            reasons.add(Reason.at("note", "engagement.refused.note"));
        }
        if (action == AffairAction.SUBMIT || action == AffairAction.PUBLISH) {
            unfinished(affair, reasons);
        }
        return reasons;
    }

    /** What speaks against the action itself, before anything is filled in. */
    public List<Reason> against(Officer officer, Affair affair, AffairAction action) {
        List<Reason> reasons = new ArrayList<>();
        Optional<AffairTransitions.Move> move = AffairTransitions.of(affair.state(), action);
        if (move.isEmpty()) {
            reasons.add(Reason.of("engagement.affair.refused.now", action, affair.state()));
        } else if (!holds(officer, move.get().who(), affair.organ())) {
            reasons.add(Reason.of("engagement.affair.refused.role", move.get().who()));
        }
        if (action == AffairAction.PUBLISH
                && affair.writers().contains(officer.id().value())) {
            reasons.add(Reason.of("engagement.affair.refused.own"));
        }
        return reasons;
    }

    private static void unfinished(Affair affair, List<Reason> reasons) {
        AffairContent content = affair.content();
        if (content.about().isBlank()) {
            reasons.add(Reason.at("about", "engagement.affair.refused.aboutMissing"));
        }
        if (!PublicText.masked(content.about()).equals(content.about())
                || !PublicText.masked(content.title()).equals(content.title())) {
            reasons.add(Reason.at("about", "engagement.affair.refused.personal"));
        }
        if (affair.kind().meeting()) {
            meeting(content, reasons);
        }
        if (affair.kind() == AffairKind.CONSULTATION || affair.kind() == AffairKind.RATING) {
            period(affair.kind(), content, reasons);
        }
    }

    private static void meeting(AffairContent content, List<Reason> reasons) {
        LocalDate on = content.startsOn();
        if (on == null) {
            reasons.add(Reason.at("startsOn", "engagement.affair.refused.day"));
        }
        if (content.participants().isEmpty()) {
            reasons.add(Reason.at("people", "engagement.affair.refused.people"));
        }
        if (on != null
                && content.questionsUntil() != null
                && content.questionsUntil().isAfter(on)) {
            reasons.add(Reason.at("questionsUntil", "engagement.affair.refused.questions"));
        }
    }

    private static void period(AffairKind kind, AffairContent content, List<Reason> reasons) {
        LocalDate from = content.startsOn();
        LocalDate until = content.endsOn();
        if (from == null || until == null || !until.isAfter(from)) {
            reasons.add(Reason.at("endsOn", "engagement.affair.refused.period"));
            return;
        }
        if (kind == AffairKind.RATING) {
            return;
        }
        ConsultationBasis basis = content.basis();
        if (basis == null) {
            reasons.add(Reason.at("basis", "engagement.affair.refused.basis"));
            return;
        }
        boolean explained =
                basis.shortable() && content.shortenedBecause().strip().length() >= SHORTEST_REASON;
        long days = ChronoUnit.DAYS.between(from, until);
        if (days < basis.days() && !explained) {
            reasons.add(Reason.at("endsOn", "engagement.affair.refused.days." + basis, days, basis.days()));
        }
    }

    /** @param part null parts of it were not filled in */
    public List<Reason> against(Officer officer, Affair affair, AffairPart part, LocalDate today) {
        List<Reason> reasons = new ArrayList<>();
        if (!holds(officer, AffairTransitions.WORK, affair.organ())) {
            reasons.add(Reason.of("engagement.affair.refused.role", AffairTransitions.WORK));
        }
        if (affair.state() != AffairState.PUBLISHED) {
            reasons.add(Reason.of("engagement.affair.refused.notPublished"));
        }
        if (!fits(affair.kind(), part.kind())) {
            reasons.add(Reason.of("engagement.affair.refused.partKind", part.kind(), affair.kind()));
        }
        if (part.kind() == AffairPart.Kind.RESPONSE && part.way() == null) {
            reasons.add(Reason.at("way", "engagement.affair.refused.way"));
        }
        if (part.on().isAfter(today)) {
            reasons.add(Reason.at("on", "engagement.affair.refused.future"));
        }
        if (part.text().isBlank() || part.text().length() > LONGEST_TEXT) {
            reasons.add(Reason.at("partText", "engagement.affair.refused.partText", LONGEST_TEXT));
        }
        if (!PublicText.masked(part.text()).equals(part.text())) {
            reasons.add(Reason.at("partText", "engagement.affair.refused.personal"));
        }
        reference(part, reasons);
        if (part.kind() == AffairPart.Kind.SUMMARY && !affair.overOn(today)) {
            reasons.add(Reason.of("engagement.affair.refused.tooEarly"));
        }
        return reasons;
    }

    private static void reference(AffairPart part, List<Reason> reasons) {
        if (part.reference().isEmpty() && part.kind() == AffairPart.Kind.REPLAY) {
            reasons.add(Reason.at("reference", "engagement.affair.refused.replay"));
        } else if (!part.reference().isEmpty()
                && !ADDRESS.matcher(part.reference()).matches()) {
            reasons.add(Reason.at("reference", "engagement.affair.refused.reference"));
        }
    }

    /** Whether an affair of this kind can have such a part. */
    public static boolean fits(AffairKind affair, AffairPart.@Nullable Kind part) {
        return part != null
                && switch (part) {
                    case RESPONSE -> affair == AffairKind.CONCERN;
                    case RECORD, REPLAY -> affair.meeting();
                    case SUMMARY -> affair == AffairKind.CONSULTATION || affair == AffairKind.RATING;
                };
    }
}
