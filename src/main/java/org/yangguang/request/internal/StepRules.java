package org.yangguang.request.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yangguang.account.Accounts;
import org.yangguang.account.Officer;
import org.yangguang.account.Permissions;
import org.yangguang.account.Role;
import org.yangguang.calendar.Regime;
import org.yangguang.organ.Organ;
import org.yangguang.organ.Organs;
import org.yangguang.request.Act;
import org.yangguang.request.Action;
import org.yangguang.request.Case;
import org.yangguang.request.Case.Consultation;
import org.yangguang.request.CaseState;
import org.yangguang.request.FeeBasis;
import org.yangguang.request.InformationFee;
import org.yangguang.request.Opinion;
import org.yangguang.request.Reason;
import org.yangguang.request.ReplyContent;
import org.yangguang.request.ReplyKind;
import org.yangguang.request.RequestClock;
import org.yangguang.request.RequestRules;
import org.yangguang.request.Step;
import org.yangguang.request.Texts;

/** What the law asks of each step, beyond the table of moves. */
@Component
class StepRules {

    private final RequestClock clock;
    private final Accounts accounts;
    private final Permissions permissions;
    private final Organs organs;
    private final ReplyRules replies;
    private final Tariff tariff;
    private final RequestRules rules;

    StepRules(
            RequestClock clock,
            Accounts accounts,
            Permissions permissions,
            Organs organs,
            ReplyRules replies,
            Tariff tariff,
            RequestRules rules) {
        this.clock = clock;
        this.accounts = accounts;
        this.permissions = permissions;
        this.organs = organs;
        this.replies = replies;
        this.tariff = tariff;
        this.rules = rules;
    }

    /** What stands against the action whatever is filled in. */
    void against(Case known, @Nullable Officer officer, Action action, List<Reason> reasons) {
        boolean new2019 = known.regime() == Regime.REGULATIONS_2019;
        Case.Extension extension = known.extension();
        switch (action) {
            case ASK_CORRECTION -> refuseIf(known.correction() != null, "request.refused.secondCorrection", reasons);
            case PROPOSE_EXTENSION -> {
                refuseIf(known.extended(), "request.refused.secondExtension", reasons);
                refuseIf(extension != null && !known.extended(), "request.refused.extensionUnderWay", reasons);
            }
            case APPROVE_EXTENSION, REFUSE_EXTENSION -> {
                refuseIf(extension == null || extension.approved(), "request.refused.noExtensionProposed", reasons);
                refuseIf(
                        extension != null
                                && officer != null
                                && action == Action.APPROVE_EXTENSION
                                && extension.proposedBy().equals(officer.id()),
                        "request.refused.ownExtension",
                        reasons);
            }
            case NOTIFY_EXTENSION ->
                refuseIf(
                        extension == null || !extension.approved() || known.extended(),
                        "request.refused.extensionNotApproved",
                        reasons);
            case ASK_FEE -> refuseIf(known.fee() != null, "request.refused.secondFee", reasons);
            case ASK_REASONS -> {
                refuseIf(!new2019, "request.refused.only2019", reasons);
                refuseIf(known.reasons() != null, "request.refused.reasonsAsked", reasons);
            }
            case RECORD_REASONS ->
                refuseIf(
                        known.reasons() == null || known.reasons().givenOn() != null,
                        "request.refused.reasonsNotAsked",
                        reasons);
            case NOTIFY_DELAY -> {
                refuseIf(
                        known.reasons() == null || known.reasons().givenOn() == null,
                        "request.refused.reasonsNotGiven",
                        reasons);
                refuseIf(known.delayedUntil() != null, "request.refused.secondDelay", reasons);
            }
            default -> {
                // the table of moves says it all
            }
        }
    }

