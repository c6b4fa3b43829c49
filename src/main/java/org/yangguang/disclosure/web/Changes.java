package org.yangguang.disclosure.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yangguang.catalogue.Vocabulary;
import org.yangguang.disclosure.Edition;
import org.yangguang.disclosure.EditionContent;

/** The fields, other than the text, in which two editions differ. */
final class Changes {

    private final EditionContent before;
    private final EditionContent after;
    private final Words words;
    private final List<Change> found = new ArrayList<>();

    private Changes(EditionContent before, EditionContent after, Words words) {
        this.before = before;
        this.after = after;
        this.words = words;
    }

    static List<Change> between(Edition before, Edition after, Names names, Words words) {
        Changes changes = new Changes(before.content(), after.content(), words);
        changes.add("title", EditionContent::title)
                .add("summary", EditionContent::summary)
                .add("documentNumber", EditionContent::documentNumber)
                .add("column", content -> names.column(content.column()))
                .add("subject", content -> names.term(Vocabulary.SUBJECT, content.subject()))
                .add("genre", content -> names.term(Vocabulary.GENRE, content.genre()))
                .add("formedOn", EditionContent::formedOn)
                .add("issuedOn", EditionContent::issuedOn)
                .add("effectiveOn", EditionContent::effectiveOn)
                .add("expiresOn", EditionContent::expiresOn)
                .add("repealedOn", EditionContent::repealedOn)
                .add(
                        "validity",
                        content -> content.validity() == null
                                ? ""
                                : words.say("disclosure.validity." + content.validity()))
                .add("source", EditionContent::source)
                .add("keywords", content -> String.join(" · ", content.keywords()))
                .add("attribute", content -> words.say("disclosure.attribute." + content.attribute()))
                .add(
                        "legalBasis",
                        content -> content.legalBasis().isEmpty()
                                ? ""
                                : words.say("disclosure.basis." + content.legalBasis()))
                .add("reviewAgainOn", EditionContent::reviewAgainOn)
                .add("scope", content -> words.say("disclosure.scope." + content.scope()));
        return List.copyOf(changes.found);
    }

    private Changes add(String label, Function<EditionContent, @Nullable Object> field) {
        String was = Objects.toString(field.apply(before), "");
        String is = Objects.toString(field.apply(after), "");
        if (!was.equals(is)) {
            found.add(new Change(words.say("disclosure." + label), was, is));
        }
        return this;
    }
}
