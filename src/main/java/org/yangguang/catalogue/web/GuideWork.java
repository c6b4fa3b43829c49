package org.yangguang.catalogue.web;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yangguang.account.Permissions;
import org.yangguang.account.Role;
import org.yangguang.account.SignedIn;
import org.yangguang.catalogue.Guides;
import org.yangguang.organ.OrganId;
import org.yangguang.site.DeskWork;

/** Guides that are missing, or older than the last change of their organ's address and telephone. */
@Component
class GuideWork implements DeskWork {

    private static final int MOST = 20;

    private final Guides guides;
    private final Permissions permissions;
    private final SignedIn signedIn;

    GuideWork(Guides guides, Permissions permissions, SignedIn signedIn) {
        this.guides = guides;
        this.permissions = permissions;
        this.signedIn = signedIn;
    }

    @Override
    public Set<String> roles() {
        return Set.of(Role.DISCLOSURE_OFFICE.authority(), Role.DISTRICT_OFFICE.authority());
    }

    @Override
    public List<Line> waiting() {
        Set<OrganId> mine = permissions.organsWith(signedIn.required(), Role.DISCLOSURE_OFFICE, Role.DISTRICT_OFFICE);
        return guides.standings().stream()
                .filter(guide -> mine.contains(guide.organ().id()))
                .filter(guide -> guide.edition() == null || guide.stale())
                .limit(MOST)
                .map(guide -> new Line(
                        guide.edition() == null ? "catalogue.desk.guide.missing" : "catalogue.desk.guide.stale",
                        List.of(guide.organ().name()),
                        "",
                        "/console/guides/" + guide.organ().id().value(),
                        null,
                        guide.edition() == null ? null : guide.organ().contactChangedAt()))
                .toList();
    }
}
