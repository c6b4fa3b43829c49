package org.yangguang.catalogue;

import java.util.List;
import org.yangguang.site.Page;

/**
 * One sentence of a refusal or a warning, as key and arguments of the message bundles.
 *
 * @param key message key
 * @param arguments what fills {0}, {1} …; a reason among them is told in the same language first
 */
public record Reason(String key, List<Object> arguments) {

    public Reason {
        arguments = List.copyOf(arguments);
    }

    public Reason(String key, Object... arguments) {
        this(key, List.of(arguments));
    }

    /** The sentence in the language of the page. */
    public String on(Page page) {
        return page.t(
                key,
                arguments.stream()
                        .map(each -> each instanceof Reason inner ? inner.on(page) : each)
                        .toArray());
    }
}
