package org.yangguang.request;

/**
 * What is asked for (2007 Art. 20, 2019 Art. 29).
 *
 * @param title name of the information, or a short description
 * @param description other features by which it can be found; may be empty
 * @param documentNumber 文号, when the applicant knows it
 * @param purpose for what it is needed (2007 Art. 13); empty since 2019
 */
public record Wanted(String title, String description, String documentNumber, String purpose, Form form, Way way) {

    /** In what form it is wanted. */
    public enum Form {
        PAPER,
        ELECTRONIC,
        INSPECTION,
        ANY
    }

    /** How it is to reach the applicant. */
    public enum Way {
        POST,
        EMAIL,
        FAX,
        IN_PERSON,
        ONLINE
    }

    public static Wanted of(String title, String description) {
        return new Wanted(title, description, "", "", Form.ANY, Way.POST);
    }

    /** May name people; not for logs. */
    @Override
    public String toString() {
        return "Wanted";
    }
}
