package org.yangguang.search.internal;

import java.util.Collection;
import java.util.List;
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

        @Nullable
        String chosen(SearchQuery query) {
            return switch (this) {
                case ORGAN -> query.organ() == null ? null : query.organ().toString();
                case COLUMN -> query.column();
                case GENRE -> query.genre();
                case YEAR -> query.year() == null ? null : query.year().toString();
                case VALIDITY -> query.validity();
            };
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

    /** Only what the reader may see, and only what passes the filters; that of {@code except} is left out. */
    SearchPredicate query(SearchPredicate text, SearchQuery query, Collection<String> keys, @Nullable Facet except) {
        BooleanPredicateClausesStep<?, ?> all = seen(text, keys);
        for (Facet facet : Facet.values()) {
            String chosen = facet.chosen(query);
            if (chosen != null && facet != except) {
                all.filter(f.match().field(facet.field).matching(chosen));
            }
        }
        if (query.subject() != null) {
            all.filter(f.match().field("subject").matching(query.subject()));
        }
        if (query.from() != null || query.to() != null) {
            all.filter(f.range().field("date").between(query.from(), query.to()));
        }
        return all.toPredicate();
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
    SearchPredicate number(String key) {
        return f.match()
                .field("numbers")
                .matching(key)
                .constantScore()
                .boost(EXACT_NUMBER)
                .toPredicate();
    }

    SearchPredicate everything() {
        return f.matchAll().toPredicate();
    }

    /** Every word must be found; or the whole is a number that a document bears. */
    SearchPredicate everyWord(QueryWords words) {
        BooleanPredicateClausesStep<?, ?> every = f.bool();
        for (QueryWords.Word word : words.words()) {
            every.must(word(word));
            every.should(wholeWord(word.text()));
        }
        every.should(f.match()
                .field("titleStart")
                .matching(words.whole())
                .constantScore()
                .boost(WHOLE_TITLE));
        SearchPredicate text = words.words().isEmpty() ? f.matchNone().toPredicate() : every.toPredicate();
        if (words.number().isEmpty()) {
            return text;
        }
        BooleanPredicateClausesStep<?, ?> either = f.bool();
        either.should(text);
        either.should(number(words.number()));
        return either.toPredicate();
    }

    /** At least {@code percent} of the parts must be found; the more the better. */
    SearchPredicate someParts(List<String> parts, int percent) {
        BooleanPredicateClausesStep<?, ?> some = f.bool();
        parts.forEach(part -> some.should(phrase(part)));
        some.minimumShouldMatchNumber(Math.max(1, (parts.size() * percent + 99) / 100));
        return some.toPredicate();
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
