package org.yangguang.account;

import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;

/** The officer behind the running request. */
@Service
public class SignedIn {

    /** The officer at the console. Empty for a citizen, and for an access token: ask for its scope instead. */
    public Optional<Officer> officer() {
        return principal().filter(OfficerPrincipal::session).map(OfficerPrincipal::officer);
    }

    /** The officer at the console, or the one whose access token was sent and carries {@code scope}. */
    public Optional<Officer> officer(TokenScope scope) {
        return principal().filter(principal -> principal.allows(scope)).map(OfficerPrincipal::officer);
    }

    /** The officer of a console page, where sign-in is certain. */
    public Officer required() {
        return officer().orElseThrow(() -> new IllegalStateException("nobody is signed in"));
    }

    private static Optional<OfficerPrincipal> principal() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.getPrincipal() instanceof OfficerPrincipal principal
                ? Optional.of(principal)
                : Optional.empty();
    }
}
