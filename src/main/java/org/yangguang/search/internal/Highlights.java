package org.yangguang.search.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Marks the words of a query in a text and cuts the passage that says most about them. Works on the text itself, by whole words:
 * a query for 公积金 never marks a lone 公积.
 */
final class Highlights {

    private static final int PASSAGE = 130;
    private static final int LEAD = 30;
    private static final int MOST_PLACES = 200;
    private static final int LONGEST_TITLE = 200;

    private final String title;
    private final String text;
    private final List<String> words;
    private final String foldedTitle;
    private final String foldedText;

    /** A word that is nowhere in the hit was found by its parts; only then these are marked. */
    Highlights(List<QueryWords.Word> asked, String title, String text) {
        this.title = Folding.limit(title, LONGEST_TITLE);
        this.text = text;
        this.foldedTitle = asked.isEmpty() ? "" : Folding.fold(this.title);
        this.foldedText = asked.isEmpty() ? "" : Folding.fold(text);
        List<String> marked = new ArrayList<>();
        for (QueryWords.Word word : asked) {
            boolean whole =
                    word.parts().isEmpty() || contains(foldedTitle, word.text()) || contains(foldedText, word.text());
            if (whole) {
                marked.add(word.text());
            } else {
                word.parts().stream().filter(part -> part.length() > 1).forEach(marked::add);
            }
        }
        this.words = marked;
    }

    private record Place(int from, int to, int word) {}

    /** The title, escaped, with marks; at most 200 characters of it. */
    String titleHtml() {
        StringBuilder html = new StringBuilder();
        mark(html, title, 0, title.length(), places(foldedTitle));
        if (title.length() == LONGEST_TITLE) {
            html.append('…');
        }
        return html.toString();
    }

    /** The passage with the most different words, escaped, with marks; the beginning when no word is in the text. */
    String passageHtml() {
        List<Place> places = places(foldedText);
        int from = places.isEmpty() ? 0 : begin(text, best(places));
        int to = end(text, from);
        StringBuilder html = new StringBuilder();
        if (from > 0) {
            html.append('…');
        }
        mark(html, text, from, to, places);
        if (to < text.length()) {
            html.append('…');
        }
        return html.toString();
    }

    private List<Place> places(String folded) {
        List<Place> places = new ArrayList<>();
        for (int number = 0; number < words.size(); number++) {
            find(folded, words.get(number), number, places);
        }
        places.sort(Comparator.comparingInt(Place::from).thenComparing(place -> -place.to()));
        return places;
    }

    private static boolean contains(String folded, String word) {
        List<Place> one = new ArrayList<>();
        find(folded, word, 0, one);
        return !one.isEmpty();
    }

    private static void find(String folded, String word, int number, List<Place> places) {
        int found = 0;
        for (int at = folded.indexOf(word); at >= 0 && found < MOST_PLACES; at = folded.indexOf(word, at + 1)) {
            int end = at + word.length();
            if (boundary(folded, at) && boundary(folded, end)) {
                places.add(new Place(at, end, number));
                found++;
            }
        }
    }

    /** Chinese is written without spaces; between two Latin letters or digits no word begins or ends. */
    private static boolean boundary(String text, int at) {
        return at == 0 || at == text.length() || !(alphabetic(text.charAt(at - 1)) && alphabetic(text.charAt(at)));
    }

    private static boolean alphabetic(char c) {
        return Character.isLetterOrDigit(c) && !Character.isIdeographic(c);
    }

    /** Index of the place from which a passage shows most different words, then most words, then the earliest. */
    private static int best(List<Place> places) {
        int best = 0;
        int bestScore = -1;
        for (int i = 0; i < places.size(); i++) {
            long different = 0;
            int all = 0;
            int limit = places.get(i).from() + PASSAGE - LEAD;
            for (int j = i; j < places.size() && places.get(j).to() <= limit; j++) {
                different |= 1L << Math.min(places.get(j).word(), 62);
                all++;
            }
            int score = 100 * Long.bitCount(different) + Math.min(all, 99);
            if (score > bestScore) {
                bestScore = score;
                best = i;
            }
        }
        return places.get(best).from();
    }

    /** The beginning of the sentence when it is near, else a little before the word. */
    private static int begin(String text, int word) {
        int earliest = Math.max(0, word - LEAD);
        for (int i = word; i > earliest; i--) {
            if ("。！？；\n".indexOf(text.charAt(i - 1)) >= 0) {
                return i;
            }
        }
        return earliest > 0 && Character.isLowSurrogate(text.charAt(earliest)) ? earliest + 1 : earliest;
    }

    private static int end(String text, int from) {
        int to = Math.min(text.length(), from + PASSAGE);
        return to < text.length() && Character.isLowSurrogate(text.charAt(to)) ? to - 1 : to;
    }

    private static void mark(StringBuilder html, String text, int from, int to, List<Place> places) {
        int done = from;
        int i = 0;
        while (i < places.size()) {
            Place place = places.get(i++);
            if (place.from() < done || place.to() > to) {
                continue;
            }
            int end = place.to();
            // Words that overlap or follow each other directly are one mark.
            while (i < places.size()
                    && places.get(i).from() <= end
                    && places.get(i).to() <= to) {
                end = Math.max(end, places.get(i++).to());
            }
            escape(html, text, done, place.from());
            html.append("<mark>");
            escape(html, text, place.from(), end);
            html.append("</mark>");
            done = end;
        }
        escape(html, text, done, to);
    }

    private static void escape(StringBuilder html, String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                case '\n' -> html.append(' ');
                default -> html.append(c);
            }
        }
    }
}
