package org.yangguang.disclosure.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;
import org.yangguang.disclosure.Attachment;
import org.yangguang.disclosure.Edition;
import org.yangguang.disclosure.EditionContent;
import org.yangguang.disclosure.Finding;
import org.yangguang.disclosure.FindingOverride;
import org.yangguang.disclosure.Word;
import org.yangguang.file.PersonalData;
import org.yangguang.file.PersonalData.Sighting;
import org.yangguang.platform.Sm3;

/** Looks through the text of an edition, and at what was found in its attachments when their public copies were made. */
@Component
public class Inspection {

    private static final int AROUND = 18;
    private static final int MOST = 500;

    private final FindingTable table;
    private final WordTable words;
    private final EditionLinks links;

    Inspection(FindingTable table, WordTable words, EditionLinks links) {
        this.table = table;
        this.words = words;
        this.links = links;
    }

    public List<Finding> of(Edition edition) {
        Map<String, FindingOverride> overrides = table.overrides(edition.id());
        List<Finding> found = new ArrayList<>();
        EditionContent content = edition.content();
        FlatHtml body = new FlatHtml(content.bodyHtml());
        List<Word> list = words.inUse();
        text("title", content.title(), list, found);
        text("summary", content.summary(), list, found);
        text("bodyHtml", body.text(), list, found);
        images(body, found);
        found.addAll(links.dead(edition));
        for (Attachment attachment : edition.attachments()) {
            if (attachment.publicCopy() != null) {
                found.addAll(table.ofCopy(attachment.publicCopy().hash(), attachment.name()));
            }
        }
        Set<String> seen = new HashSet<>();
        return found.stream()
                .filter(each -> seen.add(each.fingerprint()))
                .map(each -> with(each, overrides.get(each.fingerprint())))
                .sorted(Comparator.comparing((Finding each) -> !each.open()).thenComparing(each -> !each.binding()))
                .limit(MOST)
                .toList();
    }

    /** The words in use, and why each is wrong. */
    public Map<String, String> notes() {
        return words.inUse().stream()
                .filter(each -> !each.note().isEmpty())
                .collect(java.util.stream.Collectors.toMap(Word::wrong, Word::note));
    }

    static void text(String place, CharSequence text, List<Word> list, List<Finding> found) {
        List<Sighting> sightings = PersonalData.in(text);
        String masked = masked(text, sightings);
        for (Sighting each : sightings) {
            found.add(new Finding(
                    fingerprint(each.kind().name(), each.value(text)),
                    Finding.Kind.valueOf(each.kind().name()),
                    each.kind().personal(),
                    place,
                    each.masked(text),
                    around(masked, each.start(), each.end()),
                    each.masked(text),
                    null));
        }
        for (Word word : list) {
            int at = word.in(masked, 0);
            if (at >= 0) {
                found.add(new Finding(
                        fingerprint("WORD", place + " " + word.wrong()),
                        Finding.Kind.WORD,
                        word.binding(),
                        place,
                        word.wrong(),
                        around(masked, at, at + word.wrong().length()),
                        word.correct(),
                        null));
            }
        }
    }

    private static void images(FlatHtml body, List<Finding> found) {
        int number = 0;
        for (Element image : body.document().select("img")) {
            number++;
            if (image.attr("alt").isBlank() && image.closest("figure:has(figcaption)") == null) {
                found.add(new Finding(
                        image(image, number),
                        Finding.Kind.NO_ALTERNATIVE_TEXT,
                        false,
                        "bodyHtml",
                        String.valueOf(number),
                        "",
                        "",
                        null));
            }
        }
    }

    static String image(Element image, int number) {
        return fingerprint("NO_ALTERNATIVE_TEXT", image.attr("src") + number);
    }

    private static Finding with(Finding each, @org.jspecify.annotations.Nullable FindingOverride override) {
        return override == null
                ? each
                : new Finding(
                        each.fingerprint(),
                        each.kind(),
                        each.binding(),
                        each.place(),
                        each.shown(),
                        each.context(),
                        each.suggestion(),
                        override);
    }

    static String masked(CharSequence text, List<Sighting> sightings) {
        StringBuilder masked = new StringBuilder(text);
        for (Sighting each : sightings) {
            masked.replace(each.start(), each.end(), each.masked(text));
        }
        return masked.toString();
    }

    static String around(String text, int start, int end) {
        int from = Math.max(0, start - AROUND);
        int to = Math.min(text.length(), end + AROUND);
        return (from > 0 ? "…" : "")
                + text.substring(from, to).replaceAll("\\s+", " ").strip()
                + (to < text.length() ? "…" : "");
    }

    /** Of kind and value, so that it survives saving; a hash, cut short, so that it says nothing of the number. */
    static String fingerprint(String kind, String value) {
        return Sm3.hex((kind + "\n" + value).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .substring(0, 20);
    }
}
