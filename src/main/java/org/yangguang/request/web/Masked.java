package org.yangguang.request.web;

import org.yangguang.request.Applicant;

/** Personal data as it is shown until somebody asks to see it: enough to recognise, not enough to use. */
public final class Masked {

    private Masked() {}

    public static Applicant of(Applicant applicant) {
        return new Applicant(
                applicant.kind(),
                applicant.kind().organisation() ? applicant.name() : start(applicant.name(), 1),
                applicant.identityType(),
                middle(applicant.identity(), 2, 2),
                start(applicant.contactPerson(), 1),
                middle(applicant.phone(), 3, 2),
                mail(applicant.email()),
                start(applicant.address(), 6),
                "");
    }

    /** The first signs, then stars for the rest. */
    public static String start(String text, int shown) {
        return text.length() <= shown ? "*".repeat(text.length()) : text.substring(0, shown) + "**";
    }

    private static String middle(String text, int before, int after) {
        return text.length() <= before + after
                ? "*".repeat(text.length())
                : text.substring(0, before) + "****" + text.substring(text.length() - after);
    }

    private static String mail(String text) {
        int at = text.indexOf('@');
        return at <= 0 ? start(text, 1) : text.charAt(0) + "***" + text.substring(at);
    }
}
