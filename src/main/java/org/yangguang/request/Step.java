package org.yangguang.request;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yangguang.account.AccountId;
import org.yangguang.organ.OrganId;

/**
 * One thing that happens to an application: what an officer wants, and, once it is accepted, what is on record. It holds facts only; whatever may
 * name a person stands in {@link Texts} beside it.
 */
public sealed interface Step {

    Action action();

    /** It arrives. */
    record Receive(
            Channel channel, LocalDate arrivedOn, @Nullable LocalDate confirmedOn, OrganId organ) implements Step {
        @Override
        public Action action() {
            return Action.RECEIVE;
        }
    }

    /** The applicant confirms that they sent it. */
    record Confirm() implements Step {
        @Override
        public Action action() {
            return Action.CONFIRM;
        }
    }

    /** @param handler null when only the unit is named */
    record Assign(String unit, @Nullable AccountId handler, String handlerName) implements Step {
        @Override
        public Action action() {
            return Action.ASSIGN;
        }
    }

    record Transfer(OrganId to) implements Step {
        @Override
        public Action action() {
            return Action.TRANSFER;
        }
    }

    /** @param until last day of the reasonable period given */
    record AskCorrection(LocalDate until) implements Step {
        @Override
        public Action action() {
            return Action.ASK_CORRECTION;
        }
    }

    record Correct() implements Step {
        @Override
        public Action action() {
            return Action.CORRECT;
        }
    }

    record Consult(ConsultationKind kind) implements Step {
        @Override
        public Action action() {
            return Action.CONSULT;
        }
    }

    /** @param consultation its number in the case, from 1 */
    record RecordDelivery(int consultation, LocalDate deliveredOn) implements Step {
        @Override
        public Action action() {
            return Action.RECORD_DELIVERY;
        }
    }

    record RecordOpinion(int consultation, Opinion opinion) implements Step {
        @Override
        public Action action() {
            return Action.RECORD_OPINION;
        }
    }

    record RecordSilence(int consultation) implements Step {
        @Override
        public Action action() {
            return Action.RECORD_SILENCE;
        }
    }

    /** Another unit is asked to help: to search, to explain (协办). Nobody waits for it, and the clock runs on. */
    record AskAssistance(LocalDate until) implements Step {
        @Override
        public Action action() {
            return Action.ASK_ASSISTANCE;
        }
    }

    record ProposeExtension() implements Step {
        @Override
        public Action action() {
            return Action.PROPOSE_EXTENSION;
        }
    }

    record ApproveExtension() implements Step {
        @Override
        public Action action() {
            return Action.APPROVE_EXTENSION;
        }
    }

    record RefuseExtension() implements Step {
        @Override
        public Action action() {
            return Action.REFUSE_EXTENSION;
        }
    }

    /** The applicant is told; from here on the period is longer. */
    record NotifyExtension(ServiceMethod method) implements Step {
        @Override
        public Action action() {
            return Action.NOTIFY_EXTENSION;
        }
    }

    /** @param amount yuan */
    record AskFee(FeeBasis basis, int count, BigDecimal amount) implements Step {
        @Override
        public Action action() {
            return Action.ASK_FEE;
        }
    }

    record RecordPayment() implements Step {
        @Override
        public Action action() {
            return Action.RECORD_PAYMENT;
        }
    }

    /** The applicant is asked why they apply so much and so often (2019 Art. 35). */
    record AskReasons() implements Step {
        @Override
        public Action action() {
            return Action.ASK_REASONS;
        }
    }

    record RecordReasons() implements Step {
        @Override
        public Action action() {
            return Action.RECORD_REASONS;
        }
    }

    /** The reasons are good but the period is too short: a later day is set and told (2019 Art. 35). */
    record NotifyDelay(LocalDate until) implements Step {
        @Override
        public Action action() {
            return Action.NOTIFY_DELAY;
        }
    }

    /**
     * @param hash SM3 of the draft
     * @param withheld number of parts that are withheld
     */
    record SubmitReply(ReplyKind kind, String hash, int withheld) implements Step {
        @Override
        public Action action() {
            return Action.SUBMIT_REPLY;
        }
    }

    record ClearReply() implements Step {
        @Override
        public Action action() {
            return Action.CLEAR_REPLY;
        }
    }

    record ApproveReply() implements Step {
        @Override
        public Action action() {
            return Action.APPROVE_REPLY;
        }
    }

    record ReturnReply() implements Step {
        @Override
        public Action action() {
            return Action.RETURN_REPLY;
        }
    }

    record RecallReply() implements Step {
        @Override
        public Action action() {
            return Action.RECALL_REPLY;
        }
    }

    /** @param mailNumber item number of the state postal enterprise, for {@link ServiceMethod#POST}; empty otherwise and for what was served on paper before */
    record Serve(ServiceMethod method, String mailNumber) implements Step {

        public Serve {
            mailNumber = mailNumber == null ? "" : mailNumber;
        }

        public Serve(ServiceMethod method) {
            this(method, "");
        }

        @Override
        public Action action() {
            return Action.SERVE;
        }
    }

    /** The applicant let it lie: {@link ReplyKind#NOT_CORRECTED}, {@link ReplyKind#CORRECTION_ASKED} or {@link ReplyKind#FEE_NOT_PAID}. */
    record Abandon(ReplyKind kind) implements Step {
        @Override
        public Action action() {
            return Action.ABANDON;
        }
    }

    record Withdraw() implements Step {
        @Override
        public Action action() {
            return Action.WITHDRAW;
        }
    }

    record Note() implements Step {
        @Override
        public Action action() {
            return Action.NOTE;
        }
    }

    record Redate(@Nullable LocalDate from, @Nullable LocalDate to) implements Step {
        @Override
        public Action action() {
            return Action.REDATE;
        }
    }
}
