package org.yangguang.request;

import java.util.Set;

/**
 * One legal move of a case.
 *
 * @param when which of two moves of the same name it is
 * @param event name in the audit chain
 */
public record Transition(CaseState from, Action action, CaseState to, Set<Who> who, When when, String event) {

    /** What decides where a move leads. */
    public enum When {
        ALWAYS,
        /** The date of receipt is known. */
        RECEIPT_KNOWN,
        RECEIPT_UNKNOWN,
        /** Nobody else is still being asked. */
        LAST_CONSULTATION,
        OTHER_CONSULTATIONS
    }
}
