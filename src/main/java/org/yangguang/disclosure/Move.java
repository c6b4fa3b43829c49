package org.yangguang.disclosure;

import java.time.Instant;
import org.yangguang.organ.OrganId;

/** What an officer wants to do to an edition, with what the act needs. */
public sealed interface Move {

    Action action();

    /** The officer's opinion, reasons or note; empty where none is asked for. */
    String words();

    record Submit(String words) implements Move {
        @Override
        public Action action() {
            return Action.SUBMIT;
        }
    }

    record Recall(String words) implements Move {
        @Override
        public Action action() {
            return Action.RECALL;
        }
    }

    record Approve(String words) implements Move {
        @Override
        public Action action() {
            return Action.APPROVE;
        }
    }

    record Return(String words) implements Move {
        @Override
        public Action action() {
            return Action.RETURN;
        }
    }

    record Ask(OrganId organ, String words) implements Move {
        @Override
        public Action action() {
            return Action.ASK;
        }
    }

    record Answer(boolean agreed, String words) implements Move {
        @Override
        public Action action() {
            return Action.ANSWER;
        }
    }

    record CancelQuestion(String words) implements Move {
        @Override
        public Action action() {
            return Action.CANCEL_QUESTION;
        }
    }

    record Publish(String words) implements Move {
        @Override
        public Action action() {
            return Action.PUBLISH;
        }
    }

    record Schedule(Instant at, String words) implements Move {
        @Override
        public Action action() {
            return Action.SCHEDULE;
        }
    }

    record CancelSchedule(String words) implements Move {
        @Override
        public Action action() {
            return Action.CANCEL_SCHEDULE;
        }
    }

    record Discard(String words) implements Move {
        @Override
        public Action action() {
            return Action.DISCARD;
        }
    }

    record Revise(String words) implements Move {
        @Override
        public Action action() {
            return Action.REVISE;
        }
    }

    record Withdraw(WithdrawalReason reason, String words) implements Move {
        @Override
        public Action action() {
            return Action.WITHDRAW;
        }
    }

    record WithdrawInEmergency(WithdrawalReason reason, String words) implements Move {
        @Override
        public Action action() {
            return Action.WITHDRAW_IN_EMERGENCY;
        }
    }
}
