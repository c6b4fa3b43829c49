package org.yangguang.organ;

import java.util.Arrays;
import java.util.List;

/**
 * A sentence for the person who asked for something: why it was refused, or what to look at again.
 *
 * @param key message key
 * @param arguments what fills {0}, {1} …
 */
public record Remark(String key, List<Object> arguments) {

    public static Remark of(String key, Object... arguments) {
        return new Remark(key, Arrays.asList(arguments));
    }
}
