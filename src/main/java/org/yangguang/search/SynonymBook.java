package org.yangguang.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yangguang.audit.AuditNews;
import org.yangguang.audit.AuditTrail;
import org.yangguang.audit.Recorded;
import org.yangguang.search.internal.SynonymTable;
import org.yangguang.search.internal.SynonymWords;

/** Keeps the synonyms, each change with an entry of the audit chain. */
@Service
public class SynonymBook implements Synonyms {

    private static final int MOST_GROUPS = 2_000;

    private final SynonymTable table;
    private final AuditTrail audit;
    private final AtomicLong changes = new AtomicLong();
    private volatile @Nullable Held held;

    private record Held(List<Group> groups, long changes) {}

    /**
     * Why words were not kept.
     *
     * @param key message
     */
    public record Reason(String key, List<Object> arguments) {}

    /** What became of a change; nothing was changed when there are reasons. */
    public record Outcome(List<Reason> reasons) {

        public boolean done() {
            return reasons.isEmpty();
        }
    }

    SynonymBook(SynonymTable table, AuditTrail audit) {
        this.table = table;
        this.audit = audit;
    }

    @Override
    public List<Group> groups() {
        Held now = held;
        long seen = changes.get();
        if (now == null || now.changes() != seen) {
            now = new Held(table.all(), seen);
            held = now;
        }
        return now.groups();
    }

    /** Keeps a new group, of words separated by signs or lines. */
    @Transactional
    public Outcome add(String typed) {
        List<Group> now = table.locked();
        List<String> words = SynonymWords.of(typed);
        List<Reason> reasons = against(words, now, -1);
        if (now.size() >= MOST_GROUPS) {
            reasons.add(new Reason("search.synonyms.refused.full", List.of(MOST_GROUPS)));
        }
        if (reasons.isEmpty()) {
            long id = table.insert(words);
            audit.record("synonyms.added", subject(id), null, words.toString());
        }
        return new Outcome(reasons);
    }

    /** Changes the words of a group; a version that is not the present one means that somebody else was faster. */
    @Transactional
    public Outcome change(long id, int version, String typed) {
        List<String> words = SynonymWords.of(typed);
        return act(id, version, now -> against(words, now, id), before -> {
            table.update(id, words);
            audit.record("synonyms.changed", subject(id), before.words().toString(), words.toString());
            return before;
        });
    }

    @Transactional
    public Outcome remove(long id, int version) {
        return act(id, version, now -> new ArrayList<>(), before -> {
            table.delete(id);
            audit.record("synonyms.removed", subject(id), before.words().toString(), null);
            return before;
        });
    }

    private Outcome act(
            long id,
            int version,
            java.util.function.Function<List<Group>, List<Reason>> rules,
            UnaryOperator<Group> work) {
        List<Group> now = table.locked();
        Optional<Group> before = now.stream()
                .filter(group -> group.id() == id && group.version() == version)
                .findFirst();
        List<Reason> reasons = rules.apply(now);
        if (before.isEmpty()) {
            reasons.add(new Reason("search.synonyms.refused.changed", List.of()));
        }
        if (reasons.isEmpty()) {
            var unused = work.apply(before.orElseThrow());
        }
        return new Outcome(reasons);
    }

    private static List<Reason> against(List<String> words, List<Group> now, long self) {
        List<Reason> reasons = new ArrayList<>();
        if (words.size() < 2) {
            reasons.add(new Reason("search.synonyms.refused.few", List.of()));
        }
        if (words.size() > SynonymWords.MOST) {
            reasons.add(new Reason("search.synonyms.refused.many", List.of(SynonymWords.MOST)));
        }
        for (String word : words) {
            if (word.length() < SynonymWords.SHORTEST || word.length() > SynonymWords.LONGEST) {
                reasons.add(new Reason(
                        "search.synonyms.refused.length", List.of(word, SynonymWords.SHORTEST, SynonymWords.LONGEST)));
            }
        }
        Set<String> taken = new LinkedHashSet<>(words);
        taken.retainAll(now.stream()
                .filter(group -> group.id() != self)
                .flatMap(group -> group.words().stream())
                .toList());
        taken.forEach(word -> reasons.add(new Reason("search.synonyms.refused.taken", List.of(word))));
        return reasons;
    }

    private static String subject(long id) {
        return "search.synonym_group:" + id;
    }

    @EventListener
    void on(Recorded recorded) {
        if (recorded.actions().contains(AuditNews.MANY)
                || recorded.actions().stream().anyMatch(action -> action.startsWith("synonyms."))) {
            changes.incrementAndGet();
        }
    }
}
