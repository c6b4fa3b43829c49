package org.yangguang.search.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.hibernate.search.engine.search.aggregation.AggregationKey;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.FieldProjection;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.IdProjection;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.ProjectionConstructor;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.yangguang.search.Search;
import org.yangguang.search.SearchQuery;
import org.yangguang.search.SearchResult;
import org.yangguang.search.SearchResult.Understood;
import org.yangguang.search.Synonyms;
import org.yangguang.search.internal.Predicates.Facet;

/** Searches the index: all words first, some words when no document has all. */
@Component
public class LuceneSearch implements Search {

    private static final int MOST_VALUES = 300;
    private static final long LONGEST_SECONDS = 10;

    private final LuceneIndex index;
    private final Synonyms synonyms;

    @Autowired
    public LuceneSearch(LuceneIndex index, Synonyms synonyms) {
        this.index = index;
        this.synonyms = synonyms;
    }

    /** A search that knows no synonyms. */
    public LuceneSearch(LuceneIndex index) {
        this(index, List::of);
    }

    /** What a hit keeps in the index. */
    @ProjectionConstructor
    record Found(
            @IdProjection String id,
            @FieldProjection String url,
            @FieldProjection String title,
            @FieldProjection String text,
            @FieldProjection @Nullable String documentNumber,
            @FieldProjection @Nullable String indexNumber,
            @FieldProjection String organ,
            @FieldProjection String organName,
            @FieldProjection List<String> columns,
            @FieldProjection @Nullable String genre,
            @FieldProjection @Nullable String validity,
            @FieldProjection LocalDate date) {}

    private record Answer(long total, List<Found> found, Map<Facet, Map<String, Long>> counts) {}

    @Override
    public SearchResult find(SearchQuery query, Set<String> visibilityKeys) {
        QueryWords words = QueryWords.of(query.text(), synonyms.groups());
        if (visibilityKeys.isEmpty() || words.isEmpty() && !query.text().isBlank()) {
            return new SearchResult(0, List.of(), noFacets(), null);
        }
        return index.ask(session -> find(session, query, words, visibilityKeys));
    }

    private SearchResult find(SearchSession session, SearchQuery query, QueryWords words, Set<String> keys) {
        Predicates predicates =
                new Predicates(session.scope(IndexedDocument.class).predicate(), index.hidden());
        if (words.isEmpty()) {
            return result(ask(session, predicates, predicates.everything(), query, keys, Order.DATE), words, null);
        }
        boolean byDate = query.sort() == SearchQuery.Sort.DATE;
        Understood number = number(session, predicates, words, query, keys);
        Order order = number != null ? Order.NUMBER : byDate ? Order.DATE : Order.RELEVANCE;
        Answer strict = ask(session, predicates, predicates.everyWord(words), query, keys, order);
        if (strict.total() > 0) {
            return result(strict, words, number);
        }
        List<String> parts = words.parts();
        for (int percent : parts.size() > 1 ? new int[] {60, 1} : new int[0]) {
            Answer some = ask(session, predicates, predicates.someParts(parts, percent), query, keys, order);
            if (some.total() > 0) {
                return result(some, words, Understood.SOME_WORDS);
            }
        }
        return result(strict, words, null);
    }

    private enum Order {
        RELEVANCE,
        DATE,
        NUMBER
    }

    private static @Nullable Understood number(
            SearchSession session, Predicates predicates, QueryWords words, SearchQuery query, Set<String> keys) {
        if (words.number().isEmpty()) {
            return null;
        }
        SearchPredicate bearing = predicates.number(words.number());
        return session
                .search(IndexedDocument.class)
                .select(Found.class)
                .where(predicates.query(bearing, query, keys, null))
                .fetchHits(1)
                .stream()
                .map(found -> words.number().equals(key(found.documentNumber()))
                        ? Understood.DOCUMENT_NUMBER
                        : Understood.INDEX_NUMBER)
                .findFirst()
                .orElse(null);
    }

    private static String key(@Nullable String number) {
        return number == null ? "" : Folding.numberKey(number);
    }

