package org.yangguang.engagement;

import static org.yangguang.account.Role.DISCLOSURE_OFFICE;
import static org.yangguang.account.Role.DISTRICT_OFFICE;
import static org.yangguang.account.Role.HANDLER;
import static org.yangguang.account.Role.LEADER;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yangguang.account.Role;

/** Every legal move of an affair, as data; what is not here is refused. */
public final class AffairTransitions {

    /** Who writes. */
    public static final Set<Role> WORK = Set.of(HANDLER, DISCLOSURE_OFFICE, DISTRICT_OFFICE);
    /** Who releases what others wrote. */
    public static final Set<Role> REVIEW = Set.of(LEADER, DISCLOSURE_OFFICE, DISTRICT_OFFICE);

    /** The table. */
    public static final List<Move> ALL = List.of(
            new Move(AffairState.DRAFT, AffairAction.SUBMIT, AffairState.SUBMITTED, WORK, "affair.submitted"),
            new Move(AffairState.SUBMITTED, AffairAction.RETURN, AffairState.DRAFT, REVIEW, "affair.returned"),
            new Move(AffairState.SUBMITTED, AffairAction.PUBLISH, AffairState.PUBLISHED, REVIEW, "affair.published"),
            new Move(AffairState.PUBLISHED, AffairAction.WITHDRAW, AffairState.WITHDRAWN, REVIEW, "affair.withdrawn"),
            new Move(AffairState.WITHDRAWN, AffairAction.REVISE, AffairState.DRAFT, WORK, "affair.revised"));

    private AffairTransitions() {}

    /**
     * One legal move.
     *
     * @param who roles of which an officer needs one for the organ
     * @param event name in the audit chain
     */
    public record Move(AffairState from, AffairAction action, AffairState to, Set<Role> who, String event) {}

    public static Optional<Move> of(AffairState from, AffairAction action) {
        return ALL.stream()
                .filter(each -> each.from() == from && each.action() == action)
                .findFirst();
    }
}
