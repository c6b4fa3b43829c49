package org.yangguang.file.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.yangguang.file.PersonalData.Kind;
import org.yangguang.file.PersonalData.Sighting;

/**
 * The automaton over the text. Signs fall into few classes by a table; letters and digits gather into tokens, tokens between which only
 * spaces, hyphens or one line break stand gather into a run, and a run is given to {@link NumberRun} when it ends.
 */
public final class PersonalDataScan {

    static final byte OTHER = 0;
    static final byte DIGIT = 1;
    static final byte LETTER = 2;
    static final byte SPACE = 3;
    static final byte BREAK = 4;
    static final byte ADDRESS = 5;

    private static final int MOST_BETWEEN = 4;
    private static final byte[] CLASSES = classes();

    private final char[] text;
    private final List<Sighting> found = new ArrayList<>();
    private final NumberRun run;
    private final HomeAddresses addresses;

    public PersonalDataScan(CharSequence text) {
        this.text = text.toString().toCharArray();
        this.run = new NumberRun(this.text, found);
        this.addresses = new HomeAddresses(this.text);
    }

    public List<Sighting> run() {
        int at = 0;
        while (at < text.length) {
            switch (CLASSES[text[at]]) {
                case DIGIT, LETTER -> at = tokens(at);
                case ADDRESS -> {
                    addresses.at(at).ifPresent(this::address);
                    at++;
                }
                default -> at++;
            }
        }
        return List.copyOf(found);
    }

    /** An address may hold numbers that were found before it ended; it takes their place. */
    private void address(Sighting address) {
        while (!found.isEmpty() && found.get(found.size() - 1).end() > address.start()) {
            Sighting last = found.get(found.size() - 1);
            if (last.kind() != Kind.HOME_ADDRESS && last.kind() != Kind.LANDLINE) {
                return;
            }
            found.remove(found.size() - 1);
        }
        found.add(address);
    }

    private int tokens(int from) {
        int end = tokenEnd(from);
        if (!run.add(from, end, false)) {
            return end;
        }
        while (true) {
            int next = between(end);
            if (next < 0) {
                break;
            }
            int nextEnd = tokenEnd(next);
            if (!run.add(next, nextEnd, broken(end, next))) {
                break;
            }
            end = nextEnd;
        }
        run.judge();
        return end;
    }

    private int tokenEnd(int from) {
        int at = from + 1;
        while (at < text.length && (CLASSES[text[at]] == DIGIT || CLASSES[text[at]] == LETTER)) {
            at++;
        }
        return at;
    }

    /** Where the next token of the same run begins; negative when something else stands between, or too much. */
    private int between(int end) {
        int at = end;
        int breaks = 0;
        while (at < text.length && at - end <= MOST_BETWEEN) {
            byte kind = CLASSES[text[at]];
            if (kind == DIGIT || kind == LETTER) {
                return at;
            }
            if (kind != SPACE && kind != BREAK) {
                return -1;
            }
            if (kind == BREAK && !(text[at] == '\n' && at > end && text[at - 1] == '\r') && ++breaks > 1) {
                return -1;
            }
            at++;
        }
        return -1;
    }

    private boolean broken(int end, int next) {
        for (int at = end; at < next; at++) {
            if (CLASSES[text[at]] == BREAK) {
                return true;
            }
        }
        return false;
    }

    static byte kind(char sign) {
        return CLASSES[sign];
    }

    private static byte[] classes() {
        byte[] classes = new byte[65536];
        Arrays.fill(classes, '0', '9' + 1, DIGIT);
        Arrays.fill(classes, '０', '９' + 1, DIGIT);
        for (char letter = 'A'; letter <= 'Z'; letter++) {
            classes[letter] = LETTER;
            classes[letter + 32] = LETTER;
            classes[letter + 0xFEE0] = LETTER;
            classes[letter + 32 + 0xFEE0] = LETTER;
        }
        for (char space :
                " -\u00a0\u3000\u2002\u2003\u2009\u202f－‐‑‒–—―−﹣\u00ad\u200b\u200c\u200d\u2060\ufeff".toCharArray()) {
            classes[space] = SPACE;
        }
        classes['\n'] = BREAK;
        classes['\r'] = BREAK;
        classes['室'] = ADDRESS;
        classes['号'] = ADDRESS;
        classes['户'] = ADDRESS;
        classes['址'] = ADDRESS;
        return classes;
    }
}
