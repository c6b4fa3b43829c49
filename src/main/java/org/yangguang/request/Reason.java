package org.yangguang.request;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why something was refused: a message key with its arguments.
 *
 * @param field name of the form's field that it concerns; null when it concerns the whole
 */
public record Reason(@Nullable String field, String key, List<Object> arguments) {

    /** A field of a form, said by its label. */
    public record Field(String name) {}

    public static Reason of(String key, Object... arguments) {
        return new Reason(null, key, List.of(arguments));
    }

    /** The reason against a text that has more characters than its field holds. */
    public static Optional<Reason> tooLong(String field, String text, int most) {
        return text.codePointCount(0, text.length()) > most
                ? Optional.of(at(field, "request.refused.tooLong", new Field(field), most))
                : Optional.empty();
    }

    public static Reason at(String field, String key, Object... arguments) {
        return new Reason(field, key, List.of(arguments));
    }
}
