package org.yangguang.notify;

/**
 * Something to be told to one person.
 *
 * @param to mail address, or mobile number of eleven digits
 * @param subject line of a mail; unused in a text message
 * @param text plain text
 * @param about the record it is about, without personal data: {@code request.case:12}
 */
public record Message(Way way, String to, String subject, String text, String about) {

    /** How a person is told. */
    public enum Way {
        EMAIL,
        SMS
    }

    public static Message email(String to, String subject, String text, String about) {
        return new Message(Way.EMAIL, to, subject, text, about);
    }

    public static Message sms(String to, String text, String about) {
        return new Message(Way.SMS, to, "", text, about);
    }
}
