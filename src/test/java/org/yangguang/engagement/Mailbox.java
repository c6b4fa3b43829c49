package org.yangguang.engagement;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.yangguang.account.Officer;
import org.yangguang.account.Role;
import org.yangguang.organ.Organ;
import org.yangguang.organ.OrganId;
import org.yangguang.site.FormVerdict;
import org.yangguang.testing.Officers;
import org.yangguang.testing.TestOrgans;

/** A government with two departments and the people who answer letters there. */
final class Mailbox {

    final Organ government;
    final Organ department;
    final Organ other;
    final Officer district;
    final Officer handler;
    final Officer leader;
    final Officer office;
    final Officer stranger;
    final Letters letters;

    private Mailbox(ApplicationContext context) {
        TestOrgans organs = context.getBean(TestOrgans.class);
        Officers officers = context.getBean(Officers.class);
        government = organs.root();
        department = organs.below(government);
        other = organs.below(government);
        district = officers.in(government.id(), Role.DISTRICT_OFFICE);
        handler = officers.in(department.id(), Role.HANDLER);
        leader = officers.in(department.id(), Role.LEADER);
        office = officers.in(department.id(), Role.DISCLOSURE_OFFICE);
        stranger = officers.in(other.id(), Role.HANDLER, Role.DISCLOSURE_OFFICE);
        letters = context.getBean(Letters.class);
    }

    static Mailbox open(ApplicationContext context) {
        return new Mailbox(context);
    }

    static NewLetter letter(OrganId organ, String title, String text) {
        return letter(organ, title, text, Writer.NOBODY);
    }

    static NewLetter letter(@Nullable OrganId organ, String title, String text, Writer writer) {
        return new NewLetter(LetterKind.CONSULTATION, Origin.WEB, organ, title, text, "", writer, true);
    }

    Letter written(String title, String text) {
        return written(letter(department.id(), title, text));
    }

    Letter written(NewLetter letter) {
        return sent(letter, new FormVerdict.Admitted("form " + UUID.randomUUID()));
    }

    Letter sent(NewLetter letter, FormVerdict.Admitted form) {
        String number = letters.receiveFromPublic(letter, form).value();
        return letters.byCode(number, letters.codeOf(form.token())).orElseThrow();
    }

    Letter assigned(Letter letter) {
        return letters.act(
                        office, letter.id(), letter.version(), LetterStep.to(LetterAction.ASSIGN, letter.organ(), ""))
                .value();
    }

    Letter answered(Letter letter, String reply) {
        Letter inHand = letter.state() == LetterState.RECEIVED ? assigned(letter) : letter;
        letters.saveReply(handler, inHand.id(), letters.reply(inHand.id()).version(), reply)
                .value();
        Letter submitted = letters.act(handler, inHand.id(), inHand.version(), LetterStep.of(LetterAction.SUBMIT_REPLY))
                .value();
        return letters.act(leader, submitted.id(), submitted.version(), LetterStep.of(LetterAction.APPROVE_REPLY))
                .value();
    }

    Letter published(Letter letter, String title, String question, String answer) {
        return letters.act(
                        office,
                        letter.id(),
                        letter.version(),
                        LetterStep.publish(new LetterStep.Shown(title, question, answer, "")))
                .value();
    }

    static List<String> keys(Outcome<?> outcome) {
        return ((Outcome.Refused<?>) outcome)
                .reasons().stream().map(Reason::key).toList();
    }
}
