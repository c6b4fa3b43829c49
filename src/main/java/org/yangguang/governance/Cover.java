package org.yangguang.governance;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.yangguang.governance.Coverage.State;
import org.yangguang.governance.Filing.Post;
import org.yangguang.governance.internal.FilingTable;
import org.yangguang.organ.Organ;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.Organs;

/** Tells which organs have a post that nobody holds, or work that nobody does today. */
@Service
public class Cover {

    private final FilingTable table;
    private final Organs organs;
    private final Clock clock;

    Cover(FilingTable table, Organs organs, Clock clock) {
        this.table = table;
        this.organs = organs;
        this.clock = clock;
    }

    /** The open ones of these organs as they are covered today, those with a gap first, the worst first. */
    public List<Coverage> today(Collection<OrganId> some) {
        LocalDate today = LocalDate.now(clock);
        List<Filing> filings = table.on(today, some);
        Map<Long, Absence> away = new HashMap<>();
        table.absences(filings.stream().map(Filing::id).toList(), today)
                .forEach(absence -> away.merge(
                        absence.filing(), absence, (one, other) -> one.last().isAfter(other.last()) ? one : other));
        Map<OrganId, Map<Post, Filing>> posts = new HashMap<>();
        filings.forEach(filing -> posts.computeIfAbsent(filing.organ(), organ -> new EnumMap<>(Post.class))
                .put(filing.post(), filing));
        Map<OrganId, Integer> changes = table.changes(today.minusYears(1), some);
        return organs.all().stream()
                .filter(organ -> some.contains(organ.id()) && organ.open())
                .map(organ -> coverage(
                        organ, posts.getOrDefault(organ.id(), Map.of()), away, changes.getOrDefault(organ.id(), 0)))
                .sorted(Comparator.comparing(Coverage::state).thenComparing(each -> !each.gap()))
                .toList();
    }

    public Coverage today(Organ organ) {
        return today(List.of(organ.id())).stream().findFirst().orElseGet(() -> coverage(organ, Map.of(), Map.of(), 0));
    }

    private static Coverage coverage(Organ organ, Map<Post, Filing> posts, Map<Long, Absence> away, int changes) {
        List<Post> missing = new ArrayList<>(List.of(Post.values()));
        missing.removeAll(posts.keySet());
        @Nullable Filing a = posts.get(Post.A);
        @Nullable Filing b = posts.get(Post.B);
        boolean aThere = a != null && !away.containsKey(a.id());
        boolean bThere = b != null && !away.containsKey(b.id());
        State state = aThere ? bThere ? State.COVERED : State.NO_SUBSTITUTE : bThere ? State.B_ACTS : State.UNCOVERED;
        @Nullable Absence absence = a == null ? null : away.get(a.id());
        return new Coverage(organ, state, a, b, absence == null ? null : absence.last(), List.copyOf(missing), changes);
    }
}
