package org.yangguang.engagement;

import java.util.List;

/** What came of it. */
public sealed interface Outcome<T> {

    record Done<T>(T value) implements Outcome<T> {}

    /** Nothing changed; every reason is given at once. */
    record Refused<T>(List<Reason> reasons) implements Outcome<T> {}

    static <T> Outcome<T> refused(Reason... reasons) {
        return new Refused<>(List.of(reasons));
    }

    default boolean done() {
        return this instanceof Done;
    }

    /** The value of something that cannot have been refused. */
    default T value() {
        if (this instanceof Done<T> done) {
            return done.value();
        }
        throw new IllegalStateException(toString());
    }
}
