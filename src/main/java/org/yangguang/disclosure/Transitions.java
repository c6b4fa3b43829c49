package org.yangguang.disclosure;

import static org.yangguang.account.Role.DISCLOSURE_OFFICE;
import static org.yangguang.account.Role.DISTRICT_OFFICE;
import static org.yangguang.account.Role.HANDLER;
import static org.yangguang.account.Role.LEADER;
import static org.yangguang.account.Role.SECRECY_OFFICER;
import static org.yangguang.disclosure.Action.ANSWER;
import static org.yangguang.disclosure.Action.APPROVE;
import static org.yangguang.disclosure.Action.ASK;
import static org.yangguang.disclosure.Action.CANCEL_QUESTION;
import static org.yangguang.disclosure.Action.CANCEL_SCHEDULE;
import static org.yangguang.disclosure.Action.DISCARD;
import static org.yangguang.disclosure.Action.PUBLISH;
import static org.yangguang.disclosure.Action.RECALL;
import static org.yangguang.disclosure.Action.RETURN;
import static org.yangguang.disclosure.Action.REVISE;
import static org.yangguang.disclosure.Action.SCHEDULE;
import static org.yangguang.disclosure.Action.SUBMIT;
import static org.yangguang.disclosure.Action.SUPERSEDE;
import static org.yangguang.disclosure.Action.WITHDRAW;
import static org.yangguang.disclosure.Action.WITHDRAW_IN_EMERGENCY;
import static org.yangguang.disclosure.EditionState.APPROVED;
import static org.yangguang.disclosure.EditionState.DISCARDED;
import static org.yangguang.disclosure.EditionState.DRAFT;
import static org.yangguang.disclosure.EditionState.LEADER_CONFIRMATION;
import static org.yangguang.disclosure.EditionState.LEADER_REVIEW;
import static org.yangguang.disclosure.EditionState.PUBLISHED;
import static org.yangguang.disclosure.EditionState.REGISTERED;
import static org.yangguang.disclosure.EditionState.SECRECY_CONFIRMATION;
import static org.yangguang.disclosure.EditionState.SECRECY_REVIEW;
import static org.yangguang.disclosure.EditionState.SUPERSEDED;
import static org.yangguang.disclosure.EditionState.WITHDRAWN;
import static org.yangguang.disclosure.Stage.CONFIRMATION;
import static org.yangguang.disclosure.Stage.HANDLING;
import static org.yangguang.disclosure.Stage.LEADERSHIP;
import static org.yangguang.disclosure.Stage.OFFICE;
import static org.yangguang.disclosure.Stage.SECRECY;
import static org.yangguang.disclosure.Transition.When.ALWAYS;
import static org.yangguang.disclosure.Transition.When.NOT_PROACTIVE;
import static org.yangguang.disclosure.Transition.When.PROACTIVE;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yangguang.account.Role;

/**
 * Every legal move of an edition, as data. What is not here is refused: review before disclosure, one review per item, in sequence
 * handling officer, secrecy officer, leader in charge (Article 14 of the 2007 Regulations, Article 17 of the 2019 Regulations).
 */
public final class Transitions {

    private static final Set<Role> OFFICES = Set.of(DISCLOSURE_OFFICE, DISTRICT_OFFICE);
    private static final Set<Role> HANDLER_OR_OFFICES = Set.of(HANDLER, DISCLOSURE_OFFICE, DISTRICT_OFFICE);

