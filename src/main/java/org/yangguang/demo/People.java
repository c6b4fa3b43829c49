package org.yangguang.demo;

import java.util.Map;
import java.util.Objects;
import org.yangguang.account.Officer;

/** The people of one body who handle applications. */
record People(Officer handler, Officer secrecy, Officer leader, Officer office) {

    /** @param prefix of their logins */
    static People of(Map<String, Officer> officers, String prefix) {
        return of(
                officers,
                prefix + "handler",
                prefix + "secrecy-officer",
                prefix + "leader",
                prefix + "disclosure-office");
    }

    /** Those who can sign in. */
    static People civil(Map<String, Officer> officers) {
        return of(officers, "handler", "secrecy", "leader", "office");
    }

    private static People of(
            Map<String, Officer> officers, String handler, String secrecy, String leader, String office) {
        return new People(
                Objects.requireNonNull(officers.get(handler), handler),
                Objects.requireNonNull(officers.get(secrecy), secrecy),
                Objects.requireNonNull(officers.get(leader), leader),
                Objects.requireNonNull(officers.get(office), office));
    }
}
