package org.yangguang.request;

/** What can happen to an application; when, by whom and with what effect is said by {@link Transitions}. */
public enum Action {
    RECEIVE,
    CONFIRM,
    ASSIGN,
    TRANSFER,
    ASK_CORRECTION,
    CORRECT,
    CONSULT,
    RECORD_DELIVERY,
    RECORD_OPINION,
    RECORD_SILENCE,
    ASK_ASSISTANCE,
    PROPOSE_EXTENSION,
    APPROVE_EXTENSION,
    REFUSE_EXTENSION,
    NOTIFY_EXTENSION,
    ASK_FEE,
    RECORD_PAYMENT,
    ASK_REASONS,
    RECORD_REASONS,
    NOTIFY_DELAY,
    SUBMIT_REPLY,
    CLEAR_REPLY,
    APPROVE_REPLY,
    RETURN_REPLY,
    RECALL_REPLY,
    SERVE,
    ABANDON,
    WITHDRAW,
    NOTE,
    /** Done by the program when a new arrangement of holidays moves the deadline. */
    REDATE
}
