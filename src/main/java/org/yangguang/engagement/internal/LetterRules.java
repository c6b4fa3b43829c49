package org.yangguang.engagement.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yangguang.account.Officer;
import org.yangguang.account.Permissions;
import org.yangguang.account.Role;
import org.yangguang.engagement.Letter;
import org.yangguang.engagement.LetterAction;
import org.yangguang.engagement.LetterKind;
import org.yangguang.engagement.LetterReply;
import org.yangguang.engagement.LetterStep;
import org.yangguang.engagement.LetterTransition;
import org.yangguang.engagement.LetterTransitions;
import org.yangguang.engagement.NewLetter;
import org.yangguang.engagement.PublicText;
import org.yangguang.engagement.Reason;
import org.yangguang.engagement.Writer;
import org.yangguang.notify.Message;
import org.yangguang.notify.Messages;
import org.yangguang.organ.Organ;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.Organs;

/** What speaks against taking a letter in, and against a step; always every reason. */
@Component
public class LetterRules {

    public static final int LONGEST_TITLE = 100;
    public static final int SHORTEST_TEXT = 5;
    public static final int LONGEST_TEXT = 4_000;
    public static final int LONGEST_NOTE = 1_000;
    public static final int LONGEST_PERSON = 100;
    public static final int SHORTEST_REASON = 4;
    private static final int MANY_LINKS = 3;
    private static final Pattern LINK = Pattern.compile("(?i)https?://|www\\.|\\[url");
    private static final Pattern OWN_PAGE = Pattern.compile("/(?!/)[^\\s<>\"'\\\\]{0,300}");
    private static final Pattern PHONE = Pattern.compile("[0-9+()（）\\- ]{5,20}");

    private final Permissions permissions;
    private final Organs organs;
    private final LetterTable letters;

    LetterRules(Permissions permissions, Organs organs, LetterTable letters) {
        this.permissions = permissions;
        this.organs = organs;
        this.letters = letters;
    }

    public List<Reason> against(NewLetter letter) {
        List<Reason> reasons = new ArrayList<>();
        if (letter.kind() == null) {
            reasons.add(Reason.at("kind", "engagement.refused.kind"));
        }
        if (letter.title().isBlank() || letter.title().length() > LONGEST_TITLE) {
            reasons.add(Reason.at("title", "engagement.refused.title", LONGEST_TITLE));
        }
        if (letter.text().strip().length() < SHORTEST_TEXT || letter.text().length() > LONGEST_TEXT) {
            reasons.add(Reason.at("text", "engagement.refused.text", SHORTEST_TEXT, LONGEST_TEXT));
        }
        if (letter.kind() == LetterKind.ERROR_REPORT && letter.page().isBlank()) {
            reasons.add(Reason.at("page", "engagement.refused.pageMissing"));
        } else if (!letter.page().isBlank() && !OWN_PAGE.matcher(letter.page()).matches()) {
            reasons.add(Reason.at("page", "engagement.refused.page"));
        }
        if (letter.organ() != null
                && organs.find(letter.organ()).filter(Organ::open).isEmpty()) {
            reasons.add(Reason.at("organ", "engagement.refused.organ"));
        }
        against(letter.writer(), reasons);
        return reasons;
    }

    private static void against(Writer writer, List<Reason> reasons) {
        if (writer.name().length() > LONGEST_PERSON || writer.address().length() > 2 * LONGEST_PERSON) {
            reasons.add(Reason.at("name", "engagement.refused.personLong", LONGEST_PERSON));
        }
        if (!writer.phone().isEmpty() && !PHONE.matcher(writer.phone()).matches()) {
            reasons.add(Reason.at("phone", "engagement.refused.phone"));
        }
        if (!writer.email().isEmpty() && !Messages.deliverable(Message.Way.EMAIL, writer.email())) {
            reasons.add(Reason.at("email", "engagement.refused.email"));
        }
    }

    /** Whether it looks like an advertisement. */
    public static boolean advertising(NewLetter letter) {
        return LINK.matcher(letter.text() + " " + letter.title()).results().count() >= MANY_LINKS;
    }

    /** The office that distributes letters which are addressed to nobody. */
    public Optional<OrganId> distributing() {
        return organs.all().stream()
                .filter(organ -> organ.open() && organ.parent() == null)
                .map(Organ::id)
                .findFirst();
    }

