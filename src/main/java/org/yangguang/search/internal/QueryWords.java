package org.yangguang.search.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yangguang.search.Synonyms.Group;

/**
 * What a reader typed, as words to look for: split at spaces and punctuation, bounded, whatever it contained.
 *
 * @param words all must be found
 * @param number key of the document number or index number that the whole may be; empty when it can be none
 * @param whole all of it, folded, as the beginning of a title is kept
 */
record QueryWords(List<Word> words, String number, String whole) {

    static final int LONGEST_QUERY = 200;
    private static final int MOST_WORDS = 10;
    private static final int LONGEST_WORD = 40;
    private static final int SHORTEST_PHRASE = 5;
    private static final int MOST_PARTS = 12;

    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\p{IsHan}a-z])[\\p{IsHan}a-z]{1,20} ?[〔\\[(【{〈<] ?[0-9]{4} ?[〕\\])】}〉>] ?第? ?[0-9]{1,5} ?号?");

    /** Words that make a question of what is looked for. */
    private static final Set<String> ASKING =
            Set.of("怎么", "怎样", "如何", "什么", "哪里", "哪些", "请问", "是否", "可以", "怎么办", "吗", "呢", "多少");

    /**
     * One word.
     *
     * @param text folded
     * @param parts the dictionary's words in it, when it is long enough to be a phrase that texts may word differently; else empty
     * @param others what it may be called instead
     */
    record Word(String text, List<String> parts, List<Word> others) {

        Word(String text, List<String> parts) {
            this(text, parts, List.of());
        }
    }

    static QueryWords of(String typed) {
        return of(typed, List.of());
    }

    static QueryWords of(String typed, List<Group> synonyms) {
        String text = Folding.fold(Folding.limit(Folding.clean(typed), LONGEST_QUERY));
        List<Word> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            if (belongsToWord(text, i)) {
                word.append(c);
                continue;
            }
            add(words, word.toString(), quoted);
            word.setLength(0);
            quoted = c == '“' || c == '「' || c == '"' && !quoted || quoted && c != '”' && c != '」' && c != '"';
        }
        List<Word> known = words.stream().map(each -> known(each, synonyms)).toList();
        return new QueryWords(known, number(text), Folding.limit(text.strip(), IndexedDocument.TITLE_START));
    }

    private static Word known(Word word, List<Group> synonyms) {
        List<Word> others = SynonymWords.others(word.text(), synonyms).stream()
                .map(other -> new Word(other, word.parts().isEmpty() ? List.of() : parts(other)))
                .toList();
        return others.isEmpty() ? word : new Word(word.text(), word.parts(), others);
    }

    /** What is to be marked in a hit. */
    List<Word> marked() {
        return words.stream()
                .flatMap(word -> Stream.concat(
                        Stream.of(word), word.others().stream().map(other -> new Word(other.text(), List.of()))))
                .toList();
    }

    boolean isEmpty() {
        return words.isEmpty() && number.isEmpty();
    }

    /** All parts of all words. */
    List<String> parts() {
        return words.stream()
                .flatMap(word -> word.parts().isEmpty() ? Stream.of(word.text()) : word.parts().stream())
                .distinct()
                .limit(2 * MOST_PARTS)
                .toList();
    }

    private static boolean belongsToWord(String text, int i) {
        if (i >= text.length()) {
            return false;
        }
        char c = text.charAt(i);
        if (Character.isLetterOrDigit(c)
                || Character.isSurrogate(c)
                || Character.getType(c) == Character.NON_SPACING_MARK) {
            return true;
        }
        return (c == '.' || c == ',' || c == '\'' || c == '_')
                && i > 0
                && i + 1 < text.length()
                && latin(text.charAt(i - 1))
                && latin(text.charAt(i + 1));
    }

    private static boolean latin(char c) {
        return c < '\u0250' && Character.isLetterOrDigit(c);
    }

    private static void add(List<Word> words, String word, boolean quoted) {
        if (word.isEmpty() || words.size() == MOST_WORDS) {
            return;
        }
        String text = Folding.limit(word, LONGEST_WORD);
        if (ChineseAnalysis.terms(ChineseAnalysis.QUERY_ANALYZER, text).isEmpty()
                || words.stream().anyMatch(same -> same.text().equals(text))) {
            return;
        }
        words.add(new Word(text, quoted ? List.of() : parts(text)));
    }

    private static List<String> parts(String word) {
        if (word.codePointCount(0, word.length()) < SHORTEST_PHRASE
                || word.chars().allMatch(c -> latin((char) c))) {
            return List.of();
        }
        List<String> parts = joined(ChineseAnalysis.terms(ChineseAnalysis.WORD_ANALYZER, word)).stream()
                .filter(part -> !ASKING.contains(part))
                .filter(part -> !ChineseAnalysis.terms(ChineseAnalysis.QUERY_ANALYZER, part)
                        .isEmpty())
                .distinct()
                .limit(MOST_PARTS)
                .toList();
        return parts.size() < 2 ? List.of() : parts;
    }

    /** The dictionary does not know 低保: single characters in a row are one word that it has not. */
    private static List<String> joined(List<String> parts) {
        List<String> joined = new ArrayList<>();
        StringBuilder unknown = new StringBuilder();
        for (String part : parts) {
            if (part.length() == 1 && Character.isIdeographic(part.charAt(0))) {
                unknown.append(part);
                continue;
            }
            if (!unknown.isEmpty()) {
                joined.add(unknown.toString());
                unknown.setLength(0);
            }
            joined.add(part);
        }
        if (!unknown.isEmpty()) {
            joined.add(unknown.toString());
        }
        return joined;
    }

    /** The whole, or the number that stands in brackets of its year among other words. */
    private static String number(String text) {
        Matcher within = NUMBER.matcher(text);
        String key = Folding.numberKey(within.find() ? within.group() : text);
        boolean possible =
                key.length() >= 4 && key.length() <= 60 && key.chars().anyMatch(Character::isDigit);
        return possible ? key : "";
    }
}
