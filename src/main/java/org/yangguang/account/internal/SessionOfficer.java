package org.yangguang.account.internal;

import java.util.Collection;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.yangguang.account.Officer;
import org.yangguang.account.OfficerPrincipal;
import org.yangguang.site.NamedPerson;

/**
 * An officer at the console.
 *
 * @param sessionEpoch the account's epoch at sign-in; the session ends when the account has moved on
 * @param passwordDue whether a password of their own must be chosen first
 * @param secondFactorDue whether a second factor must be set up first
 */
public record SessionOfficer(Officer officer, int sessionEpoch, boolean passwordDue, boolean secondFactorDue)
        implements OfficerPrincipal, NamedPerson {

    @Override
    public String displayName() {
        return officer.name();
    }

    public Collection<GrantedAuthority> authorities() {
        return officer.grants().stream()
                .map(grant -> grant.role().authority())
                .distinct()
                .<GrantedAuthority>map(SimpleGrantedAuthority::new)
                .toList();
    }

    /** Sessions are counted per account, whatever else has changed since. */
    @Override
    public boolean equals(Object other) {
        return other instanceof SessionOfficer that && that.officer.id().equals(officer.id());
    }

    @Override
    public int hashCode() {
        return officer.id().hashCode();
    }
}