    /** What stands against the step as it is filled in. */
    void against(@Nullable Officer officer, Case known, Act act, List<Reason> reasons) {
        if (act.step() instanceof Step.Assign step) {
            assign(step, known, reasons);
        } else if (act.step() instanceof Step.Transfer step) {
            transfer(step, known, reasons);
        } else if (act.step() instanceof Step.AskCorrection step) {
            askCorrection(step, known, act, reasons);
        } else if (act.step() instanceof Step.Correct) {
            words(act, "request.refused.words.CORRECT", reasons);
        } else if (act.step() instanceof Step.Abandon step) {
            abandon(step, known, act.on(), reasons);
        } else if (act.step() instanceof Step.Consult) {
            refuseAt("party", act.texts().party().isBlank(), "request.refused.party", reasons);
        } else if (act.step() instanceof Step.AskAssistance step) {
            assistance(step, known, act, reasons);
        } else if (act.step() instanceof Step.RecordDelivery step) {
            Optional<Consultation> open = open(step.consultation(), known, reasons);
            LocalDate day = step.deliveredOn();
            open.filter(each -> day.isBefore(each.sentOn()) || day.isAfter(act.on()))
                    .ifPresent(each -> reasons.add(
                            Reason.at("deliveredOn", "request.refused.deliveredOn", each.sentOn(), act.on())));
        } else if (act.step() instanceof Step.RecordOpinion step) {
            open(step.consultation(), known, reasons);
            if (step.opinion() != Opinion.CONSENT) {
                words(act, "request.refused.words.RECORD_OPINION", reasons);
            }
        } else if (act.step() instanceof Step.RecordSilence step) {
            open(step.consultation(), known, reasons).ifPresent(each -> silence(each, known, act.on(), reasons));
        } else if (act.step() instanceof Step.ProposeExtension) {
            words(act, "request.refused.words.PROPOSE_EXTENSION", reasons);
            inTime(known, act.on(), "request.refused.extensionLate", reasons);
        } else if (act.step() instanceof Step.ApproveExtension || act.step() instanceof Step.NotifyExtension) {
            inTime(known, act.on(), "request.refused.extensionLate", reasons);
        } else if (act.step() instanceof Step.AskFee step) {
            fee(step, known, act.on(), reasons);
        } else if (act.step() instanceof Step.AskReasons || act.step() instanceof Step.RecordReasons) {
            words(act, "request.refused.words." + act.step().action(), reasons);
        } else if (act.step() instanceof Step.NotifyDelay step) {
            words(act, "request.refused.words.NOTIFY_DELAY", reasons);
            inTime(known, act.on(), "request.refused.delayLate", reasons);
            wait(step.until(), act.on(), reasons);
            LocalDate due = clock.reckon(known).due();
            refuseAt("until", due != null && !step.until().isAfter(due), "request.refused.delayNotLater", reasons);
        } else if (act.step() instanceof Step.SubmitReply) {
            ReplyContent reply = act.texts().reply();
            if (reply == null) {
                reasons.add(Reason.of("request.refused.noReply"));
            } else {
                replies.against(known, reply, reasons);
            }
        } else if (act.step() instanceof Step.ReturnReply || act.step() instanceof Step.Note) {
            words(act, "request.refused.words." + act.step().action(), reasons);
        } else if (act.step() instanceof Step.Confirm && Regime.on(act.on()) == Regime.NONE) {
            reasons.add(Reason.at("on", "request.refused.beforeLaw", act.on()));
        }
    }

    private void assign(Step.Assign step, Case known, List<Reason> reasons) {
        refuseAt("unit", step.unit().isBlank() && step.handler() == null, "request.refused.assignNobody", reasons);
        if (step.handler() != null) {
            boolean able = accounts.find(step.handler())
                    .filter(officer -> permissions.holds(officer, Role.HANDLER, known.organ())
                            || permissions.holds(officer, Role.DISCLOSURE_OFFICE, known.organ()))
                    .isPresent();
            refuseAt("handler", !able, "request.refused.assignee", reasons);
        }
    }

    private void transfer(Step.Transfer step, Case known, List<Reason> reasons) {
        refuseAt("to", organs.find(step.to()).filter(Organ::open).isEmpty(), "request.refused.organ", reasons);
        refuseAt("to", step.to().equals(known.organ()), "request.refused.transferToItself", reasons);
    }

    private void askCorrection(Step.AskCorrection step, Case known, Act act, List<Reason> reasons) {
        words(act, "request.refused.words.ASK_CORRECTION", reasons);
        refuseAt("until", !step.until().isAfter(act.on()), "request.refused.correctionUntil", reasons);
        wait(step.until(), act.on(), reasons);
        LocalDate last = clock.correctionNoticeDue(known);
        if (known.correction() == null && last != null && act.on().isAfter(last)) {
            reasons.add(Reason.at("on", "request.refused.correctionLate", last));
        }
    }

