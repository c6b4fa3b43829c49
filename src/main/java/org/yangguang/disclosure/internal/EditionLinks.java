package org.yangguang.disclosure.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yangguang.disclosure.Attachment;
import org.yangguang.disclosure.Edition;
import org.yangguang.disclosure.EditionId;
import org.yangguang.disclosure.Finding;
import org.yangguang.disclosure.LinkProperties;
import org.yangguang.file.StoredFile;

/** Which links an edition has, in its text and its public copies, and which of them lead nowhere. */
@Component
public class EditionLinks {

    /** Who types an address has not finished it with the first save. */
    private static final Duration TYPING = Duration.ofSeconds(15);

    private final LinkTable table;
    private final OwnLinks own;
    private final LinkProperties properties;
    private final Clock clock;

    EditionLinks(LinkTable table, OwnLinks own, LinkProperties properties, Clock clock) {
        this.table = table;
        this.own = own;
        this.properties = properties;
        this.clock = clock;
    }

    /** Notes which links to other sites the edition has now, in the running transaction; they are looked at soon after. */
    public void note(Edition edition) {
        if (!properties.outside()) {
            return;
        }
        Instant due = clock.instant().plus(TYPING);
        List<String> places = new ArrayList<>(List.of(BodyLinks.PLACE));
        table.keep(
                edition.id(),
                BodyLinks.PLACE,
                outside(BodyLinks.in(edition.content().bodyHtml())),
                due);
        for (StoredFile copy : copies(edition)) {
            places.add(copy.hash());
            table.keep(edition.id(), copy.hash(), outside(table.inCopy(copy.hash())), due);
        }
        table.keepPlaces(edition.id(), places);
    }

    private List<BodyLinks.Link> outside(List<BodyLinks.Link> links) {
        return links.stream()
                .filter(each -> own.pathOf(each.address()).isEmpty())
                .limit(properties.most())
                .toList();
    }

    /** Looks at all of them anew. */
    public void again(EditionId edition) {
        table.again(edition, clock.instant());
    }

    /** @param all links to other sites; @param waiting those that nobody looked at yet */
    public record Counts(long all, long waiting) {}

    public Counts counts(EditionId edition) {
        List<LinkTable.Line> lines = table.of(edition);
        return new Counts(
                lines.size(),
                lines.stream().filter(each -> each.outcome() == null).count());
    }

    List<Finding> dead(Edition edition) {
        List<Finding> found = new ArrayList<>();
        own(BodyLinks.PLACE, BodyLinks.in(edition.content().bodyHtml()), edition, found);
        for (Attachment each : edition.attachments()) {
            if (each.publicCopy() != null) {
                own(each.name(), table.inCopy(each.publicCopy().hash()), edition, found);
            }
        }
        for (LinkTable.Line each : table.of(edition.id())) {
            Finding.Kind kind = each.outcome() == null ? null : each.outcome().standing().finding;
            Optional<String> place = place(edition, each.place());
            if (kind != null && place.isPresent()) {
                String told = Objects.requireNonNull(each.outcome()).told();
                found.add(finding(kind, place.get(), each.address(), each.words(), told));
            }
        }
        return found;
    }

    private void own(String place, List<BodyLinks.Link> links, Edition edition, List<Finding> found) {
        for (BodyLinks.Link each : links) {
            own.pathOf(each.address())
                    .filter(path -> !own.leads(path, edition))
                    .ifPresent(path ->
                            found.add(finding(Finding.Kind.DEAD_LINK, place, each.address(), each.words(), "own")));
        }
    }

    /** What came back stands where other findings have their suggestion: a word for it is in the messages. */
    private static Finding finding(Finding.Kind kind, String place, String address, String words, String told) {
        return new Finding(
                Inspection.fingerprint(kind.name(), place + " " + address),
                kind,
                false,
                place,
                address,
                words,
                told,
                null);
    }

    private static Optional<String> place(Edition edition, String place) {
        return place.equals(BodyLinks.PLACE)
                ? Optional.of(place)
                : edition.attachments().stream()
                        .filter(each -> each.publicCopy() != null
                                && each.publicCopy().hash().equals(place))
                        .map(Attachment::name)
                        .findFirst();
    }

    private static List<StoredFile> copies(Edition edition) {
        return edition.attachments().stream()
                .map(Attachment::publicCopy)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .distinct()
                .toList();
    }
}
