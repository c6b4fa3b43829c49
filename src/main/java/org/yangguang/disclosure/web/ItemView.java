package org.yangguang.disclosure.web;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yangguang.disclosure.AudienceScope;
import org.yangguang.disclosure.Edition;
import org.yangguang.disclosure.Validity;
import org.yangguang.disclosure.internal.ChangedItems;
import org.yangguang.disclosure.internal.PublishedEditions;
import org.yangguang.disclosure.internal.RelatedItems;
import org.yangguang.disclosure.internal.ReplacementTable;
import org.yangguang.site.Crumb;
import org.yangguang.topic.Topic;

/**
 * An edition of an item with what stands around it on its page.
 *
 * @param validity whether it binds today; null when it is not a normative document
 * @param published when it was published, {@code 2016-02-18 10:19}
 * @param bodyHtml as it was published; wide tables can be scrolled
 * @param current whether this edition stands now
 * @param replacing what took its place or changed it
 * @param replaced what it took the place of or changed
 * @param related what its reader may want next
 * @param topics that have collected it
 * @param url public absolute address of the item
 */
public record ItemView(
        Edition edition,
        @Nullable Validity validity,
        String published,
        String bodyHtml,
        boolean current,
        String organHref,
        @Nullable String column,
        @Nullable String columnHref,
        @Nullable String subject,
        @Nullable String genre,
        List<String> audienceGroups,
        List<PublishedEditions.Past> history,
        List<ReplacementTable.Link> replacing,
        List<ReplacementTable.Link> replaced,
        List<RelatedItems.Related> related,
        List<Topic> topics,
        String url,
        List<Crumb> crumbs) {

    public String title() {
        return edition.content().title();
    }

    public String href() {
        return "/items/" + edition.item().value();
    }

    /** Whether it was taken in with what was published before, and not written and reviewed here. */
    public boolean imported() {
        return edition.handler().value() == 0;
    }

    /** What the page shows of items: this one, those it is linked with, and who else is in its column and its subject. */
    public Set<String> shown() {
        Set<String> shown = new HashSet<>();
        shown.add(ChangedItems.item(edition.item()));
        shown.add(ChangedItems.column(Objects.requireNonNull(edition.content().column())));
        if (edition.content().subject() != null) {
            shown.add(ChangedItems.subject(edition.content().subject()));
        }
        Stream.concat(replacing.stream(), replaced.stream()).forEach(link -> shown.add(ChangedItems.item(link.item())));
        related.forEach(near -> shown.add(ChangedItems.item(near.item().item())));
        return shown;
    }

    public boolean restricted() {
        return edition.content().scope() != AudienceScope.PUBLIC;
    }
}
