package org.yangguang.request.web;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yangguang.account.AccountId;
import org.yangguang.account.Accounts;
import org.yangguang.organ.OrganId;
import org.yangguang.request.Act;
import org.yangguang.request.Action;
import org.yangguang.request.Case;
import org.yangguang.request.CaseState;
import org.yangguang.request.ConsultationKind;
import org.yangguang.request.FeeBasis;
import org.yangguang.request.Opinion;
import org.yangguang.request.Reason;
import org.yangguang.request.ReplyKind;
import org.yangguang.request.ServiceMethod;
import org.yangguang.request.Step;
import org.yangguang.request.Texts;

/** Makes an act of what an officer filled in. */
final class ActForm {

    private final Map<String, String> fields;
    private final List<String> files;
    private final List<Reason> missing = new ArrayList<>();

    ActForm(Map<String, String> fields, List<String> files) {
        this.fields = fields;
        this.files = files;
    }

    /** The action that an address names: {@code ask-correction}. */
    static Optional<Action> action(String path) {
        try {
            return Optional.of(Action.valueOf(path.replace('-', '_').toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    /** The address that names an action. */
    static String path(Action action) {
        return action.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Empty when something that the act needs is missing or cannot be read; then {@link #missing} says what. */
    Optional<Act> act(Action action, Case known, Accounts accounts) {
        LocalDate on = date("on");
        Step step = step(action, known, accounts);
        return on == null || step == null
                ? Optional.empty()
                : Optional.of(new Act(on, step, new Texts(of("words"), of("party"), null, files)));
    }

    List<Reason> missing() {
        return List.copyOf(missing);
    }

    private @Nullable Step step(Action action, Case known, Accounts accounts) {
        return switch (action) {
            case CONFIRM -> new Step.Confirm();
            case ASSIGN -> assign(accounts);
            case TRANSFER -> new Step.Transfer(new OrganId(number("to")));
            case ASK_CORRECTION -> with(date("until"), Step.AskCorrection::new);
            case CORRECT -> new Step.Correct();
            case CONSULT -> with(choice(ConsultationKind.class, "kind"), Step.Consult::new);
            case ASK_ASSISTANCE -> with(date("until"), Step.AskAssistance::new);
            case RECORD_DELIVERY ->
                with(date("deliveredOn"), delivered -> new Step.RecordDelivery(consultation(), delivered));
            case RECORD_OPINION ->
                with(choice(Opinion.class, "opinion"), opinion -> new Step.RecordOpinion(consultation(), opinion));
            case RECORD_SILENCE -> new Step.RecordSilence(consultation());
            case PROPOSE_EXTENSION -> new Step.ProposeExtension();
            case APPROVE_EXTENSION -> new Step.ApproveExtension();
            case REFUSE_EXTENSION -> new Step.RefuseExtension();
            case NOTIFY_EXTENSION -> with(choice(ServiceMethod.class, "method"), Step.NotifyExtension::new);
            case ASK_FEE -> fee();
            case RECORD_PAYMENT -> new Step.RecordPayment();
            case ASK_REASONS -> new Step.AskReasons();
            case RECORD_REASONS -> new Step.RecordReasons();
            case NOTIFY_DELAY -> with(date("until"), Step.NotifyDelay::new);
            case CLEAR_REPLY -> new Step.ClearReply();
            case APPROVE_REPLY -> new Step.ApproveReply();
            case RETURN_REPLY -> new Step.ReturnReply();
            case RECALL_REPLY -> new Step.RecallReply();
            case SERVE ->
                with(
                        choice(ServiceMethod.class, "method"),
                        method -> new Step.Serve(method, of("mailNumber").toUpperCase(Locale.ROOT)));
            case ABANDON -> new Step.Abandon(abandonment(known));
            case WITHDRAW -> new Step.Withdraw();
            case NOTE -> new Step.Note();
            case RECEIVE, SUBMIT_REPLY, REDATE -> null;
        };
    }

    private static <T> @Nullable Step with(@Nullable T filledIn, Function<T, Step> step) {
        return filledIn == null ? null : step.apply(filledIn);
    }

    private static ReplyKind abandonment(Case known) {
        if (known.state() == CaseState.AWAITING_PAYMENT) {
            return ReplyKind.FEE_NOT_PAID;
        }
        return ReplyKind.NOT_CORRECTED.article(known.regime()).isPresent()
                ? ReplyKind.NOT_CORRECTED
                : ReplyKind.CORRECTION_ASKED;
    }

    private Step assign(Accounts accounts) {
        long id = number("handler");
        return accounts.find(new AccountId(id))
                .map(officer -> new Step.Assign(of("unit"), officer.id(), officer.name()))
                .orElseGet(() -> new Step.Assign(of("unit"), null, ""));
    }

    private @Nullable Step fee() {
        FeeBasis basis = choice(FeeBasis.class, "basis");
        String amount = of("amount");
        if (!amount.matches("\\d{1,9}(\\.\\d{1,2})?")) {
            missing.add(Reason.at("amount", "request.refused.fill.amount"));
            return null;
        }
        return basis == null
                ? null
                : new Step.AskFee(basis, Math.toIntExact(Math.min(1_000_000, number("count"))), new BigDecimal(amount));
    }

    private int consultation() {
        return Math.toIntExact(Math.min(1_000, number("consultation")));
    }

    private String of(String name) {
        return fields.getOrDefault(name, "").strip();
    }

    private long number(String name) {
        return of(name).matches("\\d{1,18}") ? Long.parseLong(of(name)) : 0;
    }

    private @Nullable LocalDate date(String name) {
        try {
            return LocalDate.parse(of(name));
        } catch (DateTimeException unreadable) {
            missing.add(Reason.at(name, "request.refused.fill." + name));
            return null;
        }
    }

    private <E extends Enum<E>> @Nullable E choice(Class<E> type, String name) {
        try {
            return Enum.valueOf(type, of(name));
        } catch (IllegalArgumentException unknown) {
            missing.add(Reason.at(name, "request.refused.fill." + name));
            return null;
        }
    }
}
