package org.yangguang.site;

/**
 * A form that is given out; the template {@code site/guard} writes it into the page.
 *
 * @param token signed name of this one copy of the form
 * @param challenge what the browser is to compute, as the ALTCHA protocol has it
 * @param first first number of the question that a browser without scripts asks instead
 * @param second its second number
 */
public record GuardedForm(String token, Challenge challenge, int first, int second) {

    /** Find the number up to {@code most} whose SHA-256 hash behind {@code salt} is {@code challenge}. */
    public record Challenge(String algorithm, String challenge, String salt, String signature, long most) {}
}
