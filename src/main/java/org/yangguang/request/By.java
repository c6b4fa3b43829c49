package org.yangguang.request;

import org.yangguang.account.AccountId;
import org.yangguang.account.Officer;
import org.yangguang.organ.OrganId;

/**
 * Who did it.
 *
 * @param account 0 for the applicant and the program
 * @param name display name of an officer; empty for others
 * @param organ organ of the officer; 0 for others
 */
public record By(Kind kind, AccountId account, String name, OrganId organ) {

    /** What sort of actor. */
    public enum Kind {
        OFFICER,
        APPLICANT,
        /** Who was asked for an opinion. */
        CONSULTED,
        PROGRAM
    }

    public static final By APPLICANT = new By(Kind.APPLICANT, new AccountId(0), "", new OrganId(0));
    public static final By CONSULTED = new By(Kind.CONSULTED, new AccountId(0), "", new OrganId(0));
    public static final By PROGRAM = new By(Kind.PROGRAM, new AccountId(0), "", new OrganId(0));

    public static By officer(Officer officer) {
        return new By(Kind.OFFICER, officer.id(), officer.name(), officer.organ());
    }
}
