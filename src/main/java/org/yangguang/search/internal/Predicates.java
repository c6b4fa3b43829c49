package org.yangguang.search.internal;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.BooleanPredicateClausesStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.jspecify.annotations.Nullable;
import org.yangguang.search.SearchQuery;

/** What a document must be like to be found, and what makes it better than another. */
final class Predicates {

    /** The groups of values that a reader filters by and sees counted. */
    enum Facet {
        ORGAN("organ"),
        COLUMN("columns"),
        GENRE("genre"),
        YEAR("year"),
        VALIDITY("validity");

        final String field;

        Facet(String field) {
            this.field = field;
        }

        /** What the reader has chosen of each facet. */
        static Map<Facet, String> chosen(SearchQuery query) {
            Map<Facet, String> chosen = new EnumMap<>(Facet.class);
            for (Facet facet : values()) {
                String value = facet.chosenIn(query);
                if (value != null) {
                    chosen.put(facet, value);
                }
            }
            return chosen;
        }

        private @Nullable String chosenIn(SearchQuery query) {
            return switch (this) {
                case ORGAN -> query.organ() == null ? null : query.organ().toString();
                case COLUMN -> query.column();
                case GENRE -> query.genre();
                case YEAR -> query.year() == null ? null : query.year().toString();
                case VALIDITY -> query.validity();
            };
        }
    }

    /**
     * What is looked for in texts.
     *
     * @param required decides what is found
     * @param scored nothing but alternatives, of which what is found has one at least: the better it is, the more it has. Only among
     *     plain alternatives does Lucene skip what cannot be among the best
     */
    record Text(SearchPredicate required, SearchPredicate scored) {

        Text(SearchPredicate both) {
            this(both, both);
        }
    }

    /** Enough that a title which is exactly what was typed comes before longer ones. */
    private static final float WHOLE_TITLE = 100f;

    private static final float EXACT_NUMBER = 10_000f;

    /** So little that the words of a phrase, wherever they stand, never outdo the phrase. */
    private static final float APART = 0.05f;

    /** What bears a synonym comes after what bears the word itself. */
    private static final float OTHERWISE = 0.02f;

    private final SearchPredicateFactory f;
    private final Set<String> hidden;

    /** @param hidden documents that are never found */
    Predicates(SearchPredicateFactory f, Set<String> hidden) {
        this.f = f;
        this.hidden = Set.copyOf(hidden);
    }

    /** Only what the reader may see, and only what passes the filters. */
    SearchPredicate best(Text text, SearchQuery query, Collection<String> keys) {
        BooleanPredicateClausesStep<?, ?> all = limited(text.scored(), query, keys);
        if (text.required() != text.scored()) {
            all.filter(text.required());
        }
        Facet.chosen(query)
                .forEach((facet, value) ->
                        all.filter(f.match().field(facet.field).matching(value)));
        return all.toPredicate();
    }

    /** The same without order and without the filters that are values of facets. */
    SearchPredicate unchosen(Text text, SearchQuery query, Collection<String> keys) {
        return limited(text.required(), query, keys).toPredicate();
    }

    private BooleanPredicateClausesStep<?, ?> limited(
            SearchPredicate text, SearchQuery query, Collection<String> keys) {
        BooleanPredicateClausesStep<?, ?> all = seen(text, keys);
        if (query.subject() != null) {
            all.filter(f.match().field("subject").matching(query.subject()));
        }
        if (query.from() != null || query.to() != null) {
            all.filter(f.range().field("date").between(query.from(), query.to()));
        }
        return all;
    }

    SearchPredicate visible(SearchPredicate text, Collection<String> keys) {
        return seen(text, keys).toPredicate();
    }

    private BooleanPredicateClausesStep<?, ?> seen(SearchPredicate text, Collection<String> keys) {
        BooleanPredicateClausesStep<?, ?> all = f.bool();
        all.must(text);
        all.filter(f.terms().field("visibility").matchingAny(keys));
        if (!hidden.isEmpty()) {
            all.mustNot(f.id().matchingAny(hidden));
        }
        return all;
    }

    /** Bears exactly this number. */
    Text number(String key) {
        return new Text(bearing(key));
    }

    private SearchPredicate bearing(String key) {
        return f.match()
                .field("numbers")
                .matching(key)
                .constantScore()
                .boost(EXACT_NUMBER)
                .toPredicate();
    }

    Text everything() {
        return new Text(f.matchAll().toPredicate());
    }

