package org.yangguang.governance;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yangguang.account.Officer;
import org.yangguang.audit.AuditTrail;
import org.yangguang.governance.internal.WorkTable;
import org.yangguang.organ.Organ;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.Organs;

/** Meetings and training sessions, and who came to them. */
@Service
public class Gatherings {

    /** The most that come to one. */
    public static final int MOST_HEADS = 5_000;

    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST_PLACE = 100;
    private static final int LONGEST_ABOUT = 4_000;
    private static final int LONGEST_NAME = 40;
    private static final int MOST_SHOWN = 300;

    private final WorkTable table;
    private final Keepers keepers;
    private final Organs organs;
    private final AuditTrail audit;
    private final Clock clock;

    Gatherings(WorkTable table, Keepers keepers, Organs organs, AuditTrail audit, Clock clock) {
        this.table = table;
        this.keepers = keepers;
        this.organs = organs;
        this.audit = audit;
        this.clock = clock;
    }

    /** What an officer typed about a meeting or a session. */
    public record Typed(
            OrganId organ,
            Gathering.@Nullable Kind kind,
            String title,
            String place,
            @Nullable LocalDate on,
            String about,
            int heads) {}

    /** The latest ones of the officer's organs. */
    public List<Gathering> of(Officer officer) {
        return table.gatherings(keepers.organs(officer), MOST_SHOWN);
    }

    public Optional<Gathering> find(Officer officer, long id) {
        return table.gathering(id).filter(each -> keepers.organs(officer).contains(each.organ()));
    }

    public List<Gathering.Attendance> attendances(Gathering gathering) {
        return table.attendances(gathering.id());
    }

    /** Plans it, or notes it as held when its day is over or today and somebody came. */
    @Transactional
    public Outcome note(Officer officer, Typed typed) {
        List<Reason> reasons = keepers.against(officer, typed.organ());
        reasons.addAll(against(typed, 0));
        if (typed.kind() == null) {
            reasons.add(Reason.of("governance.refused.kind"));
        }
        if (!reasons.isEmpty() || typed.kind() == null) {
            return new Outcome.Refused(reasons);
        }
        LocalDate on = typed.on() == null ? LocalDate.now(clock) : typed.on();
        boolean held = !on.isAfter(LocalDate.now(clock)) && typed.heads() > 0;
        Gathering gathering = new Gathering(
                0,
                typed.organ(),
                typed.kind(),
                typed.title().strip(),
                typed.place().strip(),
                on,
                typed.about().strip(),
                held ? Gathering.State.HELD : Gathering.State.PLANNED,
                typed.heads(),
                1);
        long id = table.insert(gathering, officer.login(), clock.instant());
        audit.record("gathering.noted", subject(id), null, gathering.toString());
        return new Outcome.Done(id);
    }

    @Transactional
    public Outcome change(Officer officer, long id, int version, Typed typed) {
        Optional<Gathering> before = table.gathering(id);
        if (before.isEmpty()) {
            return gone();
        }
        List<Reason> reasons = keepers.against(officer, before.get().organ());
        reasons.addAll(against(typed, table.attendances(id).size()));
        if (before.get().state() == Gathering.State.HELD && typed.heads() == 0) {
            reasons.add(Reason.of("governance.refused.headsMissing"));
        }
        if (!reasons.isEmpty() || typed.on() == null) {
            return new Outcome.Refused(reasons);
        }
        Gathering after = new Gathering(
                id,
                before.get().organ(),
                before.get().kind(),
                typed.title().strip(),
                typed.place().strip(),
                typed.on(),
                typed.about().strip(),
                before.get().state(),
                typed.heads(),
                version + 1);
        if (!table.update(id, version, after)) {
            return new Outcome.Refused(List.of(Reason.of("governance.refused.changed")));
        }
        audit.record("gathering.changed", subject(id), before.get().toString(), after.toString());
        return new Outcome.Done(id);
    }

