package org.yangguang.engagement;

import static org.yangguang.account.Role.DISCLOSURE_OFFICE;
import static org.yangguang.account.Role.DISTRICT_OFFICE;
import static org.yangguang.account.Role.HANDLER;
import static org.yangguang.account.Role.LEADER;
import static org.yangguang.account.Role.SECRECY_OFFICER;
import static org.yangguang.engagement.LetterAction.APPROVE_REPLY;
import static org.yangguang.engagement.LetterAction.ASSIGN;
import static org.yangguang.engagement.LetterAction.MARK_SPAM;
import static org.yangguang.engagement.LetterAction.MERGE;
import static org.yangguang.engagement.LetterAction.NOTE;
import static org.yangguang.engagement.LetterAction.PUBLISH;
import static org.yangguang.engagement.LetterAction.RECALL_REPLY;
import static org.yangguang.engagement.LetterAction.RESTORE;
import static org.yangguang.engagement.LetterAction.RETURN_REPLY;
import static org.yangguang.engagement.LetterAction.SEPARATE;
import static org.yangguang.engagement.LetterAction.SUBMIT_REPLY;
import static org.yangguang.engagement.LetterAction.TRANSFER;
import static org.yangguang.engagement.LetterAction.WITHDRAW;
import static org.yangguang.engagement.LetterState.ANSWERED;
import static org.yangguang.engagement.LetterState.IN_HAND;
import static org.yangguang.engagement.LetterState.MERGED;
import static org.yangguang.engagement.LetterState.PUBLISHED;
import static org.yangguang.engagement.LetterState.RECEIVED;
import static org.yangguang.engagement.LetterState.REPLY_REVIEW;
import static org.yangguang.engagement.LetterState.SPAM;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yangguang.account.Role;

/** Every legal move of a letter, as data; what is not here is refused. */
public final class LetterTransitions {

    private static final Set<Role> OFFICE = Set.of(DISCLOSURE_OFFICE, DISTRICT_OFFICE);
    private static final Set<Role> WORK = Set.of(HANDLER, DISCLOSURE_OFFICE, DISTRICT_OFFICE);
    private static final Set<Role> REVIEW = Set.of(LEADER, DISCLOSURE_OFFICE, DISTRICT_OFFICE);
    private static final Set<Role> ALL_ROLES =
            Set.of(HANDLER, SECRECY_OFFICER, LEADER, DISCLOSURE_OFFICE, DISTRICT_OFFICE);

    /** The table. */
    public static final List<LetterTransition> ALL = table();

    private LetterTransitions() {}

    public static Optional<LetterTransition> of(LetterState from, LetterAction action) {
        return ALL.stream()
                .filter(each -> each.from() == from && each.action() == action)
                .findFirst();
    }

    private static List<LetterTransition> table() {
        List<LetterTransition> table = new ArrayList<>(List.of(
                new LetterTransition(RECEIVED, ASSIGN, IN_HAND, OFFICE, "letter.assigned"),
                new LetterTransition(IN_HAND, ASSIGN, IN_HAND, OFFICE, "letter.assigned"),
                new LetterTransition(RECEIVED, TRANSFER, RECEIVED, OFFICE, "letter.transferred"),
                new LetterTransition(IN_HAND, TRANSFER, RECEIVED, WORK, "letter.transferred"),
                new LetterTransition(IN_HAND, SUBMIT_REPLY, REPLY_REVIEW, WORK, "letter.reply-submitted"),
                new LetterTransition(REPLY_REVIEW, RECALL_REPLY, IN_HAND, WORK, "letter.reply-recalled"),
                new LetterTransition(REPLY_REVIEW, RETURN_REPLY, IN_HAND, REVIEW, "letter.reply-returned"),
                new LetterTransition(REPLY_REVIEW, APPROVE_REPLY, ANSWERED, REVIEW, "letter.answered"),
                new LetterTransition(RECEIVED, MERGE, MERGED, WORK, "letter.merged"),
                new LetterTransition(IN_HAND, MERGE, MERGED, WORK, "letter.merged"),
                new LetterTransition(MERGED, SEPARATE, RECEIVED, WORK, "letter.separated"),
                new LetterTransition(RECEIVED, MARK_SPAM, SPAM, OFFICE, "letter.marked-spam"),
                new LetterTransition(IN_HAND, MARK_SPAM, SPAM, OFFICE, "letter.marked-spam"),
                new LetterTransition(SPAM, RESTORE, RECEIVED, OFFICE, "letter.restored"),
                new LetterTransition(ANSWERED, PUBLISH, PUBLISHED, REVIEW, "public-letter.published"),
                new LetterTransition(PUBLISHED, WITHDRAW, ANSWERED, REVIEW, "public-letter.withdrawn")));
        for (LetterState state : LetterState.values()) {
            table.add(new LetterTransition(state, NOTE, state, ALL_ROLES, "letter.noted"));
        }
        return List.copyOf(table);
    }
}
