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
public record ConsoleEntry(String label, String href, int order, Set<String> roles) {}
