package org.yangguang.disclosure;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.yangguang.account.Officer;
import org.yangguang.account.Permissions;
import org.yangguang.account.Role;
import org.yangguang.account.SignedIn;
import org.yangguang.account.TokenScope;
import org.yangguang.organ.OrganId;
import org.yangguang.search.SearchAccess;

/**
 * The one place that decides who may see a published item. Every published item carries exactly one key; a reader sees the item
 * when they hold the key. Pages, lists, counts, search, suggestions, feeds, site map, API and files all ask with the same keys.
 *
 * <p>Everybody holds {@link #PUBLIC}. Who has given the code of a named audience holds its key until the session, the audience or
 * the code ends. An officer who is signed in, or whose access token has the scope {@code disclosures:read-internal}, holds the keys
 * of the organs in which they have a role.
 */
@Service
public class VisibilityGate implements SearchAccess {

    public static final String PUBLIC = "public";

    private static final String REMEMBERED = VisibilityGate.class.getName() + ".reader";

    private final SignedIn signedIn;
    private final Permissions permissions;
    private final OpenedAudiences audiences;

    VisibilityGate(SignedIn signedIn, Permissions permissions, OpenedAudiences audiences) {
        this.signedIn = signedIn;
        this.permissions = permissions;
        this.audiences = audiences;
    }

    /** The key that an item of this scope carries. */
    public static String key(AudienceScope scope, @Nullable Long audience, OrganId organ) {
        return switch (scope) {
            case PUBLIC -> PUBLIC;
            case LIMITED -> "audience:" + audience;
            case INTERNAL -> "internal:" + organ.value();
        };
    }

    /** Somebody who has shown nothing: what may be kept for everybody, such as the site map, is made for this reader. */
    public Reader anybody() {
        return new Reader(Set.of(PUBLIC));
    }

    /** The reader of the running request; outside of requests anybody. */
    public Reader reader() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request == null) {
            return anybody();
        }
        if (request.getAttribute(REMEMBERED, RequestAttributes.SCOPE_REQUEST) instanceof Reader known) {
            return known;
        }
        Reader reader = reader(request);
        request.setAttribute(REMEMBERED, reader, RequestAttributes.SCOPE_REQUEST);
        return reader;
    }

    @Override
    public Set<String> keysOfReader() {
        return reader().keys();
    }

    @Override
    public Set<String> keysOfAnybody() {
        return anybody().keys();
    }

    private Reader reader(RequestAttributes request) {
        Set<String> keys = new HashSet<>();
        keys.add(PUBLIC);
        audiences
                .in(request)
                .forEach(audience -> keys.add(key(AudienceScope.LIMITED, audience.id(), audience.organ())));
        signedIn.officer(TokenScope.DISCLOSURES_READ_INTERNAL)
                .map(this::organs)
                .orElse(Set.of())
                .forEach(organ -> keys.add(key(AudienceScope.INTERNAL, null, organ)));
        return new Reader(Set.copyOf(keys));
    }

    private Set<OrganId> organs(Officer officer) {
        return permissions.organsWith(officer, Role.values());
    }
}
