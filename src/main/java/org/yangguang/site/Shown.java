package org.yangguang.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a page shows, told while it is made. A page of which nothing is told shows everything: it is made anew whenever anything is
 * recorded that the public sees. One that tells stands until one of the things is changed ({@link ShownChanges}) or an act is recorded
 * of which nobody says what it changes. So it must name all that the page takes from items; of organs, columns, words of vocabularies
 * and topics it may be silent, because acts upon them change all pages.
 */
public final class Shown {

    private static final String ATTRIBUTE = Shown.class.getName();

    private Shown() {}

    /** The page shows these things, such as {@code item:17}, beside those told before. */
    public static void add(HttpServletRequest request, Set<String> things) {
        Set<String> told = new HashSet<>(things);
        Set<String> before = told(request);
        if (before != null) {
            told.addAll(before);
        }
        request.setAttribute(ATTRIBUTE, Set.copyOf(told));
    }

    /** Null when nothing was told. */
    @SuppressWarnings("unchecked")
    public static @Nullable Set<String> told(HttpServletRequest request) {
        return (Set<String>) request.getAttribute(ATTRIBUTE);
    }
}
