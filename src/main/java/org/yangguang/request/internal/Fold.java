package org.yangguang.request.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yangguang.account.AccountId;
import org.yangguang.calendar.Regime;
import org.yangguang.organ.OrganId;
import org.yangguang.request.Action;
import org.yangguang.request.Case;
import org.yangguang.request.Case.Consultation;
import org.yangguang.request.Case.Correction;
import org.yangguang.request.Case.Extension;
import org.yangguang.request.Case.Fee;
import org.yangguang.request.Case.Reasons;
import org.yangguang.request.Case.Reply;
import org.yangguang.request.Case.Result;
import org.yangguang.request.CaseEvent;
import org.yangguang.request.CaseId;
import org.yangguang.request.CaseState;
import org.yangguang.request.Channel;
import org.yangguang.request.ReplyKind;
import org.yangguang.request.RequestRules;
import org.yangguang.request.Step;
import org.yangguang.request.Transition.When;
import org.yangguang.request.Transitions;

/** Makes a case of its events, one after the other. */
public final class Fold {

    private final RequestRules rules;
    private CaseState state = CaseState.NEW;
    private OrganId organ = new OrganId(0);
    private Channel channel = Channel.COUNTER;
    private LocalDate arrivedOn = LocalDate.EPOCH;
    private @Nullable LocalDate receivedOn;
    private String unit = "";
    private @Nullable AccountId handler;
    private String handlerName = "";
    private LocalDate since = LocalDate.EPOCH;
    private LocalDate lastOn = LocalDate.EPOCH;
    private @Nullable Correction correction;
    private final List<Consultation> consultations = new ArrayList<>();
    private @Nullable Extension extension;
    private @Nullable Fee fee;
    private @Nullable Reasons reasons;
    private @Nullable LocalDate delayedUntil;
    private @Nullable Reply reply;
    private final Set<AccountId> handling = new HashSet<>();
    private final Set<AccountId> secrecy = new HashSet<>();
    private final Set<AccountId> leadership = new HashSet<>();
    private @Nullable Result result;

    private Fold(RequestRules rules) {
        this.rules = rules;
    }

    /** @throws IllegalStateException when the events could not have happened in this order */
    public static Case of(CaseId id, String number, List<CaseEvent> events, RequestRules rules) {
        Fold fold = new Fold(rules);
        events.forEach(fold::add);
        return fold.done(id, number, events.size());
    }

    /** Which of two moves of the same name a step is, in a case as it stands. */
    public static When when(Step step, Case known) {
        long open = known.consultations().stream().filter(Consultation::open).count();
        return step instanceof Step.RecordOpinion || step instanceof Step.RecordSilence
                ? afterAnswer(open)
                : When.ALWAYS;
    }

    private static When afterAnswer(long open) {
        return open <= 1 ? When.LAST_CONSULTATION : When.OTHER_CONSULTATIONS;
    }

    private void add(CaseEvent event) {
        CaseState before = state;
        LocalDate on = event.on();
        move(event);
        if (event.step() instanceof Step.Receive step) {
            organ = step.organ();
            channel = step.channel();
            arrivedOn = step.arrivedOn();
            receivedOn = receivedOn(step.confirmedOn());
        } else if (event.step() instanceof Step.Confirm) {
            receivedOn = receivedOn(on);
        } else if (event.step() instanceof Step.Assign step) {
            unit = step.unit();
            handler = step.handler();
            handlerName = step.handlerName();
            since = on;
        } else if (event.step() instanceof Step.Transfer step) {
            organ = step.to();
            unit = "";
            handler = null;
            handlerName = "";
            since = on;
        } else if (event.step() instanceof Step.AskCorrection step) {
            correction = new Correction(on, step.until(), null);
        } else if (event.step() instanceof Step.Correct && correction != null) {
            correction = new Correction(correction.askedOn(), correction.until(), on);
        } else if (event.step() instanceof Step.Consult step) {
            consultations.add(
                    new Consultation(consultations.size() + 1, event.number(), step.kind(), on, null, null, null));
        } else if (event.step() instanceof Step.AskFee step) {
            fee = new Fee(step.basis(), step.count(), step.amount(), on, null);
        } else if (event.step() instanceof Step.RecordPayment && fee != null) {
            fee = new Fee(fee.basis(), fee.count(), fee.amount(), fee.askedOn(), on);
        } else if (event.step() instanceof Step.AskReasons) {
            reasons = new Reasons(on, null);
        } else if (event.step() instanceof Step.RecordReasons && reasons != null) {
            reasons = new Reasons(reasons.askedOn(), on);
        } else if (event.step() instanceof Step.NotifyDelay step) {
            delayedUntil = step.until();
        }
        answered(event);
        extended(event);
        replied(event, before);
        if (event.step().action() != Action.REDATE && event.step().action() != Action.NOTE) {
            lastOn = later(later(lastOn, on), receivedOn);
        }
        if (state != before) {
            since = on;
        }
    }

