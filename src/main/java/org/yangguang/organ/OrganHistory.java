package org.yangguang.organ;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.yangguang.organ.internal.OrganTable;

/** What organs were called and who came after them: an old document keeps the name of its day. */
@Service
public class OrganHistory {

    private final OrganTable table;
    private final Organs organs;

    OrganHistory(OrganTable table, Organs organs) {
        this.table = table;
        this.organs = organs;
    }

    /**
     * A name and the days on which it was borne.
     *
     * @param to first day of the next name or of no name any more; null while it is borne
     */
    public record Name(
            LocalDate from,
            @Nullable LocalDate to,
            String name,
            String shortName,
            @Nullable String nameEn) {

        public boolean on(LocalDate day) {
            return !day.isBefore(from) && (to == null || day.isBefore(to));
        }
    }

    /** All names of an organ, the oldest first. */
    public List<Name> names(OrganId organ) {
        return table.names(organ);
    }

    /** The name as it was on {@code day}: the first one for days before the founding, the last one after the closing. */
    public Optional<Name> nameOn(OrganId organ, LocalDate day) {
        List<Name> names = names(organ);
        return names.stream()
                .filter(name -> name.on(day))
                .findFirst()
                .or(() -> names.isEmpty()
                        ? Optional.empty()
                        : Optional.of(names.get(day.isBefore(names.get(0).from()) ? 0 : names.size() - 1)));
    }

    /** Who answers for this organ today: itself while it works, otherwise the last of its successors. */
    public Optional<Organ> today(OrganId organ) {
        Set<OrganId> seen = new HashSet<>();
        Optional<Organ> current = organs.find(organ);
        while (current.isPresent()
                && current.get().successor() != null
                && seen.add(current.get().id())) {
            current = organs.find(current.get().successor());
        }
        return current;
    }

    /** Organs that were merged into this one, directly. */
    public List<Organ> predecessors(OrganId organ) {
        return organs.all().stream()
                .filter(each -> organ.equals(each.successor()))
                .toList();
    }
}
