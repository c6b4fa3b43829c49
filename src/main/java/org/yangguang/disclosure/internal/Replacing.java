package org.yangguang.disclosure.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yangguang.disclosure.EditionContent;
import org.yangguang.disclosure.Finding;
import org.yangguang.disclosure.Word;
import org.yangguang.file.PersonalData;
import org.yangguang.file.PersonalData.Sighting;

/** Puts masks and right words into a text. */
@Component
public class Replacing {

    /** The content with the finding replaced wherever it stands. */
    public EditionContent in(EditionContent content, Finding finding) {
        FlatHtml body = new FlatHtml(content.bodyHtml());
        replace(body, finding);
        return new EditionContent(
                plain(content.title(), finding),
                plain(content.summary(), finding),
                body.html(),
                content.documentNumber(),
                content.column(),
                content.subject(),
                content.genre(),
                content.audienceGroups(),
                content.formedOn(),
                content.normative(),
                content.issuedOn(),
                content.effectiveOn(),
                content.expiresOn(),
                content.repealedOn(),
                content.validity(),
                content.source(),
                content.keywords(),
                content.attribute(),
                content.legalBasis(),
                content.reviewAgainOn(),
                content.scope(),
                content.audience(),
                content.publishAt());
    }

    private static void replace(FlatHtml body, Finding finding) {
        CharSequence text = body.text();
        if (finding.kind() == Finding.Kind.WORD) {
            Word word = word(finding);
            String words = text.toString();
            for (int at = words.lastIndexOf(word.wrong()); at >= 0; at = words.lastIndexOf(word.wrong(), at - 1)) {
                if (!Inspection.within(words, at, word)) {
                    body.replace(at, at + word.wrong().length(), word.correct());
                }
                if (at == 0) {
                    return;
                }
            }
            return;
        }
        for (Sighting each : sightings(text, finding)) {
            body.overwrite(each.start(), each.masked(text));
        }
    }

    private static String plain(String text, Finding finding) {
        if (finding.kind() == Finding.Kind.WORD) {
            Word word = word(finding);
            return word.correct().contains(word.wrong())
                    ? text.replace(word.correct(), "\0")
                            .replace(word.wrong(), word.correct())
                            .replace("\0", word.correct())
                    : text.replace(word.wrong(), word.correct());
        }
        return Inspection.masked(text, sightings(text, finding));
    }

    private static Word word(Finding finding) {
        return new Word(0, finding.shown(), finding.suggestion(), "", false);
    }

    private static List<Sighting> sightings(CharSequence text, Finding finding) {
        return PersonalData.in(text).stream()
                .filter(each -> Inspection.fingerprint(each.kind().name(), each.value(text))
                        .equals(finding.fingerprint()))
                .toList();
    }
}