    private static LocalDate later(LocalDate one, @Nullable LocalDate other) {
        return other != null && other.isAfter(one) ? other : one;
    }

    private void move(CaseEvent event) {
        long open = consultations.stream().filter(Consultation::open).count();
        When when =
                switch (event.step().action()) {
                    case RECEIVE -> received((Step.Receive) event.step()) ? When.RECEIPT_KNOWN : When.RECEIPT_UNKNOWN;
                    case RECORD_OPINION, RECORD_SILENCE -> afterAnswer(open);
                    default -> When.ALWAYS;
                };
        state = Transitions.of(state, event.step().action(), when)
                .orElseThrow(() -> new IllegalStateException("event " + event.number() + " cannot be: "
                        + event.step().action() + " from " + state))
                .to();
    }

    private static boolean received(Step.Receive step) {
        return step.channel()
                .receiptDate(Regime.on(step.arrivedOn()))
                .on(step.arrivedOn(), step.confirmedOn())
                .isPresent();
    }

    private @Nullable LocalDate receivedOn(@Nullable LocalDate confirmedOn) {
        return channel.receiptDate(Regime.on(arrivedOn))
                .on(arrivedOn, confirmedOn)
                .orElse(null);
    }

    private void answered(CaseEvent event) {
        if (event.step() instanceof Step.RecordDelivery step) {
            Consultation old = consultations.get(step.consultation() - 1);
            consultations.set(
                    step.consultation() - 1,
                    new Consultation(
                            old.number(),
                            old.event(),
                            old.kind(),
                            old.sentOn(),
                            step.deliveredOn(),
                            old.opinion(),
                            old.closedOn()));
        } else if (event.step() instanceof Step.RecordOpinion step) {
            close(step.consultation(), event.on(), step.opinion());
        } else if (event.step() instanceof Step.RecordSilence step) {
            close(step.consultation(), event.on(), null);
        }
    }

    private void close(int number, LocalDate on, org.yangguang.request.@Nullable Opinion opinion) {
        Consultation old = consultations.get(number - 1);
        consultations.set(
                number - 1,
                new Consultation(number, old.event(), old.kind(), old.sentOn(), old.deliveredOn(), opinion, on));
    }

    private void extended(CaseEvent event) {
        if (event.step() instanceof Step.ProposeExtension) {
            extension = new Extension(event.by().account(), false, null);
        } else if (event.step() instanceof Step.RefuseExtension) {
            extension = null;
        } else if (event.step() instanceof Step.ApproveExtension) {
            extension = new Extension(Objects.requireNonNull(extension).proposedBy(), true, null);
        } else if (event.step() instanceof Step.NotifyExtension) {
            extension = new Extension(Objects.requireNonNull(extension).proposedBy(), true, event.on());
        }
    }

    private void replied(CaseEvent event, CaseState before) {
        AccountId who = event.by().account();
        if (event.step() instanceof Step.SubmitReply step) {
            reply = new Reply(event.number(), step.kind());
            handling.add(who);
        } else if (event.step() instanceof Step.ClearReply) {
            secrecy.add(who);
        } else if (event.step() instanceof Step.ApproveReply) {
            leadership.add(who);
        } else if (event.step() instanceof Step.ReturnReply) {
            (before == CaseState.SECRECY_REVIEW ? secrecy : leadership).add(who);
            reply = null;
        } else if (event.step() instanceof Step.RecallReply) {
            handling.add(who);
            reply = null;
        } else if (event.step() instanceof Step.Serve) {
            Reply served = Objects.requireNonNull(reply);
            result = new Result(served.kind(), event.on(), served.event());
        } else if (event.step() instanceof Step.Abandon step) {
            result = new Result(step.kind(), event.on(), 0);
        } else if (event.step() instanceof Step.Withdraw) {
            result = new Result(ReplyKind.WITHDRAWN, event.on(), 0);
        }
    }

    private Case done(CaseId id, String number, int version) {
        LocalDate day = receivedOn == null ? arrivedOn : receivedOn;
        return new Case(
                id,
                number,
                version,
                state,
                rules.regime(day, result == null ? null : result.on()),
                organ,
                channel,
                arrivedOn,
                receivedOn,
                unit,
                handler,
                handlerName,
                since,
                lastOn,
                correction,
                List.copyOf(consultations),
                extension,
                fee,
                reasons,
                delayedUntil,
                reply,
                new Case.Review(Set.copyOf(handling), Set.copyOf(secrecy), Set.copyOf(leadership)),
                result);
    }
}
