package org.yangguang.request;

/**
 * The applicant as they named themselves; personal data, sealed wherever it is kept. Empty strings where nothing was given.
 *
 * @param name name of the person or organisation
 * @param identityType what proves the identity: a kind of document
 * @param identity number of that document, or the credit code
 * @param contactPerson who speaks for an organisation
 */
public record Applicant(
        ApplicantKind kind,
        String name,
        String identityType,
        String identity,
        String contactPerson,
        String phone,
        String email,
        String address,
        String postCode) {

    /** An applicant of whom only the name and one way to reach them are known. */
    public static Applicant of(ApplicantKind kind, String name, String identity, String phone, String address) {
        return new Applicant(kind, name, "", identity, "", phone, "", address, "");
    }

    public boolean reachable() {
        return !(phone.isBlank() && email.isBlank() && address.isBlank());
    }

    /** Personal data is not for logs. */
    @Override
    public String toString() {
        return "Applicant[" + kind + "]";
    }
}
