package org.yangguang.disclosure.internal;

import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yangguang.account.Officer;
import org.yangguang.disclosure.AudienceScope;
import org.yangguang.disclosure.DisclosureAttribute;
import org.yangguang.disclosure.Drafts;
import org.yangguang.disclosure.EditionContent;
import org.yangguang.disclosure.Outcome;
import org.yangguang.disclosure.VisibilityGate;
import org.yangguang.organ.OrganId;
import org.yangguang.platform.PlatformProperties;
import org.yangguang.request.ProactiveDrafts;
import org.yangguang.request.Reason;

/** Makes drafts of what applicants asked for; they are reviewed like all others. */
@Component
class DraftsFromRequests implements ProactiveDrafts {

    private final Drafts drafts;
    private final PublishedItems items;
    private final VisibilityGate gate;
    private final ZoneId zone;

    DraftsFromRequests(Drafts drafts, PublishedItems items, VisibilityGate gate, PlatformProperties platform) {
        this.drafts = drafts;
        this.items = items;
        this.gate = gate;
        this.zone = platform.zone();
    }

    @Override
    public Result draft(Officer officer, OrganId organ, Text text) {
        EditionContent content = new EditionContent(
                text.title(),
                text.summary(),
                text.bodyHtml(),
                null,
                null,
                null,
                null,
                List.of(),
                text.formedOn(),
                false,
                null,
                null,
                null,
                null,
                null,
                "",
                text.keywords(),
                DisclosureAttribute.PROACTIVE,
                "",
                null,
                AudienceScope.PUBLIC,
                null,
                null);
        Outcome outcome = drafts.start(officer, organ, content);
        return outcome instanceof Outcome.Done done
                ? new Result.Drafted(
                        done.item().value(), "/console/drafts/" + done.edition().value())
                : new Result.Refused(((Outcome.Refused) outcome)
                        .reasons().stream()
                                .map(reason -> new Reason(reason.field(), reason.key(), reason.arguments()))
                                .toList());
    }

    @Override
    public List<Item> visible(Collection<Long> wanted) {
        return items.some(List.copyOf(wanted), gate.reader()).stream()
                .map(item -> new Item(
                        item.item().value(),
                        item.title(),
                        item.href(),
                        item.organName(),
                        item.publishedAt().atZone(zone).toLocalDate()))
                .toList();
    }
}
