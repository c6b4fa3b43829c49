package org.yangguang.disclosure.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yangguang.account.AccountId;
import org.yangguang.account.Officer;
import org.yangguang.account.Permissions;
import org.yangguang.account.Role;
import org.yangguang.disclosure.Action;
import org.yangguang.disclosure.Confirmation;
import org.yangguang.disclosure.Edition;
import org.yangguang.disclosure.Move;
import org.yangguang.disclosure.Reason;
import org.yangguang.disclosure.Stage;
import org.yangguang.disclosure.Step;
import org.yangguang.disclosure.Transition;
import org.yangguang.disclosure.Transitions;
import org.yangguang.organ.Organ;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.Organs;

/** Whether an officer may do something to an edition; when not, every reason. */
@Component
public class ReviewRules {

    private static final int LONGEST_WORDS = 2_000;
    private static final Set<Action> ASK_FOR_WORDS = Set.of(
            Action.SUBMIT,
            Action.APPROVE,
            Action.RETURN,
            Action.ASK,
            Action.ANSWER,
            Action.WITHDRAW,
            Action.WITHDRAW_IN_EMERGENCY);

    private final Permissions permissions;
    private final Organs organs;

    ReviewRules(Permissions permissions, Organs organs) {
        this.permissions = permissions;
        this.organs = organs;
    }

    /** What is known of an edition when somebody wants to act on it. */
    public record Case(
            Edition edition,
            List<Step> steps,
            Set<AccountId> writers,
            @Nullable Confirmation open) {}

    /** Every reason against the move; empty when it may be done. */
    public List<Reason> against(Officer officer, Case known, Move move) {
        List<Reason> reasons = new ArrayList<>(against(officer, known, move.action()));
        words(move, reasons);
        if (move instanceof Move.Ask ask) {
            asked(ask.organ(), known.edition(), reasons);
        }
        return reasons;
    }

    /** As far as it can be told before the officer has written anything; decides which buttons a page shows. */
    public List<Reason> against(Officer officer, Case known, Action action) {
        Edition edition = known.edition();
        List<Reason> reasons = new ArrayList<>();
        Optional<Transition> legal =
                Transitions.of(edition.state(), action, edition.content().attribute());
        if (legal.isEmpty()) {
            reasons.add(Reason.of("disclosure.refused.state", action, edition.state()));
        }
        Set<Role> roles = legal.map(Transition::who).orElseGet(() -> Transitions.rolesOf(action));
        OrganId where =
                action == Action.ANSWER && known.open() != null ? known.open().asked() : edition.organ();
        if (roles.stream().noneMatch(role -> permissions.holds(officer, role, where))) {
            reasons.add(Reason.of("disclosure.refused.role", action, List.copyOf(roles)));
        }
        legal.map(Transition::stage)
                .filter(stage -> stage != Stage.OFFICE)
                .flatMap(stage -> otherStage(officer, known, stage))
                .ifPresent(other -> reasons.add(Reason.of("disclosure.refused.samePerson", other)));
        return reasons;
    }

    /** The stage in which this person has already acted on the edition, when it is another one: three levels are three people. */
    private static Optional<Stage> otherStage(Officer officer, Case known, Stage stage) {
        if (stage != Stage.HANDLING && known.writers().contains(officer.id())) {
            return Optional.of(Stage.HANDLING);
        }
        return known.steps().stream()
                .filter(step -> step.actor().equals(officer.id()))
                .map(Step::stage)
                .filter(other -> other != stage && other != Stage.OFFICE)
                .findFirst();
    }

    private static void words(Move move, List<Reason> reasons) {
        if (move.words().isBlank() && ASK_FOR_WORDS.contains(move.action())) {
            reasons.add(Reason.at("words", "disclosure.refused.words." + move.action()));
        }
        if (move.words().codePointCount(0, move.words().length()) > LONGEST_WORDS) {
            reasons.add(Reason.at("words", "disclosure.refused.wordsTooLong", LONGEST_WORDS));
        }
    }

    private void asked(OrganId asked, Edition edition, List<Reason> reasons) {
        Optional<Organ> organ = organs.find(asked);
        if (organ.isEmpty() || !organ.get().open()) {
            reasons.add(Reason.at("organ", "disclosure.refused.askedOrgan"));
        } else if (asked.equals(edition.organ())) {
            reasons.add(Reason.at("organ", "disclosure.refused.askedItself"));
        }
    }
}
