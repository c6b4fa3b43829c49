package org.yangguang.audit;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * Acts were recorded and their transactions have committed. Told on the node that recorded them before the call that committed
 * returns, and on every other node when it looks next, a fifth of a second later at most. May be told more than once.
 */
public record Recorded(Set<Deed> deeds) {

    /**
     * @param action its name, {@code edition.published}
     * @param subject what it was done to, {@code disclosure.edition:17}; empty where so many were recorded that they are not told one
     *     by one
     */
    public record Deed(String action, String subject) {}

    /** The names of what was done. */
    public Set<String> actions() {
        return deeds.stream().map(Deed::action).collect(Collectors.toUnmodifiableSet());
    }
}
