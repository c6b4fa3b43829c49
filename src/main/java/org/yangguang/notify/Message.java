package org.yangguang.notify;

import org.jspecify.annotations.Nullable;

/**
 * Something to be told to one person.
 *
 * @param to mail address, or mobile number of eleven digits
 * @param subject line of a mail; unused in a text message
 * @param text plain text
 * @param about the record it is about, without personal data: {@code request.case:12}
 * @param leave address to which a POST takes the receiver off the list (RFC 8058); null for what is sent on one occasion
 */
public record Message(
        Way way,
        String to,
        String subject,
        String text,
        String about,
        @Nullable String leave) {

    public Message(Way way, String to, String subject, String text, String about) {
        this(way, to, subject, text, about, null);
    }

    /** How a person is told. */
    public enum Way {
        EMAIL,
        SMS
    }

    public static Message email(String to, String subject, String text, String about) {
        return new Message(Way.EMAIL, to, subject, text, about);
    }

    /** A mail that goes to everybody on a list; one click at {@code leave} ends it. */
    public static Message listed(String to, String subject, String text, String about, String leave) {
        return new Message(Way.EMAIL, to, subject, text, about, leave);
    }

    public static Message sms(String to, String text, String about) {
        return new Message(Way.SMS, to, "", text, about);
    }
}
