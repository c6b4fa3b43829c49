package org.yangguang.request.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yangguang.account.AccountId;
import org.yangguang.account.Officer;
import org.yangguang.account.Permissions;
import org.yangguang.calendar.WorkingCalendar;
import org.yangguang.request.Act;
import org.yangguang.request.Action;
import org.yangguang.request.Case;
import org.yangguang.request.Reason;
import org.yangguang.request.RequestRules;
import org.yangguang.request.ServiceMethod;
import org.yangguang.request.Step;
import org.yangguang.request.Transition;
import org.yangguang.request.Transitions;
import org.yangguang.request.Who;

/** Whether somebody may do something to a case: the table of moves, three people for a reply, dates; then what the law asks of the step. */
@Component
public class CaseRules {

    private static final Pattern MAIL_NUMBER = Pattern.compile("\\d{13}|[A-Z]{2}\\d{11}|[A-Z]{2}\\d{9}[A-Z]{2}");
    private static final int LONGEST_WORDS = 4_000;
    private static final int LONGEST_FIELD = 300;
    private static final Set<Action> FOR_PAPER = Set.of(Action.NOTE, Action.RECORD_DELIVERY, Action.ASSIGN);

    private final Permissions permissions;
    private final StepRules steps;
    private final WorkingCalendar calendar;
    private final RequestRules rules;
    private final Clock clock;

    CaseRules(Permissions permissions, StepRules steps, WorkingCalendar calendar, RequestRules rules, Clock clock) {
        this.permissions = permissions;
        this.steps = steps;
        this.calendar = calendar;
        this.rules = rules;
        this.clock = clock;
    }

    /** How far back an act may be dated. */
    public enum Dating {
        /** A few working days, for what could not be recorded at once. */
        RECENT,
        /** Any day, for cases that were handled on paper before. */
        FROM_PAPER
    }

    /**
     * Every reason against the act; empty when it may be done.
     *
     * @param officer null for the applicant
     * @param writers who wrote in the draft of the reply
     */
    public List<Reason> against(@Nullable Officer officer, Case known, Set<AccountId> writers, Act act, Dating dating) {
        return against(
                officer,
                known,
                act,
                dating,
                against(officer, known, writers, act.step().action()));
    }

    /** Every reason against what somebody does who is no officer: the applicant, or who was asked for an opinion. */
    public List<Reason> against(Who outsider, Case known, Act act) {
        return against(
                null,
                known,
                act,
                Dating.RECENT,
                against(outsider, known, act.step().action()));
    }

    private List<Reason> against(
            @Nullable Officer officer, Case known, Act act, Dating dating, List<Reason> beforehand) {
        Action action = act.step().action();
        List<Reason> reasons = new ArrayList<>(beforehand);
        dates(known, act, dating, reasons);
        if (act.step() instanceof Step.Serve serve) {
            posted(serve, dating, reasons);
        }
        Reason.tooLong("words", act.texts().words(), LONGEST_WORDS).ifPresent(reasons::add);
        Reason.tooLong("party", act.texts().party(), LONGEST_FIELD).ifPresent(reasons::add);
        if (act.step() instanceof Step.Assign assign) {
            Reason.tooLong("unit", assign.unit(), LONGEST_FIELD).ifPresent(reasons::add);
        }
        if (Transitions.any(known.state(), action).isPresent()) {
            steps.against(officer, known, act, reasons);
        }
        return reasons;
    }

    /** As far as it can be told before anything is filled in; decides which actions a page offers. */
    public List<Reason> against(@Nullable Officer officer, Case known, Set<AccountId> writers, Action action) {
        List<Reason> reasons = new ArrayList<>();
        Optional<Transition> legal = Transitions.any(known.state(), action);
        if (legal.isEmpty()) {
            reasons.add(Reason.of("request.refused.state", action, known.state()));
        }
        Set<Who> who = legal.map(Transition::who).orElseGet(() -> Transitions.whoMay(action));
        if (!may(officer, known, who)) {
            reasons.add(Reason.of("request.refused.role", action, List.copyOf(who)));
        }
        if (officer != null && legal.isPresent()) {
            otherLevel(officer.id(), known, writers, action)
                    .ifPresent(level -> reasons.add(Reason.of("request.refused.samePerson." + level)));
        }
        steps.against(known, officer, action, reasons);
        return reasons;
    }

