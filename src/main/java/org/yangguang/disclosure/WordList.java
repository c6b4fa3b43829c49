package org.yangguang.disclosure;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yangguang.account.Officer;
import org.yangguang.account.Permissions;
import org.yangguang.account.Role;
import org.yangguang.audit.AuditTrail;
import org.yangguang.disclosure.internal.CleanText;
import org.yangguang.disclosure.internal.WordTable;

/** The words that the check before review finds in every text, with what should stand there; kept by the district office for all organs. */
@Service
public class WordList {

    public static final int SHORTEST = 2;
    public static final int LONGEST = 60;
    public static final int LONGEST_NOTE = 200;
    private static final int MOST_LINES = 2_000;

    private final WordTable table;
    private final Permissions permissions;
    private final AuditTrail audit;
    private final Clock clock;

    WordList(WordTable table, Permissions permissions, AuditTrail audit, Clock clock) {
        this.table = table;
        this.permissions = permissions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those in use, by the wrong word. */
    public List<Word> all() {
        return table.inUse();
    }

    public boolean mayKeep(Officer officer) {
        return !permissions.organsWith(officer, Role.DISTRICT_OFFICE).isEmpty();
    }

    /** Adds a word, or says something else of one that is there; every reason why not. */
    @Transactional
    public List<Reason> keep(Officer officer, Word word) {
        return keep(officer, List.of(word));
    }

    /**
     * Adds many at once, all or none.
     *
     * @param lines one a line: the wrong word, the right one and, if there is one, a note, with commas or tabs between them
     */
    @Transactional
    public List<Reason> keepAll(Officer officer, String lines, boolean binding) {
        List<Word> words = new ArrayList<>();
        List<Reason> reasons = new ArrayList<>();
        int number = 0;
        for (String line : CleanText.lines(lines).split("\n")) {
            number++;
            String[] parts = line.strip().split("[\\t,，]", 3);
            if (line.isBlank()) {
                continue;
            }
            if (parts.length < 2 || words.size() >= MOST_LINES) {
                reasons.add(Reason.of("disclosure.word.refused.line", number));
            } else {
                words.add(new Word(
                        parts[0].strip(), parts[1].strip(), parts.length > 2 ? parts[2].strip() : "", binding));
            }
        }
        if (words.isEmpty() && reasons.isEmpty()) {
            reasons.add(Reason.of("disclosure.word.refused.nothing"));
        }
        return reasons.isEmpty() ? keep(officer, words) : List.copyOf(reasons);
    }

    private List<Reason> keep(Officer officer, List<Word> words) {
        List<Reason> reasons = new ArrayList<>();
        if (!mayKeep(officer)) {
            reasons.add(Reason.of("disclosure.word.refused.role"));
        }
        List<Word> clean = words.stream()
                .map(each -> new Word(
                        CleanText.line(each.wrong()),
                        CleanText.line(each.correct()),
                        CleanText.line(each.note()),
                        each.binding()))
                .toList();
        clean.forEach(each -> judge(each, reasons));
        if (!reasons.isEmpty()) {
            return List.copyOf(reasons);
        }
        for (Word word : clean) {
            Optional<Word> before = table.called(word.wrong());
            if (before.filter(each -> same(each, word)).isEmpty()) {
                table.keep(word, officer.name(), clock.instant());
                audit.record(
                        "word.kept",
                        "disclosure.word:" + word.wrong(),
                        before.map(WordList::told).orElse(null),
                        told(word));
            }
        }
        return List.of();
    }

    /** Takes a word off the list; texts with it are no longer told. */
    @Transactional
    public List<Reason> retire(Officer officer, long id) {
        if (!mayKeep(officer)) {
            return List.of(Reason.of("disclosure.word.refused.role"));
        }
        table.find(id).ifPresent(word -> {
            table.retire(id, officer.name(), clock.instant());
            audit.record("word.retired", "disclosure.word:" + word.wrong(), told(word), null);
        });
        return List.of();
    }

    private static void judge(Word word, List<Reason> reasons) {
        int length = word.wrong().codePointCount(0, word.wrong().length());
        if (length < SHORTEST || length > LONGEST || word.correct().length() > LONGEST) {
            reasons.add(Reason.of("disclosure.word.refused.length", word.wrong(), SHORTEST, LONGEST));
        }
        if (word.correct().isEmpty() || word.correct().equals(word.wrong())) {
            reasons.add(Reason.of("disclosure.word.refused.same", word.wrong()));
        }
        if (word.note().length() > LONGEST_NOTE) {
            reasons.add(Reason.of("disclosure.word.refused.note", word.wrong(), LONGEST_NOTE));
        }
    }

    private static boolean same(Word before, Word now) {
        return told(before).equals(told(now));
    }

    private static String told(Word word) {
        return word.wrong() + " → " + word.correct() + " | " + word.note() + (word.binding() ? " | binding" : "");
    }
}
