package org.yangguang.request;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yangguang.account.Officer;
import org.yangguang.account.Permissions;
import org.yangguang.account.Role;
import org.yangguang.audit.AuditTrail;
import org.yangguang.organ.OrganId;
import org.yangguang.platform.Sm3;
import org.yangguang.request.internal.ApplicantTable;
import org.yangguang.request.internal.CaseRules;
import org.yangguang.request.internal.CaseRules.Dating;
import org.yangguang.request.internal.CaseTable;
import org.yangguang.request.internal.CaseTable.Registered;
import org.yangguang.request.internal.EventTable;
import org.yangguang.request.internal.Fold;
import org.yangguang.request.internal.IntakeRules;
import org.yangguang.request.internal.Json;
import org.yangguang.request.internal.QueryCodes;
import org.yangguang.request.internal.ReplyDrafts;

/**
 * Applications for disclosure: the way in for officers, applicants and the program.
 *
 * <p>Every step is an event, an entry of the audit chain and a new line for the lists, in one transaction. A refusal changes nothing but is audited;
 * it gives every reason at once.
 */
@Service
public class Requests {

    private static final String APPLICANT = "applicant";
    private static final Role[] ROLES = {
        Role.HANDLER, Role.SECRECY_OFFICER, Role.LEADER, Role.DISCLOSURE_OFFICE, Role.DISTRICT_OFFICE
    };
    private static final Role[] INTAKE = {Role.HANDLER, Role.DISCLOSURE_OFFICE, Role.DISTRICT_OFFICE};