    private void abandon(Step.Abandon step, Case known, LocalDate on, List<Reason> reasons) {
        ReplyKind fitting = known.state() == CaseState.AWAITING_PAYMENT
                ? ReplyKind.FEE_NOT_PAID
                : known.regime() == Regime.REGULATIONS_2019 ? ReplyKind.NOT_CORRECTED : ReplyKind.CORRECTION_ASKED;
        refuseAt("kind", step.kind() != fitting, "request.refused.abandonKind", reasons);
        LocalDate last = null;
        if (known.state() == CaseState.AWAITING_PAYMENT && known.fee() != null) {
            last = clock.paymentDue(known.fee());
        } else if (known.correction() != null) {
            last = known.correction().until();
        }
        if (last != null && !on.isAfter(last)) {
            reasons.add(Reason.at("on", "request.refused.abandonEarly", last));
        }
    }

    /** Who helps does so in time for the reply: their work stops no clock. */
    private void assistance(Step.AskAssistance step, Case known, Act act, List<Reason> reasons) {
        refuseAt("party", act.texts().party().isBlank(), "request.refused.assistant", reasons);
        words(act, "request.refused.words.ASK_ASSISTANCE", reasons);
        LocalDate due = clock.reckon(known).due();
        boolean never = !step.until().isAfter(act.on());
        boolean late = due != null && step.until().isAfter(due);
        refuseAt("until", never || late, "request.refused.assistanceUntil", reasons);
    }

    private Optional<Consultation> open(int number, Case known, List<Reason> reasons) {
        Optional<Consultation> open = known.consultation(number).filter(Consultation::open);
        refuseAt("consultation", open.isEmpty(), "request.refused.consultation", reasons);
        return open;
    }

    private void silence(Consultation consultation, Case known, LocalDate on, List<Reason> reasons) {
        LocalDate last = clock.answerDue(known, consultation);
        if (last != null && !on.isAfter(last)) {
            reasons.add(Reason.at("on", "request.refused.silenceEarly", last));
        }
    }

    private void fee(Step.AskFee step, Case known, LocalDate on, List<Reason> reasons) {
        boolean costs = step.basis() == FeeBasis.COSTS;
        refuseAt("basis", costs != (known.regime() == Regime.REGULATIONS_2007), "request.refused.feeBasis", reasons);
        refuseAt("amount", step.amount().compareTo(BigDecimal.ZERO) <= 0, "request.refused.feeNothing", reasons);
        refuseAt("count", step.count() <= 0, "request.refused.feeCount", reasons);
        if (!costs && on.isBefore(rules.feesFrom())) {
            reasons.add(Reason.at("on", "request.refused.feeBefore", rules.feesFrom()));
        } else if (!costs && step.count() > 0) {
            tariff(step, known, reasons);
        }
        inTime(known, on, "request.refused.feeLate", reasons);
    }

    private void tariff(Step.AskFee step, Case known, List<Reason> reasons) {
        BigDecimal right = BigDecimal.valueOf(tariff.of(known, step.basis(), step.count()));
        if (right.signum() == 0) {
            reasons.add(Reason.at(
                    "count", "request.refused.feeFree", InformationFee.FREE_ITEMS, InformationFee.FREE_PAGES));
        } else if (right.compareTo(step.amount()) != 0) {
            reasons.add(Reason.at("amount", "request.refused.feeAmount", step.count(), right));
        }
    }

    private void inTime(Case known, LocalDate on, String key, List<Reason> reasons) {
        LocalDate due = clock.reckon(known).due();
        if (due != null && on.isAfter(due)) {
            reasons.add(Reason.at("on", key, due));
        }
    }

    private void wait(LocalDate until, LocalDate from, List<Reason> reasons) {
        LocalDate last = from.plus(rules.longestWait());
        if (until.isAfter(last)) {
            reasons.add(Reason.at("until", "request.refused.waitTooLong", last));
        }
    }

    private static void words(Act act, String key, List<Reason> reasons) {
        Texts texts = act.texts();
        refuseAt("words", texts.words().isBlank(), key, reasons);
    }

    private static void refuseIf(boolean wrong, String key, List<Reason> reasons) {
        if (wrong) {
            reasons.add(Reason.of(key));
        }
    }

    private static void refuseAt(String field, boolean wrong, String key, List<Reason> reasons) {
        if (wrong) {
            reasons.add(Reason.at(field, key));
        }
    }
}
