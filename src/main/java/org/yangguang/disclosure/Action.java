package org.yangguang.disclosure;

/** What can be done to an edition; which of them, when and by whom is said by {@link Transitions}. */
public enum Action {
    SUBMIT,
    RECALL,
    APPROVE,
    RETURN,
    ASK,
    ANSWER,
    CANCEL_QUESTION,
    PUBLISH,
    SCHEDULE,
    CANCEL_SCHEDULE,
    DISCARD,
    REVISE,
    WITHDRAW,
    WITHDRAW_IN_EMERGENCY,
    /** Done by the program when a newer edition takes the place; nobody may ask for it. */
    SUPERSEDE,
    /** Taken in as history that was decided before, or elsewhere; nobody may ask for it. */
    IMPORT,
    /** Went out by other ways than the website, recorded afterwards; see {@link Releases}. */
    RECORD_RELEASE
}
