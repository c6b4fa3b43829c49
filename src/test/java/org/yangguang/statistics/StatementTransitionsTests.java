package org.yangguang.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yangguang.statistics.StatementTransitions.Action;
import org.yangguang.statistics.StatementTransitions.Side;

class StatementTransitionsTests {

    @Test
    void everyPairOfStateAndActionThatIsNotInTheTableIsRefused() {
        Map<StatementState, Map<Action, StatementState>> legal = new EnumMap<>(StatementState.class);
        legal.put(StatementState.LIVE, Map.of(Action.BEGIN, StatementState.DRAFT));
        legal.put(StatementState.DRAFT, Map.of(Action.SUBMIT, StatementState.SUBMITTED));
        legal.put(StatementState.RETURNED, Map.of(Action.SUBMIT, StatementState.SUBMITTED));
        legal.put(
                StatementState.SUBMITTED,
                Map.of(
                        Action.TAKE_BACK, StatementState.DRAFT,
                        Action.RETURN, StatementState.RETURNED,
                        Action.ACCEPT, StatementState.ACCEPTED));
        legal.put(
                StatementState.ACCEPTED,
                Map.of(Action.RETURN, StatementState.RETURNED, Action.FREEZE, StatementState.FROZEN));

        for (StatementState from : StatementState.values()) {
            for (Action action : Action.values()) {
                assertThat(StatementTransitions.of(from, action).map(StatementTransitions::to))
                        .as(from + " " + action)
                        .isEqualTo(java.util.Optional.ofNullable(
                                legal.getOrDefault(from, new HashMap<>()).get(action)));
            }
        }
    }

    @Test
    void nothingLeadsOutOfAFrozenStatement() {
        assertThat(StatementTransitions.from(StatementState.FROZEN)).isEmpty();
    }

    @Test
    void theOrganSubmitsAndTheDistrictDecides() {
        assertThat(StatementTransitions.values())
                .filteredOn(each -> each.side() == Side.DISTRICT)
                .extracting(StatementTransitions::action)
                .containsOnly(Action.RETURN, Action.ACCEPT, Action.FREEZE);
    }
}
