package org.yangguang.request;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableList;
import static org.yangguang.request.CaseState.APPROVED;
import static org.yangguang.request.CaseState.AWAITING_CONFIRMATION;
import static org.yangguang.request.CaseState.AWAITING_CORRECTION;
import static org.yangguang.request.CaseState.AWAITING_PAYMENT;
import static org.yangguang.request.CaseState.CLOSED;
import static org.yangguang.request.CaseState.CONSULTING;
import static org.yangguang.request.CaseState.IN_HAND;
import static org.yangguang.request.CaseState.LEADER_REVIEW;
import static org.yangguang.request.CaseState.NEW;
import static org.yangguang.request.CaseState.REGISTERED;
import static org.yangguang.request.CaseState.SECRECY_REVIEW;
import static org.yangguang.request.Transition.When.ALWAYS;
import static org.yangguang.request.Transition.When.LAST_CONSULTATION;
import static org.yangguang.request.Transition.When.OTHER_CONSULTATIONS;
import static org.yangguang.request.Transition.When.RECEIPT_KNOWN;
import static org.yangguang.request.Transition.When.RECEIPT_UNKNOWN;
import static org.yangguang.request.Who.APPLICANT;
import static org.yangguang.request.Who.CONSULTED;
import static org.yangguang.request.Who.DISCLOSURE_OFFICE;
import static org.yangguang.request.Who.DISTRICT_OFFICE;
import static org.yangguang.request.Who.HANDLER;
import static org.yangguang.request.Who.LEADER;
import static org.yangguang.request.Who.PROGRAM;
import static org.yangguang.request.Who.SECRECY_OFFICER;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every legal move of a case, as data; what is not here is refused. */
public final class Transitions {

    private static final Set<Who> OFFICE = Set.of(DISCLOSURE_OFFICE, DISTRICT_OFFICE);
    private static final Set<Who> WORK = Set.of(HANDLER, DISCLOSURE_OFFICE, DISTRICT_OFFICE);
    private static final Set<Who> WORK_OR_APPLICANT = Set.of(HANDLER, DISCLOSURE_OFFICE, DISTRICT_OFFICE, APPLICANT);
    private static final Set<Who> WORK_OR_CONSULTED = Set.of(HANDLER, DISCLOSURE_OFFICE, DISTRICT_OFFICE, CONSULTED);
    /** 政府信息公开工作机构负责人 approves an extension. */
    private static final Set<Who> HEAD = Set.of(DISCLOSURE_OFFICE, LEADER);

    private static final Set<CaseState> OPEN = EnumSet.complementOf(EnumSet.of(NEW, CLOSED));
    private static final Set<CaseState> RUNNING =
            EnumSet.of(REGISTERED, IN_HAND, CONSULTING, SECRECY_REVIEW, LEADER_REVIEW, APPROVED);

    /** The table. */
    public static final List<Transition> ALL = table();

    /** The same, to be found fast: every clock is computed through it. */
    private static final Map<CaseState, Map<Action, List<Transition>>> BY_STATE = ALL.stream()
            .collect(groupingBy(
                    Transition::from,
                    () -> new EnumMap<>(CaseState.class),
                    groupingBy(Transition::action, () -> new EnumMap<>(Action.class), toUnmodifiableList())));

    private Transitions() {}

