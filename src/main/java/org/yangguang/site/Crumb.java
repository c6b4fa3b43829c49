package org.yangguang.site;

import org.jspecify.annotations.Nullable;

/**
 * One step of the path to a page (当前位置), after the home page.
 *
 * @param label text in the reader's language
 * @param href address; null for the page itself
 */
public record Crumb(String label, @Nullable String href) {

    public static Crumb here(String label) {
        return new Crumb(label, null);
    }
}
