package org.yangguang.disclosure;

import java.util.Set;

/**
 * Somebody who wants to see items, reduced to the visibility keys they hold. Made only by {@link VisibilityGate}.
 *
 * @param keys {@code public}; {@code audience:<id>} for each audience whose code was given; {@code internal:<organ id>} for an
 *     access token whose scope allows it
 */
public record Reader(Set<String> keys) {}
