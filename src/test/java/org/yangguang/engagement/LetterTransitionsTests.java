package org.yangguang.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.yangguang.account.Role;

class LetterTransitionsTests {

    private static final Map<String, LetterState> LEGAL = Map.ofEntries(
            Map.entry("RECEIVED ASSIGN", LetterState.IN_HAND),
            Map.entry("IN_HAND ASSIGN", LetterState.IN_HAND),
            Map.entry("RECEIVED TRANSFER", LetterState.RECEIVED),
            Map.entry("IN_HAND TRANSFER", LetterState.RECEIVED),
            Map.entry("IN_HAND SUBMIT_REPLY", LetterState.REPLY_REVIEW),
            Map.entry("REPLY_REVIEW RECALL_REPLY", LetterState.IN_HAND),
            Map.entry("REPLY_REVIEW RETURN_REPLY", LetterState.IN_HAND),
            Map.entry("REPLY_REVIEW APPROVE_REPLY", LetterState.ANSWERED),
            Map.entry("RECEIVED MERGE", LetterState.MERGED),
            Map.entry("IN_HAND MERGE", LetterState.MERGED),
            Map.entry("MERGED SEPARATE", LetterState.RECEIVED),
            Map.entry("RECEIVED MARK_SPAM", LetterState.SPAM),
            Map.entry("IN_HAND MARK_SPAM", LetterState.SPAM),
            Map.entry("SPAM RESTORE", LetterState.RECEIVED),
            Map.entry("ANSWERED PUBLISH", LetterState.PUBLISHED),
            Map.entry("PUBLISHED WITHDRAW", LetterState.ANSWERED));

    @Test
    void everyPairThatIsNotDeclaredIsRefused() {
        Map<String, LetterState> found = new TreeMap<>();
        for (LetterState from : LetterState.values()) {
            for (LetterAction action : LetterAction.values()) {
                LetterTransitions.of(from, action).ifPresent(each -> {
                    if (action != LetterAction.NOTE) {
                        found.put(from + " " + action, each.to());
                    }
                });
            }
        }
        assertThat(found).isEqualTo(new TreeMap<>(LEGAL));
    }

    @Test
    void aNoteChangesNothingAndIsPossibleAlways() {
        for (LetterState state : LetterState.values()) {
            assertThat(LetterTransitions.of(state, LetterAction.NOTE))
                    .hasValueSatisfying(each -> assertThat(each.to()).isEqualTo(state));
        }
    }

    @Test
    void noMoveIsDeclaredTwiceAndEachIsForSomebody() {
        List<String> pairs = new ArrayList<>();
        LetterTransitions.ALL.forEach(each -> pairs.add(each.from() + " " + each.action()));
        assertThat(pairs).doesNotHaveDuplicates();
        assertThat(LetterTransitions.ALL)
                .allSatisfy(each -> assertThat(each.who()).isNotEmpty());
        assertThat(LetterTransitions.ALL)
                .filteredOn(each ->
                        Set.of(LetterAction.APPROVE_REPLY, LetterAction.PUBLISH).contains(each.action()))
                .allSatisfy(each -> assertThat(each.who()).doesNotContain(Role.HANDLER));
    }

    @Test
    void everyStateIsReachedFromAReceivedLetter() {
        Set<LetterState> reached = new TreeSet<>(Set.of(LetterState.RECEIVED));
        boolean more = true;
        while (more) {
            more = LetterTransitions.ALL.stream()
                    .filter(each -> reached.contains(each.from()))
                    .map(each -> reached.add(each.to()))
                    .reduce(false, Boolean::logicalOr);
        }
        assertThat(reached).containsExactlyInAnyOrder(LetterState.values());
    }
}