    private static Answer ask(
            SearchSession session,
            Predicates predicates,
            SearchPredicate text,
            SearchQuery query,
            Set<String> keys,
            Order order) {
        Map<Facet, Map<String, Long>> counts = new EnumMap<>(Facet.class);
        Map<Facet, AggregationKey<Map<String, Long>>> aggregations = new EnumMap<>(Facet.class);
        var search = session.search(IndexedDocument.class)
                .select(Found.class)
                .where(predicates.query(text, query, keys, null))
                .failAfter(LONGEST_SECONDS, TimeUnit.SECONDS);
        search = order == Order.DATE
                ? search.sort(s -> s.composite()
                        .add(s.field("date").desc())
                        .add(s.score())
                        .add(s.field("tie").desc()))
                : search.sort(s -> s.composite()
                        .add(s.score())
                        .add(s.field("date").desc())
                        .add(s.field("tie").desc()));
        for (Facet facet : Facet.values()) {
            if (facet.chosen(query) == null) {
                AggregationKey<Map<String, Long>> name = AggregationKey.of(facet.name());
                aggregations.put(facet, name);
                search = search.aggregation(
                        name, a -> a.terms().field(facet.field, String.class).maxTermCount(MOST_VALUES));
            }
        }
        int size = Math.max(0, Math.min(query.size(), 100));
        int offset = (int) Math.max(0, Math.min((query.page() - 1L) * size, SearchQuery.DEEPEST));
        var result = search.fetch(offset, size);
        aggregations.forEach((facet, name) -> counts.put(facet, result.aggregation(name)));
        for (Facet facet : Facet.values()) {
            if (facet.chosen(query) != null) {
                counts.put(facet, countsWithout(session, predicates, text, query, keys, facet));
            }
        }
        return new Answer(result.total().hitCount(), result.hits(), counts);
    }

    /** What the reader could choose instead of what is chosen. */
    private static Map<String, Long> countsWithout(
            SearchSession session,
            Predicates predicates,
            SearchPredicate text,
            SearchQuery query,
            Set<String> keys,
            Facet facet) {
        AggregationKey<Map<String, Long>> name = AggregationKey.of(facet.name());
        return session.search(IndexedDocument.class)
                .where(predicates.query(text, query, keys, facet))
                .aggregation(
                        name, a -> a.terms().field(facet.field, String.class).maxTermCount(MOST_VALUES))
                .failAfter(LONGEST_SECONDS, TimeUnit.SECONDS)
                .fetch(0)
                .aggregation(name);
    }

    private static SearchResult result(Answer answer, QueryWords words, @Nullable Understood understood) {
        List<SearchResult.Hit> hits = new ArrayList<>();
        List<QueryWords.Word> marked = words.marked();
        for (Found found : answer.found()) {
            Highlights highlights = new Highlights(marked, found.title(), found.text());
            hits.add(new SearchResult.Hit(
                    found.id(),
                    found.url(),
                    found.title(),
                    highlights.titleHtml(),
                    highlights.passageHtml(),
                    found.documentNumber(),
                    found.indexNumber(),
                    Long.parseLong(found.organ()),
                    found.organName(),
                    found.columns(),
                    found.genre(),
                    found.validity(),
                    found.date()));
        }
        return new SearchResult(answer.total(), hits, facets(answer.counts()), understood);
    }

    private static SearchResult.Facets facets(Map<Facet, Map<String, Long>> counts) {
        return new SearchResult.Facets(
                counts(counts.get(Facet.ORGAN)),
                counts(counts.get(Facet.COLUMN)),
                counts(counts.get(Facet.GENRE)),
                counts(counts.get(Facet.YEAR)),
                counts(counts.get(Facet.VALIDITY)));
    }

    private static SearchResult.Facets noFacets() {
        return new SearchResult.Facets(List.of(), List.of(), List.of(), List.of(), List.of());
    }

    private static List<SearchResult.Count> counts(@Nullable Map<String, Long> counts) {
        return counts == null
                ? List.of()
                : counts.entrySet().stream()
                        .map(count -> new SearchResult.Count(count.getKey(), count.getValue()))
                        .toList();
    }

    @Override
    public List<String> suggest(String prefix, int limit, Set<String> visibilityKeys) {
        QueryWords words = QueryWords.of(prefix);
        if (words.isEmpty() || visibilityKeys.isEmpty() || limit < 1) {
            return List.of();
        }
        String typed = Folding.fold(Folding.limit(Folding.clean(prefix), 60)).strip();
        List<String> titles = index.ask(session -> {
            Predicates predicates =
                    new Predicates(session.scope(IndexedDocument.class).predicate(), index.hidden());
            return session.search(IndexedDocument.class)
                    .select(f -> f.field("title", String.class))
                    .where(predicates.visible(predicates.title(typed, words, Pinyin.typed(typed)), visibilityKeys))
                    .failAfter(LONGEST_SECONDS, TimeUnit.SECONDS)
                    .fetchHits(Math.min(limit, 20) * 4);
        });
        Set<String> different = new LinkedHashSet<>(titles);
        return different.stream().limit(limit).toList();
    }
}
