package org.yangguang.account;

import org.springframework.security.core.AuthenticatedPrincipal;

/** Whatever authenticated an officer: a session (password and second factor) or an access token. */
public interface OfficerPrincipal extends AuthenticatedPrincipal {

    Officer officer();

    /** Whether the officer may act for this purpose: a session allows everything, an access token only its scopes. */
    default boolean allows(TokenScope scope) {
        return true;
    }

    /** Whether the officer sits at the console, so that only their grants limit them. */
    default boolean session() {
        return true;
    }

    @Override
    default String getName() {
        return officer().login();
    }
}
