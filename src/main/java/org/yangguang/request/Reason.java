package org.yangguang.request;

import java.util.List;
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

    /** @param most characters that the field holds */
    public static Reason tooLong(String field, int most) {
        return at(field, "request.refused.tooLong", new Field(field), most);
    }

    public static Reason at(String field, String key, Object... arguments) {
        return new Reason(field, key, List.of(arguments));
    }
}
