package org.yangguang.catalogue;

import java.util.List;
import java.util.function.Function;

/** What came of an officer's act on a guide, a rule, a column, a term or a scheme. */
public sealed interface CatalogueOutcome<T> {

    /** It is done. */
    record Done<T>(T result) implements CatalogueOutcome<T> {}

    /** Nothing was changed, for all these reasons. */
    record Refused<T>(List<Reason> reasons) implements CatalogueOutcome<T> {

        public Refused {
            reasons = List.copyOf(reasons);
        }
    }

    /** Somebody else changed the same thing in the meantime; nothing was changed. */
    record Overtaken<T>(T now, String by) implements CatalogueOutcome<T> {}

    static <T> CatalogueOutcome<T> refused(Reason... reasons) {
        return new Refused<>(List.of(reasons));
    }

    /** What follows from each of the three. */
    default <R> R then(Function<T, R> done, Function<List<Reason>, R> refused, Function<Overtaken<T>, R> overtaken) {
        if (this instanceof Done<T> is) {
            return done.apply(is.result());
        }
        return this instanceof Refused<T> is ? refused.apply(is.reasons()) : overtaken.apply((Overtaken<T>) this);
    }

    default boolean done() {
        return this instanceof Done;
    }
}
