package org.yangguang.disclosure.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yangguang.catalogue.Catalogue;
import org.yangguang.catalogue.Column;
import org.yangguang.catalogue.Term;
import org.yangguang.catalogue.Vocabulary;
import org.yangguang.disclosure.VisibilityGate;
import org.yangguang.organ.Organ;
import org.yangguang.organ.Organs;
import org.yangguang.search.Search;
import org.yangguang.search.SearchUnavailable;

/**
 * What somebody may mean who types on the touch screen, where there are letters only: names of subjects, columns and organs whose
 * first sounds are typed ({@code zfbz} 住房保障), then titles as the search suggests them.
 */
@Component
class KioskWords {

    private static final int SUGGESTIONS = 6;
    private static final Pattern LETTERS = Pattern.compile("[a-z]{1,20}");

    private final Catalogue catalogue;
    private final Organs organs;
    private final Search search;
    private final VisibilityGate gate;

    KioskWords(Catalogue catalogue, Organs organs, Search search, VisibilityGate gate) {
        this.catalogue = catalogue;
        this.organs = organs;
        this.search = search;
        this.gate = gate;
    }

    List<String> suggest(String typed) {
        String letters = typed.strip().toLowerCase(Locale.ROOT);
        Set<String> words = new LinkedHashSet<>();
        if (LETTERS.matcher(letters).matches()) {
            names().filter(name -> sounds(name).startsWith(letters))
                    .limit(SUGGESTIONS / 2)
                    .forEach(words::add);
        }
        try {
            words.addAll(search.suggest(typed, SUGGESTIONS, gate.anybody().keys()));
        } catch (SearchUnavailable unavailable) {
            // names alone are offered
        }
        return new ArrayList<>(words).subList(0, Math.min(words.size(), SUGGESTIONS));
    }

    private Stream<String> names() {
        return Stream.of(
                        catalogue.terms(Vocabulary.SUBJECT).stream().map(Term::name),
                        catalogue.columns().stream().map(Column::name),
                        organs.all().stream().filter(Organ::open).map(Organ::shortName))
                .flatMap(each -> each)
                .distinct();
    }

    private static String sounds(String name) {
        StringBuilder sounds = new StringBuilder();
        name.chars()
                .mapToObj(Character::toString)
                .map(OrganIndex::letter)
                .filter(Character::isLetter)
                .forEach(letter -> sounds.append(Character.toLowerCase(letter)));
        return sounds.toString();
    }
}