    private final CaseTable cases;
    private final EventTable events;
    private final ApplicantTable applicants;
    private final ReplyDrafts drafts;
    private final IntakeRules intakeRules;
    private final CaseRules caseRules;
    private final RequestRules rules;
    private final RequestClock requestClock;
    private final QueryCodes codes;
    private final Permissions permissions;
    private final AuditTrail audit;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    Requests(
            CaseTable cases,
            EventTable events,
            ApplicantTable applicants,
            ReplyDrafts drafts,
            IntakeRules intakeRules,
            CaseRules caseRules,
            RequestRules rules,
            RequestClock requestClock,
            QueryCodes codes,
            Permissions permissions,
            AuditTrail audit,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.cases = cases;
        this.events = events;
        this.applicants = applicants;
        this.drafts = drafts;
        this.intakeRules = intakeRules;
        this.caseRules = caseRules;
        this.rules = rules;
        this.requestClock = requestClock;
        this.codes = codes;
        this.permissions = permissions;
        this.audit = audit;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** Registers what an officer takes in at counter, from a letter, a fax, or in the applicant's own spoken words. */
    @Transactional
    public Receipt receive(Officer officer, Intake intake) {
        return receive(officer, intake, List.of());
    }

    /** As above; {@code found} is what the form itself found wrong, and with anything in it nothing is registered. */
    @Transactional
    public Receipt receive(Officer officer, Intake intake, List<Reason> found) {
        List<Reason> reasons = new ArrayList<>(found);
        if (!organs(officer, INTAKE).contains(intake.organ())) {
            reasons.add(Reason.at("organ", "request.refused.intakeOrgan"));
        }
        if (!reasons.isEmpty()) {
            reasons.addAll(intakeRules.against(intake));
            return refused(officer.login(), reasons, intake);
        }
        return register(By.officer(officer), officer.login(), intake, Texts.NONE);
    }

    /** Registers what an applicant sends from the public pages. */
    @Transactional
    public Receipt receiveFromPublic(Intake intake) {
        return receiveFromPublic(intake, Texts.NONE);
    }

    /** As above, with what they say beside it: why a fee is to be reduced, what help they need. */
    @Transactional
    public Receipt receiveFromPublic(Intake intake, Texts beside) {
        return register(By.APPLICANT, APPLICANT, intake, beside);
    }

    /** Every reason for which the application would not be registered. */
    public List<Reason> against(Intake intake) {
        return intakeRules.against(intake);
    }

    /** Records that an application from the public pages was refused. */
    @Transactional
    public Receipt refuseFromPublic(Intake intake, List<Reason> reasons) {
        return refused(APPLICANT, reasons, intake);
    }

    /**
     * Does what the officer wants, or refuses it with every reason.
     *
     * @param version version of the case that the officer had before them; when it has changed since, nothing is done
     */
    @Transactional
    public Outcome act(Officer officer, CaseId id, int version, Act act) {
        return act(officer, id, version, act, Dating.RECENT);
    }

    /** Records that what an officer filled in was no act. */
    @Transactional
    public void refuse(Officer officer, CaseId id, Action action, List<Reason> reasons) {
        refused(officer.login(), id, action, reasons);
    }

    /** As {@link #act}, for what happened longer ago and is taken over from paper or another system. */
    @Transactional
    public Outcome takeOver(Officer officer, CaseId id, int version, Act act) {
        return act(officer, id, version, act, Dating.FROM_PAPER);
    }

    /** What the applicant does, known by their query code: corrects, gives reasons, withdraws, remarks. */
    @Transactional
    public Outcome actByApplicant(CaseId id, Act act) {
        return act(Who.APPLICANT, By.APPLICANT, APPLICANT, id, act);
    }

    /** What somebody answers who was asked for an opinion, known by the code on the letter. */
    @Transactional
    public Outcome actByConsulted(CaseId id, Act act) {
        return act(Who.CONSULTED, By.CONSULTED, "consulted", id, act);
    }

    /** What the applicant may do now. */
    @Transactional(readOnly = true)
    public List<Action> offeredToApplicant(Case known) {
        return Arrays.stream(Action.values())
                .filter(action ->
                        caseRules.against(Who.APPLICANT, known, action).isEmpty())
                .toList();
    }

    private Outcome act(Who who, By by, String actor, CaseId id, Act act) {
        Optional<Registered> locked = cases.lock(id);
        if (locked.isEmpty()) {
            return Outcome.refused(Reason.of("request.refused.unknown"));
        }
        Case known = fold(locked.get());
        List<Reason> reasons = caseRules.against(who, known, act);
        return reasons.isEmpty()
                ? record(by, actor, known, act)
                : refused(actor, id, act.step().action(), reasons);
    }

    private Outcome act(Officer officer, CaseId id, int version, Act act, Dating dating) {
        Optional<Registered> locked = cases.lock(id);
        if (locked.isEmpty()) {
            return Outcome.refused(Reason.of("request.refused.unknown"));
        }
        Case known = fold(locked.get());
        if (!mayRead(officer, known)) {
            return refused(officer.login(), id, act.step().action(), List.of(Reason.of("request.refused.unknown")));
        }
        if (known.version() != version) {
            return refused(officer.login(), id, act.step().action(), List.of(stale(officer, known)));
        }
        List<Reason> reasons = caseRules.against(officer, known, drafts.writers(id), act, dating);
        return reasons.isEmpty()
                ? record(By.officer(officer), officer.login(), known, act)
                : refused(officer.login(), id, act.step().action(), reasons);
    }

    /** The case as its events leave it. */
    @Transactional(readOnly = true)
    public Optional<Case> find(CaseId id) {
        return cases.find(id).map(this::fold);
    }

    /** Finds a case by what the applicant was given; empty for anything else. */
    @Transactional(readOnly = true)
    public Optional<CaseId> byQueryCode(String number, String code) {
        return cases.byCode(number.strip(), QueryCodes.hash(code));
    }

    /** What was asked for, and how. */
    @Transactional(readOnly = true)
    public Optional<Wanted> wanted(CaseId id) {
        return cases.sheet(id).map(CaseTable.Sheet::wanted);
    }

    /** Everything that happened, in order. */
    @Transactional(readOnly = true)
    public List<CaseEvent> history(CaseId id) {
        return events.of(id);
    }

    /** The words beside an event; they may name people: record the reading ({@code AuditTrail.recordReading}) before showing names. */
    @Transactional(readOnly = true)
    public Texts texts(CaseId id, int event) {
        return events.texts(id, event);
    }

    /** Who applies; empty when that was erased. Record the reading before showing more than a mask. */
    @Transactional(readOnly = true)
    public Optional<Applicant> applicant(CaseId id) {
        return applicants.find(id);
    }

    /** The reply that was served, or the one that is under review; empty while there is none. */
    @Transactional(readOnly = true)
    public Optional<ReplyContent> reply(Case known) {
        int event = known.result() != null
                ? known.result().reply()
                : known.reply() == null ? 0 : known.reply().event();
        return event == 0
                ? Optional.empty()
                : Optional.ofNullable(events.texts(known.id(), event).reply());
    }

    /** Whether the officer may know of the case at all: a role in the organ that has it, or above it. */
    public boolean mayRead(Officer officer, Case known) {
        return organs(officer, ROLES).contains(known.organ());
    }

    /** Organs whose cases the officer may see. */
    public Set<OrganId> organsOf(Officer officer) {
        return organs(officer, ROLES);
    }

    /** Organs for which the officer may take applications in. */
    public Set<OrganId> intakeOrgans(Officer officer) {
        return organs(officer, INTAKE);
    }

    /** Actions that a page may offer the officer now. */
    @Transactional(readOnly = true)
    public List<Action> offered(Officer officer, Case known) {
        return Arrays.stream(Action.values())
                .filter(action -> caseRules
                        .against(officer, known, drafts.writers(known.id()), action)
                        .isEmpty())
                .toList();
    }

    /** Saves what a handler is writing; refused when somebody else saved meanwhile. */
    @Transactional
    public Outcome saveDraft(Officer officer, CaseId id, int draftVersion, ReplyContent content) {
        Optional<Case> found = cases.lock(id).map(this::fold).filter(known -> mayRead(officer, known));
        if (found.isEmpty()) {
            return Outcome.refused(Reason.of("request.refused.unknown"));
        }
        Case known = found.get();
        if (known.state() != CaseState.IN_HAND || !permissions.holds(officer, Role.HANDLER, known.organ())) {
            return Outcome.refused(Reason.of("request.refused.draftNow"));
        }
        if (!drafts.save(id, draftVersion, content, officer, clock.instant())) {
            return Outcome.refused(Reason.of("request.refused.draftStale"));
        }
        audit.record(officer.login(), "case.reply-drafted", subject(id), null, Json.write(content));
        return new Outcome.Done(id, known.state(), known.version());
    }

    private Receipt register(By by, String actor, Intake intake, Texts beside) {
        cases.lockSubmission(intake.submission());
        Optional<Registered> before = cases.bySubmission(intake.submission());
        if (before.isPresent()) {
            return new Receipt.AlreadyReceived(before.get().id(), before.get().number());
        }
        List<Reason> reasons = intakeRules.against(intake);
        if (!reasons.isEmpty()) {
            return refused(actor, reasons, intake);
        }
        Instant now = clock.instant();
        String code = codes.issue();
        CaseId id = cases.nextId();
        String number = cases.nextNumber(intake.arrivedOn().getYear());
        cases.insert(id, number, intake, QueryCodes.hash(code), now);
        applicants.insert(id, intake.applicant());
        Step.Receive step =
                new Step.Receive(intake.channel(), intake.arrivedOn(), intake.confirmedOn(), intake.organ());
        CaseEvent event = new CaseEvent(1, intake.arrivedOn(), now, by, step);
        events.add(id, event, beside);
        Case known = Fold.of(id, number, List.of(event), rules);
        cases.derive(known, requestClock.reckon(known));
        audit.record(
                actor,
                "case.received",
                subject(id),
                null,
                number + Json.write(step) + intake.wanted().title());
        publisher.publishEvent(new CaseReceived(id, number, intake.organ(), intake.channel(), intake.arrivedOn()));
        return new Receipt.Received(id, number, code, known.state(), known.version());
    }

    private Outcome record(By by, String actor, Case known, Act act) {
        Instant now = clock.instant();
        Step step =
                act.step() instanceof Step.SubmitReply submitted && act.texts().reply() != null
                        ? new Step.SubmitReply(
                                submitted.kind(), Sm3.hex(Json.write(act.texts().reply())), submitted.withheld())
                        : act.step();
        CaseEvent event = new CaseEvent(known.version() + 1, act.on(), now, by, step);
        Transition transition = Transitions.of(known.state(), step.action(), Fold.when(step, known))
                .orElseThrow();
        events.add(known.id(), event, act.texts());
        Case after = fold(new Registered(known.id(), known.number()));
        cases.derive(after, requestClock.reckon(after));
        audit.record(
                actor,
                transition.event(),
                subject(known.id()),
                known.state() + " " + known.version(),
                after.state() + " " + after.version() + " " + Json.write(step) + Json.write(act.texts()));
        publisher.publishEvent(
                new CaseMoved(known.id(), known.number(), after.organ(), step.action(), after.state(), act.on()));
        Case.Result result = after.result();
        if (result != null && known.result() == null) {
            publisher.publishEvent(
                    new CaseClosed(known.id(), known.number(), after.organ(), result.kind(), result.on()));
        }
        return new Outcome.Done(after.id(), after.state(), after.version());
    }

    private Outcome refused(String actor, CaseId id, Action action, List<Reason> reasons) {
        audit.record(
                actor,
                "case.refused",
                subject(id),
                null,
                action + " " + reasons.stream().map(Reason::key).toList());
        return new Outcome.Refused(List.copyOf(reasons));
    }

    private Receipt refused(String actor, List<Reason> reasons, Intake intake) {
        audit.record(
                actor,
                "case.intake-refused",
                "organ.organ:" + intake.organ().value(),
                null,
                intake.channel() + " " + reasons.stream().map(Reason::key).toList());
        return new Receipt.Refused(List.copyOf(reasons));
    }

    private Reason stale(Officer officer, Case known) {
        List<CaseEvent> history = events.of(known.id());
        CaseEvent last = history.get(history.size() - 1);
        return last.by().account().equals(officer.id())
                ? Reason.of("request.refused.staleByYou", last.step().action(), last.at(), known.state())
                : Reason.of("request.refused.staleBy", last.by(), last.step().action(), last.at(), known.state());
    }

    private Case fold(Registered registered) {
        return Fold.of(registered.id(), registered.number(), events.of(registered.id()), rules);
    }

    private Set<OrganId> organs(Officer officer, Role... roles) {
        return permissions.organsWith(officer, roles);
    }

    private static String subject(CaseId id) {
        return "request.application:" + id.value();
    }

    /** The day it is now, where the program is. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }
}