    public List<Reason> against(Officer officer, Letter letter, LetterAction action, LetterReply reply) {
        List<Reason> reasons = new ArrayList<>();
        Optional<LetterTransition> transition = LetterTransitions.of(letter.state(), action);
        if (transition.isEmpty()) {
            reasons.add(Reason.of("engagement.refused.now", action, letter.state()));
        } else if (!permissions
                .organsWith(officer, transition.get().who().toArray(Role[]::new))
                .contains(letter.organ())) {
            reasons.add(Reason.of(
                    "engagement.refused.role", action, transition.get().who()));
        }
        boolean wrote = reply.writers().contains(officer.id().value());
        if (action == LetterAction.APPROVE_REPLY && wrote) {
            reasons.add(Reason.of("engagement.refused.ownReply"));
        }
        if (action == LetterAction.PUBLISH && wrote) {
            reasons.add(Reason.of("engagement.refused.ownPublication"));
        }
        if (action == LetterAction.PUBLISH && !letter.mayPublish()) {
            reasons.add(Reason.of("engagement.refused.noConsent"));
        }
        if (action == LetterAction.SUBMIT_REPLY && reply.text().isBlank()) {
            reasons.add(Reason.of("engagement.refused.noReply"));
        }
        return reasons;
    }

    /** @param target letter with which it is to be merged */
    public List<Reason> against(
            Officer officer,
            Letter letter,
            LetterStep step,
            LetterReply reply,
            @Nullable Letter target,
            Writer writer) {
        List<Reason> reasons = against(officer, letter, step.action(), reply);
        if (step.note().length() > LONGEST_NOTE) {
            reasons.add(Reason.at("note", "engagement.refused.noteLong", LONGEST_NOTE));
        }
        switch (step.action()) {
            case ASSIGN, TRANSFER -> {
                if (step.organ() == null
                        || organs.find(step.organ()).filter(Organ::open).isEmpty()) {
                    reasons.add(Reason.at("organ", "engagement.refused.organ"));
                } else if (step.action() == LetterAction.TRANSFER
                        && step.organ().equals(letter.organ())) {
                    reasons.add(Reason.at("organ", "engagement.refused.sameOrgan"));
                }
                needsNote(step, step.action() == LetterAction.TRANSFER, reasons);
            }
            case RETURN_REPLY, MARK_SPAM, WITHDRAW, NOTE -> needsNote(step, true, reasons);
            case MERGE -> merge(letter, target, reasons);
            case PUBLISH -> publish(step, writer, reasons);
            default -> {}
        }
        return reasons;
    }

    private static void needsNote(LetterStep step, boolean needed, List<Reason> reasons) {
        if (needed && step.note().isBlank()) {
            reasons.add(Reason.at("note", "engagement.refused.note"));
        }
    }

    private void merge(Letter letter, @Nullable Letter target, List<Reason> reasons) {
        if (target == null || target.id() == letter.id()) {
            reasons.add(Reason.at("into", "engagement.refused.mergeUnknown"));
            return;
        }
        if (!target.state().open() && target.repliedOn() == null) {
            reasons.add(Reason.at("into", "engagement.refused.mergeClosed", target.state()));
        }
        if (target.receivedAt().isAfter(letter.receivedAt())) {
            reasons.add(Reason.at("into", "engagement.refused.mergeLater", target.number()));
        }
        if (!letters.mergedInto(letter.id()).isEmpty()) {
            reasons.add(Reason.at("into", "engagement.refused.mergeChain"));
        }
    }

    private static void publish(LetterStep step, Writer writer, List<Reason> reasons) {
        LetterStep.Shown shown = step.shown();
        if (shown == null
                || shown.title().isBlank()
                || shown.question().isBlank()
                || shown.answer().isBlank()) {
            reasons.add(Reason.of("engagement.refused.shownMissing"));
            return;
        }
        if (shown.title().length() > LONGEST_TITLE
                || shown.question().length() > 2 * LONGEST_TEXT
                || shown.answer().length() > 2 * LONGEST_TEXT) {
            reasons.add(Reason.of("engagement.refused.shownLong", LONGEST_TITLE, 2 * LONGEST_TEXT));
        }
        List<PublicText.Found> found = PublicText.in(shown, writer);
        if (!found.isEmpty() && shown.keptBecause().strip().length() < SHORTEST_REASON) {
            found.forEach(each ->
                    reasons.add(Reason.at(each.place(), "engagement.refused.personal." + each.place(), each.shown())));
        }
    }
}
