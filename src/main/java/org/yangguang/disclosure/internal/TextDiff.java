package org.yangguang.disclosure.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What differs between two texts, as runs that were kept, taken out or put in; by sentence first, then within a sentence by character. */
public final class TextDiff {

    /** How a run of text fared. */
    public enum Kind {
        SAME,
        OUT,
        IN
    }

    public record Run(Kind kind, String text) {}

    private static final Pattern SENTENCE = Pattern.compile("[^。；!？！?\\n]*[。；!？！?\\n]?");
    /** Above this many cells a comparison by character would cost more than it tells. */
    private static final long MOST_CELLS = 4_000_000;

    private TextDiff() {}

    public static List<Run> of(String before, String after) {
        List<Run> bySentence = compare(sentences(before), sentences(after));
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < bySentence.size(); i++) {
            Run run = bySentence.get(i);
            Run next = i + 1 < bySentence.size() ? bySentence.get(i + 1) : null;
            if (run.kind() == Kind.OUT && next != null && next.kind() == Kind.IN && close(run.text(), next.text())) {
                runs.addAll(compare(characters(run.text()), characters(next.text())));
                i++;
            } else {
                runs.add(run);
            }
        }
        return List.copyOf(runs);
    }

    private static boolean close(String a, String b) {
        return a.length() < 400
                && b.length() < 400
                && Math.max(a.length(), b.length()) < 3 * Math.min(a.length(), b.length());
    }

    private static List<String> sentences(String text) {
        List<String> parts = new ArrayList<>();
        Matcher sentence = SENTENCE.matcher(text);
        while (sentence.find()) {
            if (!sentence.group().isEmpty()) {
                parts.add(sentence.group());
            }
        }
        return parts;
    }

    private static List<String> characters(String text) {
        return text.codePoints().mapToObj(Character::toString).toList();
    }

    private static List<Run> compare(List<String> a, List<String> b) {
        int head = 0;
        while (head < a.size() && head < b.size() && a.get(head).equals(b.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < a.size() - head
                && tail < b.size() - head
                && a.get(a.size() - 1 - tail).equals(b.get(b.size() - 1 - tail))) {
            tail++;
        }
        Runs runs = new Runs();
        a.subList(0, head).forEach(part -> runs.add(Kind.SAME, part));
        middle(a.subList(head, a.size() - tail), b.subList(head, b.size() - tail), runs);
        a.subList(a.size() - tail, a.size()).forEach(part -> runs.add(Kind.SAME, part));
        return runs.finished();
    }

    /** Longest common subsequence. */
    private static void middle(List<String> a, List<String> b, Runs runs) {
        if ((long) a.size() * b.size() > MOST_CELLS) {
            a.forEach(part -> runs.add(Kind.OUT, part));
            b.forEach(part -> runs.add(Kind.IN, part));
            return;
        }
        int[][] length = new int[a.size() + 1][b.size() + 1];
        for (int i = a.size() - 1; i >= 0; i--) {
            for (int j = b.size() - 1; j >= 0; j--) {
                length[i][j] = a.get(i).equals(b.get(j))
                        ? length[i + 1][j + 1] + 1
                        : Math.max(length[i + 1][j], length[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        while (i < a.size() || j < b.size()) {
            if (i < a.size() && j < b.size() && a.get(i).equals(b.get(j))) {
                runs.add(Kind.SAME, a.get(i++));
                j++;
            } else if (j >= b.size() || (i < a.size() && length[i + 1][j] >= length[i][j + 1])) {
                runs.add(Kind.OUT, a.get(i++));
            } else {
                runs.add(Kind.IN, b.get(j++));
            }
        }
    }

    /** Joins neighbours of the same kind; what goes out between two kept runs stands before what comes in. */
    private static final class Runs {

        private final List<Run> done = new ArrayList<>();
        private final StringBuilder same = new StringBuilder();
        private final StringBuilder out = new StringBuilder();
        private final StringBuilder in = new StringBuilder();

        void add(Kind kind, String text) {
            if (kind == Kind.SAME) {
                flushChange();
                same.append(text);
            } else {
                flush(Kind.SAME, same);
                (kind == Kind.OUT ? out : in).append(text);
            }
        }

        private void flushChange() {
            flush(Kind.OUT, out);
            flush(Kind.IN, in);
        }

        private void flush(Kind kind, StringBuilder text) {
            if (!text.isEmpty()) {
                done.add(new Run(kind, text.toString()));
                text.setLength(0);
            }
        }

        List<Run> finished() {
            flush(Kind.SAME, same);
            flushChange();
            return done;
        }
    }
}
