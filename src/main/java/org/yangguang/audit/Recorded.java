package org.yangguang.audit;

import java.util.Set;

/**
 * Acts were recorded and their transactions have committed. Told on the node that recorded them before the call that committed
 * returns, and on every other node when it looks next, a fifth of a second later at most. May be told more than once.
 *
 * @param actions their names, {@code edition.published}
 */
public record Recorded(Set<String> actions) {}
