package org.yangguang.channel.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.yangguang.channel.Bundle;
import org.yangguang.channel.Bundles;
import org.yangguang.channel.IssueOut;
import org.yangguang.channel.Outlet;
import org.yangguang.channel.Outlets;
import org.yangguang.disclosure.VisibilityGate;
import org.yangguang.organ.Organ;
import org.yangguang.organ.Organs;
import org.yangguang.search.SearchDocument;
import org.yangguang.search.SearchIndex;
import org.yangguang.search.SearchSource;

/** Issues of gazettes for the index, by their name alone: what is in them is found as itself, as long as it is public. */
@Component
class PublicIssues implements SearchSource {

    private final Bundles bundles;
    private final Outlets outlets;
    private final Organs organs;
    private final SearchIndex index;

    PublicIssues(Bundles bundles, Outlets outlets, Organs organs, SearchIndex index) {
        this.bundles = bundles;
        this.outlets = outlets;
        this.organs = organs;
        this.index = index;
    }

    /** Looks at what is there now, so that it may be told twice or late. */
    @ApplicationModuleListener
    void on(IssueOut event) {
        bundles.issue(event.bundle()).ifPresent(issue -> index.put(document(issue)));
    }

    @Override
    public long count() {
        return bundles.issues().size();
    }

    @Override
    public Stream<SearchDocument> documents() {
        return bundles.issues().stream().map(this::document);
    }

    private SearchDocument document(Bundle issue) {
        Outlet outlet = outlets.find(issue.outlet()).orElseThrow();
        Organ organ = organs.find(outlet.organ()).orElseThrow();
        LocalDate on = Objects.requireNonNull(issue.doneOn());
        String title = issue.fullTitle();
        return new SearchDocument(
                "gazette:" + issue.id(),
                "/gazette/" + issue.id(),
                VisibilityGate.PUBLIC,
                title,
                title,
                title,
                null,
                null,
                organ.id().value(),
                organ.pathIds(),
                organ.name(),
                List.of(),
                null,
                null,
                null,
                List.of(),
                on,
                on.getYear());
    }
}
