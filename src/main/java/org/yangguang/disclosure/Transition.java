package org.yangguang.disclosure;

import java.util.Set;
import org.yangguang.account.Role;

/**
 * One legal move of an edition.
 *
 * @param who roles of which the officer needs one, in the item's organ (for {@link Action#ANSWER}: in the organ that was asked)
 * @param when for which editions
 * @param event name in the audit chain
 */
public record Transition(
        EditionState from, Action action, EditionState to, Set<Role> who, Stage stage, When when, String event) {

    /** Which editions a move is for. */
    public enum When {
        ALWAYS,
        PROACTIVE,
        NOT_PROACTIVE;

        boolean fits(DisclosureAttribute attribute) {
            return this == ALWAYS || (this == PROACTIVE) == (attribute == DisclosureAttribute.PROACTIVE);
        }
    }
}
