package org.yangguang.remedy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of something an officer wanted. */
public sealed interface RemedyOutcome {

    record Done(RemedyId id, int version) implements RemedyOutcome {}

    /** Nothing changed; every reason is given at once. */
    record Refused(List<Reason> reasons) implements RemedyOutcome {}

    /**
     * @param field name of the form's field that it concerns; null when it concerns the whole
     * @param key message key
     */
    record Reason(@Nullable String field, String key, List<Object> arguments) {

        static Reason of(String key, Object... arguments) {
            return new Reason(null, key, List.of(arguments));
        }

        static Reason at(String field, String key, Object... arguments) {
            return new Reason(field, key, List.of(arguments));
        }
    }
}