    public static Optional<Transition> of(CaseState from, Action action, Transition.When when) {
        for (Transition each : moves(from, action)) {
            if (each.when() == when || each.when() == ALWAYS) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** Whether the action is ever possible in the state. */
    public static Optional<Transition> any(CaseState from, Action action) {
        return moves(from, action).stream().findFirst();
    }

    private static List<Transition> moves(CaseState from, Action action) {
        return BY_STATE.getOrDefault(from, Map.of()).getOrDefault(action, List.of());
    }

    /** Who may ever take this action. */
    public static Set<Who> whoMay(Action action) {
        Set<Who> who = EnumSet.noneOf(Who.class);
        ALL.stream().filter(each -> each.action() == action).forEach(each -> who.addAll(each.who()));
        return who;
    }

    private static List<Transition> table() {
        List<Transition> table = new ArrayList<>(List.of(
                new Transition(
                        NEW, Action.RECEIVE, AWAITING_CONFIRMATION, WORK_OR_APPLICANT, RECEIPT_UNKNOWN, "case.arrived"),
                new Transition(NEW, Action.RECEIVE, REGISTERED, WORK_OR_APPLICANT, RECEIPT_KNOWN, "case.received"),
                on(AWAITING_CONFIRMATION, Action.CONFIRM, REGISTERED, WORK, "case.confirmed"),
                on(IN_HAND, Action.ASK_CORRECTION, AWAITING_CORRECTION, WORK, "case.correction-asked"),
                on(AWAITING_CORRECTION, Action.CORRECT, IN_HAND, WORK_OR_APPLICANT, "case.corrected"),
                on(AWAITING_CORRECTION, Action.ABANDON, CLOSED, WORK, "case.abandoned"),
                on(IN_HAND, Action.CONSULT, CONSULTING, WORK, "case.consulted"),
                on(CONSULTING, Action.CONSULT, CONSULTING, WORK, "case.consulted"),
                on(CONSULTING, Action.RECORD_DELIVERY, CONSULTING, WORK, "case.consultation-delivered"),
                last(Action.RECORD_OPINION, WORK_OR_CONSULTED, "case.opinion-received"),
                others(Action.RECORD_OPINION, WORK_OR_CONSULTED, "case.opinion-received"),
                last(Action.RECORD_SILENCE, WORK, "case.silence-recorded"),
                others(Action.RECORD_SILENCE, WORK, "case.silence-recorded"),
                on(IN_HAND, Action.ASK_ASSISTANCE, IN_HAND, WORK, "case.assistance-asked"),
                on(CONSULTING, Action.ASK_ASSISTANCE, CONSULTING, WORK, "case.assistance-asked"),
                on(IN_HAND, Action.ASK_FEE, AWAITING_PAYMENT, WORK, "case.fee-asked"),
                on(AWAITING_PAYMENT, Action.RECORD_PAYMENT, IN_HAND, WORK, "case.fee-paid"),
                on(AWAITING_PAYMENT, Action.ABANDON, CLOSED, WORK, "case.abandoned"),
                on(IN_HAND, Action.ASK_REASONS, IN_HAND, WORK, "case.reasons-asked"),
                on(IN_HAND, Action.RECORD_REASONS, IN_HAND, WORK_OR_APPLICANT, "case.reasons-given"),
                on(IN_HAND, Action.NOTIFY_DELAY, IN_HAND, OFFICE, "case.delay-notified"),
                on(IN_HAND, Action.SUBMIT_REPLY, SECRECY_REVIEW, Set.of(HANDLER), "case.reply-submitted"),
                on(SECRECY_REVIEW, Action.CLEAR_REPLY, LEADER_REVIEW, Set.of(SECRECY_OFFICER), "case.reply-cleared"),
                on(SECRECY_REVIEW, Action.RETURN_REPLY, IN_HAND, Set.of(SECRECY_OFFICER), "case.reply-returned"),
                on(SECRECY_REVIEW, Action.RECALL_REPLY, IN_HAND, Set.of(HANDLER), "case.reply-recalled"),
                on(LEADER_REVIEW, Action.APPROVE_REPLY, APPROVED, Set.of(LEADER), "case.reply-approved"),
                on(LEADER_REVIEW, Action.RETURN_REPLY, IN_HAND, Set.of(LEADER), "case.reply-returned"),
                on(LEADER_REVIEW, Action.RECALL_REPLY, IN_HAND, Set.of(HANDLER), "case.reply-recalled"),
                on(APPROVED, Action.RECALL_REPLY, IN_HAND, Set.of(HANDLER), "case.reply-recalled"),
                on(APPROVED, Action.SERVE, CLOSED, WORK, "case.reply-served"),
                on(CLOSED, Action.NOTE, CLOSED, WORK, "case.noted")));
        stay(
                table,
                EnumSet.of(IN_HAND, AWAITING_CORRECTION, CONSULTING, AWAITING_PAYMENT),
                Action.ASSIGN,
                WORK,
                "case.assigned");
        table.add(on(REGISTERED, Action.ASSIGN, IN_HAND, WORK, "case.assigned"));
        stay(table, EnumSet.of(AWAITING_CONFIRMATION, REGISTERED), Action.TRANSFER, OFFICE, "case.transferred");
        table.add(on(IN_HAND, Action.TRANSFER, REGISTERED, OFFICE, "case.transferred"));
        stay(table, RUNNING, Action.PROPOSE_EXTENSION, WORK, "case.extension-proposed");
        stay(table, RUNNING, Action.APPROVE_EXTENSION, HEAD, "case.extension-approved");
        stay(table, RUNNING, Action.REFUSE_EXTENSION, HEAD, "case.extension-refused");
        stay(table, RUNNING, Action.NOTIFY_EXTENSION, WORK, "case.extension-notified");
        stay(table, OPEN, Action.NOTE, WORK_OR_APPLICANT, "case.noted");
        stay(table, OPEN, Action.REDATE, Set.of(PROGRAM), "case.redated");
        OPEN.forEach(state -> table.add(on(state, Action.WITHDRAW, CLOSED, WORK_OR_APPLICANT, "case.withdrawn")));
        return List.copyOf(table);
    }

    private static void stay(List<Transition> table, Set<CaseState> states, Action action, Set<Who> who, String event) {
        states.forEach(state -> table.add(on(state, action, state, who, event)));
    }

    private static Transition on(CaseState from, Action action, CaseState to, Set<Who> who, String event) {
        return new Transition(from, action, to, who, ALWAYS, event);
    }

    private static Transition last(Action action, Set<Who> who, String event) {
        return new Transition(CONSULTING, action, IN_HAND, who, LAST_CONSULTATION, event);
    }

    private static Transition others(Action action, Set<Who> who, String event) {
        return new Transition(CONSULTING, action, CONSULTING, who, OTHER_CONSULTATIONS, event);
    }
}
