package org.yangguang.engagement;

/**
 * Who wrote a letter. Every part may be empty; sealed at rest.
 *
 * @param email where the reply is announced
 */
public record Writer(String name, String phone, String email, String address) {

    public static final Writer NOBODY = new Writer("", "", "", "");

    /** Enough to recognise, not enough to use. */
    public Writer masked() {
        return new Writer(start(name, 1), middle(phone), mail(email), start(address, 4));
    }

    private static String start(String text, int shown) {
        return text.length() <= shown ? "*".repeat(text.length()) : text.substring(0, shown) + "**";
    }

    private static String middle(String text) {
        return text.length() <= 5
                ? "*".repeat(text.length())
                : text.substring(0, 3) + "****" + text.substring(text.length() - 2);
    }

    private static String mail(String text) {
        int at = text.indexOf('@');
        return at <= 0 ? start(text, 1) : text.charAt(0) + "***" + text.substring(at);
    }
}
