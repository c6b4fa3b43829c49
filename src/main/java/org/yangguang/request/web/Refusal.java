package org.yangguang.request.web;

import org.jspecify.annotations.Nullable;
import org.yangguang.request.Action;

/** A reason in the reader's words; {@code field} names the field that it stands beside. */
public record Refusal(@Nullable String field, String text) {

    /** On the page of a case each action has a form of its own, whose fields are named with it. */
    Refusal in(Action action) {
        return field == null ? this : new Refusal(field + "-" + action, text);
    }
}
