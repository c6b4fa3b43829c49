package org.yangguang.file;

import java.util.List;
import org.yangguang.site.Page;

/**
 * One sentence of a refusal or a warning about a file.
 *
 * @param key message key
 * @param arguments what fills {0}, {1} …
 */
public record Reason(String key, List<Object> arguments) {

    public Reason {
        arguments = List.copyOf(arguments);
    }

    public static Reason of(String key, Object... arguments) {
        return new Reason(key, List.of(arguments));
    }

    /** The sentence in the language of the page. */
    public String on(Page page) {
        return page.t(key, arguments.toArray());
    }
}
