package org.yangguang.engagement.internal;

import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.yangguang.disclosure.VisibilityGate;
import org.yangguang.engagement.LetterShown;
import org.yangguang.engagement.PublishedLetter;
import org.yangguang.organ.Organ;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.Organs;
import org.yangguang.platform.PlatformProperties;
import org.yangguang.search.SearchDocument;
import org.yangguang.search.SearchIndex;
import org.yangguang.search.SearchSource;
import org.yangguang.site.MappedRecords;
import org.yangguang.topic.TopicMaterial;
import org.yangguang.visit.PageNames;

/** Published letters for those who know only addresses: the index, topics, and the names of visited pages. */
@Component
class PublicLetters implements SearchSource, TopicMaterial, PageNames, MappedRecords {

    private static final int CHUNK = 500;
    private static final Pattern ADDRESS = Pattern.compile("(?:https?://[^/]+)?/letters/([1-9]\\d{0,17})/?");

    private final LetterPublications publications;
    private final SearchIndex index;
    private final Organs organs;
    private final ZoneId zone;

    PublicLetters(LetterPublications publications, SearchIndex index, Organs organs, PlatformProperties platform) {
        this.publications = publications;
        this.index = index;
        this.organs = organs;
        this.zone = platform.zone();
    }

    /** Looks at what is there now, so that it may be told twice, late, or in another order. */
    @ApplicationModuleListener
    void on(LetterShown event) {
        publications
                .find(event.letter())
                .ifPresentOrElse(letter -> index.put(document(letter)), () -> index.remove("letter:" + event.letter()));
    }

    @Override
    public long count() {
        return publications.count(LetterPublications.Sieve.ALL);
    }

    @Override
    public Stream<SearchDocument> documents() {
        return Stream.iterate(
                        publications.after(0, CHUNK),
                        chunk -> !chunk.isEmpty(),
                        chunk -> publications.after(chunk.get(chunk.size() - 1).id(), CHUNK))
                .flatMap(List::stream)
                .map(this::document);
    }

    @Override
    public String name() {
        return "letters";
    }

    @Override
    public long last() {
        return publications.last();
    }

    @Override
    public List<Mapped> after(long number, int most) {
        return publications.after(number, most).stream()
                .map(letter -> new Mapped(letter.id(), letter.href(), letter.publishedAt()))
                .toList();
    }

    private SearchDocument document(PublishedLetter letter) {
        return new SearchDocument(
                "letter:" + letter.id(),
                letter.href(),
                VisibilityGate.PUBLIC,
                letter.title(),
                letter.question().length() > 110 ? letter.question().substring(0, 110) + "…" : letter.question(),
                letter.question() + "\n" + letter.answer(),
                null,
                letter.number(),
                letter.organ().value(),
                path(organs, letter.organ()),
                letter.organName(),
                List.of(),
                null,
                null,
                null,
                List.of(),
                letter.repliedOn(),
                letter.repliedOn().getYear());
    }

    static List<Long> path(Organs organs, OrganId id) {
        return organs.find(id).map(Organ::pathIds).orElse(List.of(id.value()));
    }

    @Override
    public String kind() {
        return "letter";
    }

    @Override
    public String label() {
        return "engagement.letters";
    }

    @Override
    public Optional<String> reference(String typed) {
        Matcher address = ADDRESS.matcher(typed.strip());
        Optional<PublishedLetter> letter = address.matches()
                ? publications.find(Long.parseLong(address.group(1)))
                : publications.byNumber(typed.strip());
        return letter.map(each -> String.valueOf(each.id()));
    }

    @Override
    public Map<String, Piece> pieces(Collection<String> references) {
        return publications.some(references.stream().map(Long::valueOf).toList()).stream()
                .collect(Collectors.toMap(
                        letter -> String.valueOf(letter.id()),
                        letter -> new Piece(
                                letter.title(),
                                letter.href(),
                                letter.organName(),
                                letter.publishedAt().atZone(zone).toLocalDate())));
    }

    @Override
    public Map<String, String> of(Collection<String> paths) {
        Map<Long, String> numbers = new HashMap<>();
        for (String path : paths) {
            Matcher address = ADDRESS.matcher(path);
            if (address.matches()) {
                numbers.put(Long.valueOf(address.group(1)), path);
            }
        }
        Map<Long, PublishedLetter> found = publications.some(numbers.keySet()).stream()
                .collect(Collectors.toMap(PublishedLetter::id, Function.identity()));
        Map<String, String> names = new HashMap<>();
        numbers.forEach((id, path) -> {
            PublishedLetter letter = found.get(id);
            if (letter != null) {
                names.put(path, letter.title());
            }
        });
        return names;
    }
}
