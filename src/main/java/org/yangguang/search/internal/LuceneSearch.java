package org.yangguang.search.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.Query;
import org.hibernate.search.backend.lucene.LuceneExtension;
import org.hibernate.search.backend.lucene.search.spi.LuceneMigrationUtils;
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
import org.yangguang.search.internal.Counts.Counted;
import org.yangguang.search.internal.Counts.Counting;
import org.yangguang.search.internal.Predicates.Facet;
import org.yangguang.search.internal.Predicates.Text;

/** Searches the index: all words first, some words when no document has all. */
@Component
public class LuceneSearch implements Search {

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

    private record Answer(List<Found> found, Counted counted) {

        long total() {
            return counted.total();
        }
    }

    @Override
    public SearchResult find(SearchQuery query, Set<String> visibilityKeys) {
        QueryWords words = QueryWords.of(query.text(), synonyms.groups());
        if (visibilityKeys.isEmpty() || words.isEmpty() && !query.text().isBlank()) {
            return new SearchResult(0, List.of(), facets(Map.of()), null);
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
        for (int percent : easier(parts.size())) {
            Answer some = ask(session, predicates, predicates.someParts(parts, percent), query, keys, order);
            if (some.total() > 0) {
                return result(some, words, Understood.SOME_WORDS);
            }
        }
        return result(strict, words, null);
    }

    /** Sixty of a hundred of two are both, and nothing has both. */
    private static int[] easier(int parts) {
        return switch (parts) {
            case 0, 1 -> new int[0];
            case 2 -> new int[] {1};
            default -> new int[] {60, 1};
        };
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
        return session
                .search(IndexedDocument.class)
                .select(Found.class)
                .where(predicates.best(predicates.number(words.number()), query, keys))
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

    /** Counts beside looking for the best: what need not be counted may skip what is not among the best. */
    private Answer ask(
            SearchSession session, Predicates predicates, Text text, SearchQuery query, Set<String> keys, Order order) {
        Query unchosen = LuceneMigrationUtils.toLuceneQuery(predicates.unchosen(text, query, keys));
        try (IndexReader reader = reader(session);
                Counting counting = index.counts().begin(reader, unchosen, Facet.chosen(query), LONGEST_SECONDS)) {
            List<Found> best = best(session, predicates.best(text, query, keys), query, order);
            return new Answer(best, counting.finish());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static IndexReader reader(SearchSession session) {
        return session.scope(IndexedDocument.class)
                .extension(LuceneExtension.get())
                .openIndexReader();
    }

    private static List<Found> best(SearchSession session, SearchPredicate found, SearchQuery query, Order order) {
        int size = Math.max(0, Math.min(query.size(), 100));
        int offset = (int) Math.max(0, Math.min((query.page() - 1L) * size, SearchQuery.DEEPEST));
        if (size == 0) {
            return List.of();
        }
        var search = session.search(IndexedDocument.class)
                .select(Found.class)
                .where(found)
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
        return search.fetchHits(offset, size);
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
        return new SearchResult(answer.total(), hits, facets(answer.counted().values()), understood);
    }

    private static SearchResult.Facets facets(Map<Facet, List<SearchResult.Count>> counts) {
        return new SearchResult.Facets(
                counts.getOrDefault(Facet.ORGAN, List.of()),
                counts.getOrDefault(Facet.COLUMN, List.of()),
                counts.getOrDefault(Facet.GENRE, List.of()),
                counts.getOrDefault(Facet.YEAR, List.of()),
                counts.getOrDefault(Facet.VALIDITY, List.of()));
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