    /** The table. */
    public static final List<Transition> ALL = List.of(
            on(DRAFT, SUBMIT, SECRECY_REVIEW, Set.of(HANDLER), HANDLING, ALWAYS, "edition.submitted"),
            on(DRAFT, DISCARD, DISCARDED, HANDLER_OR_OFFICES, OFFICE, ALWAYS, "edition.discarded"),
            on(SECRECY_REVIEW, APPROVE, LEADER_REVIEW, Set.of(SECRECY_OFFICER), SECRECY, ALWAYS, "edition.cleared"),
            on(SECRECY_REVIEW, RETURN, DRAFT, Set.of(SECRECY_OFFICER), SECRECY, ALWAYS, "edition.returned"),
            on(SECRECY_REVIEW, ASK, SECRECY_CONFIRMATION, Set.of(SECRECY_OFFICER), SECRECY, ALWAYS, "edition.asked"),
            on(SECRECY_REVIEW, RECALL, DRAFT, Set.of(HANDLER), HANDLING, ALWAYS, "edition.recalled"),
            on(SECRECY_CONFIRMATION, ANSWER, SECRECY_REVIEW, OFFICES, CONFIRMATION, ALWAYS, "edition.answered"),
            on(
                    SECRECY_CONFIRMATION,
                    CANCEL_QUESTION,
                    SECRECY_REVIEW,
                    Set.of(SECRECY_OFFICER),
                    SECRECY,
                    ALWAYS,
                    "edition.question-cancelled"),
            on(LEADER_REVIEW, APPROVE, APPROVED, Set.of(LEADER), LEADERSHIP, PROACTIVE, "edition.approved"),
            on(LEADER_REVIEW, APPROVE, REGISTERED, Set.of(LEADER), LEADERSHIP, NOT_PROACTIVE, "edition.registered"),
            on(LEADER_REVIEW, RETURN, DRAFT, Set.of(LEADER), LEADERSHIP, ALWAYS, "edition.returned"),
            on(LEADER_REVIEW, ASK, LEADER_CONFIRMATION, Set.of(LEADER), LEADERSHIP, ALWAYS, "edition.asked"),
            on(LEADER_REVIEW, RECALL, DRAFT, Set.of(HANDLER), HANDLING, ALWAYS, "edition.recalled"),
            on(LEADER_CONFIRMATION, ANSWER, LEADER_REVIEW, OFFICES, CONFIRMATION, ALWAYS, "edition.answered"),
            on(
                    LEADER_CONFIRMATION,
                    CANCEL_QUESTION,
                    LEADER_REVIEW,
                    Set.of(LEADER),
                    LEADERSHIP,
                    ALWAYS,
                    "edition.question-cancelled"),
            on(APPROVED, PUBLISH, PUBLISHED, HANDLER_OR_OFFICES, OFFICE, ALWAYS, "edition.published"),
            on(APPROVED, SCHEDULE, APPROVED, HANDLER_OR_OFFICES, OFFICE, ALWAYS, "edition.scheduled"),
            on(APPROVED, CANCEL_SCHEDULE, APPROVED, HANDLER_OR_OFFICES, OFFICE, ALWAYS, "edition.unscheduled"),
            on(APPROVED, RECALL, DRAFT, Set.of(HANDLER), HANDLING, ALWAYS, "edition.recalled"),
            on(APPROVED, DISCARD, DISCARDED, HANDLER_OR_OFFICES, OFFICE, ALWAYS, "edition.discarded"),
            on(PUBLISHED, REVISE, PUBLISHED, Set.of(HANDLER), OFFICE, ALWAYS, "edition.revised"),
            on(PUBLISHED, SUPERSEDE, SUPERSEDED, Set.of(), OFFICE, ALWAYS, "edition.superseded"),
            on(PUBLISHED, WITHDRAW, WITHDRAWN, OFFICES, OFFICE, ALWAYS, "edition.withdrawn"),
            on(
                    PUBLISHED,
                    WITHDRAW_IN_EMERGENCY,
                    WITHDRAWN,
                    Set.of(DISTRICT_OFFICE),
                    OFFICE,
                    ALWAYS,
                    "edition.withdrawn-in-emergency"),
            on(REGISTERED, REVISE, REGISTERED, Set.of(HANDLER), OFFICE, ALWAYS, "edition.revised"),
            on(REGISTERED, SUPERSEDE, SUPERSEDED, Set.of(), OFFICE, ALWAYS, "edition.superseded"),
            on(WITHDRAWN, REVISE, WITHDRAWN, Set.of(HANDLER), OFFICE, ALWAYS, "edition.revised"));

    private Transitions() {}

    public static Optional<Transition> of(EditionState from, Action action, DisclosureAttribute attribute) {
        return ALL.stream()
                .filter(each -> each.from() == from
                        && each.action() == action
                        && each.when().fits(attribute))
                .findFirst();
    }

    /** Roles that an action ever asks for. */
    public static Set<Role> rolesOf(Action action) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        ALL.stream().filter(each -> each.action() == action).forEach(each -> roles.addAll(each.who()));
        return roles;
    }

    private static Transition on(
            EditionState from,
            Action action,
            EditionState to,
            Set<Role> who,
            Stage stage,
            Transition.When when,
            String event) {
        return new Transition(from, action, to, who, stage, when, event);
    }
}
