package org.yangguang.request;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContext;
import org.yangguang.account.Officer;
import org.yangguang.account.Role;
import org.yangguang.organ.Organ;
import org.yangguang.request.internal.ReplyCopies;
import org.yangguang.testing.Officers;
import org.yangguang.testing.TestOrgans;

/** An organ of its own with an officer for each role, and cases taken as far as a test wants them. */
public final class Desk {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    public final Organ organ;
    private final Officers officers;
    private final Requests requests;
    private final ReplyCopies copies;
    private final Map<Role, Officer> people = new HashMap<>();

    private Desk(ApplicationContext context, Organ organ) {
        this.organ = organ;
        this.officers = context.getBean(Officers.class);
        this.requests = context.getBean(Requests.class);
        this.copies = context.getBean(ReplyCopies.class);
    }

    public static Desk open(ApplicationContext context) {
        return new Desk(context, context.getBean(TestOrgans.class).root());
    }

    public static Desk below(ApplicationContext context, Organ parent) {
        return new Desk(context, context.getBean(TestOrgans.class).below(parent));
    }

    public Officer officer(Role role) {
        return people.computeIfAbsent(role, wanted -> officers.in(organ.id(), wanted));
    }

    public Officer handler() {
        return officer(Role.HANDLER);
    }

    public Officer office() {
        return officer(Role.DISCLOSURE_OFFICE);
    }

    public static Applicant person() {
        int number = NUMBERS.incrementAndGet();
        return Applicant.of(
                ApplicantKind.PERSON, "申请人" + number, "TEST-ID-" + number, "1390000" + number, "示例路" + number + "号");
    }

    public Intake letter(LocalDate arrivedOn) {
        return Intake.of(
                organ.id(),
                Channel.REGISTERED_LETTER,
                arrivedOn,
                person(),
                Wanted.of("房屋征收补偿方案" + NUMBERS.incrementAndGet(), ""),
                "form-" + NUMBERS.incrementAndGet() + "-" + System.identityHashCode(this));
    }

    public Receipt.Received received(Intake intake) {
        Receipt receipt = requests.receive(handler(), intake);
        if (receipt instanceof Receipt.Received received) {
            return received;
        }
        throw new AssertionError("refused: " + receipt);
    }

    /** Received by letter and assigned to the handler on the same day. */
    public Case inHand(LocalDate receivedOn) {
        Case known = requests.find(received(letter(receivedOn)).id()).orElseThrow();
        return done(
                office(),
                known,
                Act.of(
                        receivedOn,
                        new Step.Assign("法制科", handler().id(), handler().name())));
    }

    public Case done(Officer officer, Case known, Act act) {
        Outcome outcome = requests.takeOver(officer, known.id(), known.version(), act);
        if (outcome instanceof Outcome.Refused refused) {
            throw new AssertionError(act.step() + " was refused: " + refused.reasons());
        }
        return requests.find(known.id()).orElseThrow();
    }

    public List<String> refused(Officer officer, Case known, Act act) {
        Outcome outcome = requests.takeOver(officer, known.id(), known.version(), act);
        if (outcome instanceof Outcome.Refused refused) {
            return refused.reasons().stream().map(Reason::key).toList();
        }
        throw new AssertionError(act.step() + " was done");
    }

    public static ReplyContent granted() {
        return ReplyContent.of(ReplyKind.GRANTED_IN_FULL, "第三十六条第（二）项", "", "您申请的信息现予公开，见附件。");
    }

    /** As far as the leader's approval. */
    public Case approved(Case known, LocalDate on, ReplyContent reply) {
        boolean asked = known.consultations().stream().anyMatch(each -> each.kind() == ConsultationKind.THIRD_PARTY);
        ReplyContent complete = reply.protectsThirdParty() && !asked ? reply.unconsulted("第三方下落不明，经公告仍无法联系") : reply;
        copies.make(known.id(), complete.files());
        Case submitted = done(handler(), known, Act.reply(on, complete));
        Case cleared = done(officer(Role.SECRECY_OFFICER), submitted, Act.of(on, new Step.ClearReply(), "不涉密"));
        return done(officer(Role.LEADER), cleared, Act.of(on, new Step.ApproveReply(), "同意"));
    }

    public Case served(Case known, LocalDate on, ReplyContent reply) {
        return done(handler(), approved(known, on, reply), Act.of(on, new Step.Serve(ServiceMethod.POST)));
    }
}
