package org.yangguang.engagement.internal;

import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.yangguang.disclosure.VisibilityGate;
import org.yangguang.engagement.Affair;
import org.yangguang.engagement.AffairPart;
import org.yangguang.engagement.AffairShown;
import org.yangguang.engagement.AffairState;
import org.yangguang.organ.Organs;
import org.yangguang.platform.PlatformProperties;
import org.yangguang.search.SearchDocument;
import org.yangguang.search.SearchIndex;
import org.yangguang.search.SearchSource;
import org.yangguang.site.MappedRecords;
import org.yangguang.topic.TopicMaterial;
import org.yangguang.visit.PageNames;

/** Published affairs for those who know only addresses: the index, topics, and the names of visited pages. */
@Component
class PublicAffairs implements SearchSource, TopicMaterial, PageNames, MappedRecords {

    private static final int CHUNK = 500;
    private static final Pattern ADDRESS =
            Pattern.compile("(?:https?://[^/]+)?/(concerns|conferences|consultations|ratings)/([1-9]\\d{0,17})/?");

    private final AffairTable table;
    private final PartTable parts;
    private final SearchIndex index;
    private final Organs organs;
    private final ZoneId zone;

    PublicAffairs(AffairTable table, PartTable parts, SearchIndex index, Organs organs, PlatformProperties platform) {
        this.table = table;
        this.parts = parts;
        this.index = index;
        this.organs = organs;
        this.zone = platform.zone();
    }

    /** Looks at what is there now, so that it may be told twice, late, or in another order. */
    @ApplicationModuleListener
    void on(AffairShown event) {
        table.find(event.affair())
                .filter(affair -> affair.state() == AffairState.PUBLISHED)
                .ifPresentOrElse(affair -> index.put(document(affair)), () -> index.remove("affair:" + event.affair()));
    }

    @Override
    public long count() {
        return table.count(List.of(org.yangguang.engagement.AffairKind.values()));
    }

    @Override
    public Stream<SearchDocument> documents() {
        return Stream.iterate(
                        table.after(0, CHUNK),
                        chunk -> !chunk.isEmpty(),
                        chunk -> table.after(chunk.get(chunk.size() - 1).id(), CHUNK))
                .flatMap(List::stream)
                .map(this::document);
    }

    @Override
    public String name() {
        return "affairs";
    }

    @Override
    public long last() {
        return table.last();
    }

    @Override
    public List<Mapped> after(long number, int most) {
        return table.after(number, most).stream()
                .map(affair -> new Mapped(affair.id(), affair.href(), Objects.requireNonNull(affair.publishedAt())))
                .toList();
    }

    private SearchDocument document(Affair affair) {
        String about = affair.content().about();
        String added =
                parts.released(affair.id()).stream().map(AffairPart::text).collect(Collectors.joining("\n"));
        var on = Objects.requireNonNull(affair.publishedAt()).atZone(zone).toLocalDate();
        return new SearchDocument(
                "affair:" + affair.id(),
                affair.href(),
                VisibilityGate.PUBLIC,
                affair.title(),
                about.length() > 110 ? about.substring(0, 110) + "…" : about,
                about + "\n" + added,
                null,
                null,
                affair.organ().value(),
                PublicLetters.path(organs, affair.organ()),
                affair.organName(),
                List.of(),
                null,
                null,
                null,
                List.of(),
                on,
                on.getYear());
    }

    @Override
    public String kind() {
        return "affair";
    }

    @Override
    public String label() {
        return "engagement.interaction";
    }

    @Override
    public Optional<String> reference(String typed) {
        Matcher address = ADDRESS.matcher(typed.strip());
        return address.matches()
                ? some(List.of(address.group(2))).stream()
                        .filter(affair -> affair.kind().folder().equals(address.group(1)))
                        .map(affair -> String.valueOf(affair.id()))
                        .findFirst()
                : Optional.empty();
    }

    @Override
    public Map<String, Piece> pieces(Collection<String> references) {
        return some(references).stream()
                .collect(Collectors.toMap(
                        affair -> String.valueOf(affair.id()),
                        affair -> new Piece(
                                affair.title(),
                                affair.href(),
                                affair.organName(),
                                Objects.requireNonNull(affair.publishedAt())
                                        .atZone(zone)
                                        .toLocalDate())));
    }

    @Override
    public Map<String, String> of(Collection<String> paths) {
        Map<String, String> numbers = new HashMap<>();
        for (String path : paths) {
            Matcher address = ADDRESS.matcher(path);
            if (address.matches()) {
                numbers.put(address.group(2), path);
            }
        }
        Map<String, String> names = new HashMap<>();
        some(numbers.keySet())
                .forEach(affair ->
                        names.put(Objects.requireNonNull(numbers.get(String.valueOf(affair.id()))), affair.title()));
        return names;
    }

    private List<Affair> some(Collection<String> references) {
        return table.published(references.stream().map(Long::valueOf).toList());
    }
}
