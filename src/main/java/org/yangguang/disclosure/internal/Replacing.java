package org.yangguang.disclosure.internal;

import java.util.List;
import org.jsoup.nodes.Element;
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
        return with(content, plain(content.title(), finding), plain(content.summary(), finding), body.html());
    }

    /** The content with words for those who cannot see the image. */
    public EditionContent described(EditionContent content, Finding image, String words) {
        FlatHtml body = new FlatHtml(content.bodyHtml());
        int number = 0;
        for (Element each : body.document().select("img")) {
            number++;
            if (Inspection.image(each, number).equals(image.fingerprint())) {
                each.attr("alt", words);
            }
        }
        return with(content, content.title(), content.summary(), body.html());
    }

    static EditionContent with(EditionContent content, String title, String summary, String bodyHtml) {
        return new EditionContent(
                title,
                summary,
                bodyHtml,
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
                if (word.standsAt(words, at)) {
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
            StringBuilder right = new StringBuilder();
            int from = 0;
            for (int at = word.in(text, 0); at >= 0; at = word.in(text, from)) {
                right.append(text, from, at).append(word.correct());
                from = at + word.wrong().length();
            }
            return right.append(text, from, text.length()).toString();
        }
        return Inspection.masked(text, sightings(text, finding));
    }

    private static Word word(Finding finding) {
        return new Word(finding.shown(), finding.suggestion(), "", false);
    }

    private static List<Sighting> sightings(CharSequence text, Finding finding) {
        return PersonalData.in(text).stream()
                .filter(each -> Inspection.fingerprint(each.kind().name(), each.value(text))
                        .equals(finding.fingerprint()))
                .toList();
    }
}
