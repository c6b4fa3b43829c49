package org.yangguang.account;

import java.util.Arrays;
import java.util.Optional;

/** What an access token may be used for; the officer's own grants still apply on top. */
public enum TokenScope {
    /** Read items that are published for internal use in the officer's organs. */
    DISCLOSURES_READ_INTERNAL("disclosures:read-internal"),
    /** Export the audit chain. */
    AUDIT_EXPORT("audit:export"),
    /** Hand in drafts from another system. */
    DRAFTS_WRITE("drafts:write");

    private final String label;

    TokenScope(String label) {
        this.label = label;
    }

    /** As it is written in requests and on the command line. */
    public String label() {
        return label;
    }

    /** Name of the granted authority in Spring Security. */
    public String authority() {
        return "SCOPE_" + label;
    }

    public static Optional<TokenScope> of(String label) {
        return Arrays.stream(values())
                .filter(scope -> scope.label.equals(label))
                .findFirst();
    }
}
