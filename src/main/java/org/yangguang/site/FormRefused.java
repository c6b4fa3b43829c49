package org.yangguang.site;

/**
 * Somebody went beyond a limit of a public form: sent it too often, or guessed codes. Published once for an address and a limit until that limit
 * lets the address through again.
 *
 * @param what the limit: {@code form:request}, {@code code:request}
 */
public record FormRefused(String what) {}
