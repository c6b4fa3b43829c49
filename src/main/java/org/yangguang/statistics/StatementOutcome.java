package org.yangguang.statistics;

import java.util.List;

/** What came of an act on a statement. */
public sealed interface StatementOutcome {

    record Done(StatementKey key) implements StatementOutcome {}

    /** Nothing was done; every reason is named. */
    record Refused(List<Refusal> reasons) implements StatementOutcome {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * Why something was not done.
     *
     * @param key of the message
     */
    record Refusal(String key, List<Object> arguments) {
        public Refusal {
            arguments = List.copyOf(arguments);
        }

        static Refusal of(String key, Object... arguments) {
            return new Refusal("statistics.refused." + key, List.of(arguments));
        }
    }

    static StatementOutcome refused(String key, Object... arguments) {
        return new Refused(List.of(Refusal.of(key, arguments)));
    }

    default boolean done() {
        return this instanceof Done;
    }
}