    /** As far as it can be told of an outsider before anything is filled in. */
    public List<Reason> against(Who outsider, Case known, Action action) {
        List<Reason> reasons = new ArrayList<>();
        Optional<Transition> legal = Transitions.any(known.state(), action);
        if (legal.isEmpty()) {
            reasons.add(Reason.of("request.refused.state", action, known.state()));
        }
        Set<Who> who = legal.map(Transition::who).orElseGet(() -> Transitions.whoMay(action));
        if (!who.contains(outsider)) {
            reasons.add(Reason.of("request.refused.role", action, List.copyOf(who)));
        }
        steps.against(known, null, action, reasons);
        return reasons;
    }

    private boolean may(@Nullable Officer officer, Case known, Set<Who> who) {
        if (officer == null) {
            return who.contains(Who.APPLICANT);
        }
        return who.stream()
                .flatMap(each -> each.role().stream())
                .anyMatch(role -> permissions.holds(officer, role, known.organ()));
    }

    /** The level of review at which this person has acted already, when it is another one: three levels are three people. */
    private static Optional<String> otherLevel(AccountId who, Case known, Set<AccountId> writers, Action action) {
        String level =
                switch (action) {
                    case SUBMIT_REPLY, RECALL_REPLY -> "handling";
                    case CLEAR_REPLY -> "secrecy";
                    case APPROVE_REPLY -> "leadership";
                    case RETURN_REPLY ->
                        known.state() == org.yangguang.request.CaseState.SECRECY_REVIEW ? "secrecy" : "leadership";
                    default -> "";
                };
        if (level.isEmpty()) {
            return Optional.empty();
        }
        boolean handled = known.review().handling().contains(who) || writers.contains(who);
        if (!level.equals("handling") && handled) {
            return Optional.of("handling");
        } else if (!level.equals("secrecy") && known.review().secrecy().contains(who)) {
            return Optional.of("secrecy");
        } else if (!level.equals("leadership") && known.review().leadership().contains(who)) {
            return Optional.of("leadership");
        }
        return Optional.empty();
    }

    /**
     * Replies that are posted go with the state postal enterprise, whose item numbers have 13 signs, and never with a private courier (国办公开办函〔2016〕235号).
     */
    private static void posted(Step.Serve serve, Dating dating, List<Reason> reasons) {
        String number = serve.mailNumber();
        boolean missing = number.isBlank() && dating == Dating.RECENT && serve.method() == ServiceMethod.POST;
        if (missing || !number.isBlank() && !MAIL_NUMBER.matcher(number).matches()) {
            reasons.add(Reason.at("mailNumber", "request.refused.mailNumber"));
        }
    }

    private void dates(Case known, Act act, Dating dating, List<Reason> reasons) {
        LocalDate today = LocalDate.now(clock);
        if (act.on().isAfter(today)) {
            reasons.add(Reason.at("on", "request.refused.future", act.on()));
            return;
        }
        boolean paper = FOR_PAPER.contains(act.step().action());
        if (act.on().isBefore(paper ? known.arrivedOn() : known.lastOn())) {
            reasons.add(Reason.at("on", "request.refused.order", act.on(), known.lastOn()));
        }
        if (dating == Dating.RECENT
                && calendar.covers(act.on())
                && calendar.workingDaysBetween(act.on(), today) > rules.backdatingDays()) {
            reasons.add(Reason.at("on", "request.refused.backdated", act.on(), rules.backdatingDays()));
        }
    }
}
