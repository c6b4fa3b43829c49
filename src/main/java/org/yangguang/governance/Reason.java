package org.yangguang.governance;

import java.util.List;

/** Why something was not done: a message key with its arguments. */
public record Reason(String key, List<Object> arguments) {

    public static Reason of(String key, Object... arguments) {
        return new Reason(key, List.of(arguments));
    }
}
