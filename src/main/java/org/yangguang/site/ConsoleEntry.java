package org.yangguang.site;

import java.util.Set;

/**
 * One entry of the console's navigation; modules offer theirs as beans.
 *
 * @param label message key
 * @param href address below {@code /console}
 * @param order position, ascending
 * @param roles granted authorities ({@code ROLE_…}) of which the officer needs one; empty means any officer
 */
public record ConsoleEntry(String label, String href, int order, Set<String> roles) {

    /**
     * Entries of the same group stand together: the desk (below 10), what the officer publishes (below 20), what comes from citizens
     * (below 60) and its tools (below 100), then each hundred.
     */
    public int group() {
        return order < 10 ? 0 : order < 20 ? 1 : order < 60 ? 2 : order < 100 ? 3 : 3 + order / 100;
    }
}