    /** Every word must be found; or the whole is a number that a document bears. */
    Text everyWord(QueryWords words) {
        BooleanPredicateClausesStep<?, ?> every = f.bool();
        BooleanPredicateClausesStep<?, ?> scored = f.bool();
        for (QueryWords.Word word : words.words()) {
            SearchPredicate written = word(word);
            every.must(written);
            score(scored, word, written);
            scored.should(wholeWord(word.text()));
        }
        scored.should(f.match()
                .field("titleStart")
                .matching(words.whole())
                .constantScore()
                .boost(WHOLE_TITLE));
        SearchPredicate required = words.words().isEmpty() ? f.matchNone().toPredicate() : every.toPredicate();
        if (!words.number().isEmpty()) {
            SearchPredicate number = bearing(words.number());
            required = f.or().add(required).add(number).toPredicate();
            scored.should(number);
        }
        return new Text(required, scored.toPredicate());
    }

    /** At least {@code percent} of the parts must be found; the more the better. */
    Text someParts(List<String> parts, int percent) {
        BooleanPredicateClausesStep<?, ?> some = f.bool();
        parts.forEach(part -> some.should(phrase(part)));
        some.minimumShouldMatchNumber(Math.max(1, (parts.size() * percent + 99) / 100));
        return new Text(some.toPredicate());
    }

    /** Titles that contain all words, of which the last may just have been begun, or that sound as the letters that were typed. */
    SearchPredicate title(String typed, QueryWords words, String sound) {
        BooleanPredicateClausesStep<?, ?> all = f.bool();
        List<QueryWords.Word> given = words.words();
        for (int i = 0; i < given.size(); i++) {
            String word = given.get(i).text();
            boolean begun = i == given.size() - 1 && word.chars().allMatch(c -> c < 0x250);
            all.must(
                    begun
                            ? f.prefix().field("title").matching(word).toPredicate()
                            : f.phrase().field("title").matching(word).toPredicate());
        }
        BooleanPredicateClausesStep<?, ?> either = f.bool();
        if (!given.isEmpty()) {
            all.should(f.prefix()
                    .field("titleStart")
                    .matching(typed)
                    .constantScore()
                    .boost(20f));
            either.should(all);
        }
        if (!sound.isEmpty()) {
            either.should(f.prefix()
                    .field("sounds")
                    .matching("^" + sound)
                    .constantScore()
                    .boost(8f));
            either.should(
                    f.prefix().field("sounds").matching(sound).constantScore().boost(4f));
        }
        if (!words.number().isEmpty()) {
            either.should(f.prefix()
                    .field("numbers")
                    .matching(words.number())
                    .constantScore()
                    .boost(10f));
        }
        return either.toPredicate();
    }

    private SearchPredicate word(QueryWords.Word word) {
        if (word.others().isEmpty()) {
            return asWritten(word);
        }
        BooleanPredicateClausesStep<?, ?> either = f.bool();
        either.should(asWritten(word));
        word.others()
                .forEach(other -> either.should(f.bool().must(asWritten(other)).boost(OTHERWISE)));
        return either.toPredicate();
    }

    /** As {@code written} scores, spread into plain alternatives. */
    private void score(BooleanPredicateClausesStep<?, ?> scored, QueryWords.Word word, SearchPredicate written) {
        if (word.parts().isEmpty() || !word.others().isEmpty()) {
            scored.should(written);
            return;
        }
        scored.should(phrase(word.text()));
        for (String part : word.parts()) {
            for (String field : List.of("title", "about", "text")) {
                scored.should(f.phrase().field(field).boost(APART).matching(part));
            }
        }
    }

    private SearchPredicate asWritten(QueryWords.Word word) {
        if (word.parts().isEmpty()) {
            return phrase(word.text());
        }
        BooleanPredicateClausesStep<?, ?> apart = f.bool();
        word.parts().forEach(part -> apart.must(anywhere(part)));
        return f.or().add(phrase(word.text())).add(apart.boost(APART)).toPredicate();
    }

    private SearchPredicate phrase(String text) {
        return f.phrase()
                .field("title")
                .boost(8f)
                .field("about")
                .boost(3f)
                .field("text")
                .matching(text)
                .toPredicate();
    }

    private SearchPredicate anywhere(String text) {
        return f.phrase().fields("title", "about", "text").matching(text).toPredicate();
    }

    private SearchPredicate wholeWord(String text) {
        return f.phrase().field("words").matching(text).boost(2f).toPredicate();
    }
}