    /** Notes that it was held, or that it is cancelled. */
    @Transactional
    public Outcome move(Officer officer, long id, int version, Gathering.Action action) {
        Optional<Gathering> before = table.gathering(id);
        if (before.isEmpty()) {
            return gone();
        }
        List<Reason> reasons = keepers.against(officer, before.get().organ());
        Optional<Gathering.State> to = Gathering.after(before.get().state(), action);
        if (to.isEmpty()) {
            reasons.add(Reason.of("governance.refused.state"));
        }
        if (action == Gathering.Action.HOLD) {
            if (before.get().on().isAfter(LocalDate.now(clock))) {
                reasons.add(Reason.of("governance.refused.notYet"));
            }
            if (before.get().heads() == 0) {
                reasons.add(Reason.of("governance.refused.headsMissing"));
            }
        }
        if (reasons.isEmpty() && !table.move(id, version, before.get().state(), to.orElseThrow())) {
            reasons.add(Reason.of("governance.refused.changed"));
        }
        return Outcome.of(reasons, () -> {
            audit.record(
                    action == Gathering.Action.HOLD ? "gathering.held" : "gathering.cancelled",
                    subject(id),
                    null,
                    String.valueOf(version));
            return id;
        });
    }

    /**
     * Takes the list of those who came, a line each: the organ, then the name. It replaces the former list; when more are listed than were
     * counted, so many came.
     */
    @Transactional
    public Outcome attend(Officer officer, long id, int version, String lines) {
        Optional<Gathering> before = table.gathering(id);
        if (before.isEmpty()) {
            return gone();
        }
        List<Reason> reasons = keepers.against(officer, before.get().organ());
        List<Gathering.Attendance> all = new ArrayList<>();
        int number = 0;
        for (String line : lines.lines().toList()) {
            number++;
            if (!line.isBlank()) {
                read(line.strip(), number, all, reasons);
            }
        }
        if (all.size() > MOST_HEADS) {
            reasons.add(Reason.of("governance.refused.heads", String.valueOf(MOST_HEADS)));
        }
        Gathering g = before.get();
        Gathering counted = new Gathering(
                id,
                g.organ(),
                g.kind(),
                g.title(),
                g.place(),
                g.on(),
                g.about(),
                g.state(),
                Math.max(g.heads(), all.size()),
                version + 1);
        if (reasons.isEmpty() && !table.update(id, version, counted)) {
            reasons.add(Reason.of("governance.refused.changed"));
        }
        return Outcome.of(reasons, () -> {
            table.attend(id, all);
            audit.record("gathering.attended", subject(id), null, all.size() + " people");
            return id;
        });
    }

    private void read(String line, int number, List<Gathering.Attendance> all, List<Reason> reasons) {
        String[] parts = line.split("[\\s,，、\\t]+", 2);
        if (parts.length < 2 || parts[1].isBlank() || parts[1].strip().length() > LONGEST_NAME) {
            reasons.add(Reason.of("governance.refused.line", String.valueOf(number), line));
            return;
        }
        Optional<Organ> organ = organs.all().stream()
                .filter(each -> each.name().equals(parts[0]) || each.shortName().equals(parts[0]))
                .findFirst();
        all.add(new Gathering.Attendance(organ.map(Organ::id).orElse(null), parts[0], parts[1].strip()));
    }

    private List<Reason> against(Typed typed, int listed) {
        List<Reason> reasons = new ArrayList<>();
        Terms.text(reasons, typed.title(), LONGEST_TITLE, "title");
        Terms.optional(reasons, typed.place(), LONGEST_PLACE, "place");
        Terms.optional(reasons, typed.about(), LONGEST_ABOUT, "about");
        Terms.day(reasons, typed.on());
        if (typed.heads() < 0 || typed.heads() > MOST_HEADS) {
            reasons.add(Reason.of("governance.refused.heads", String.valueOf(MOST_HEADS)));
        } else if (typed.heads() < listed) {
            reasons.add(Reason.of("governance.refused.fewer", String.valueOf(listed)));
        }
        return reasons;
    }

    private static Outcome gone() {
        return new Outcome.Refused(List.of(Reason.of("governance.refused.gone")));
    }

    private static String subject(long id) {
        return "governance.gathering:" + id;
    }
}
