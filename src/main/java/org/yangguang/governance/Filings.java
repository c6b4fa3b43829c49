package org.yangguang.governance;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yangguang.account.AccountId;
import org.yangguang.account.Accounts;
import org.yangguang.account.Officer;
import org.yangguang.audit.AuditTrail;
import org.yangguang.governance.internal.FilingTable;
import org.yangguang.organ.OrganId;

/** Files officers for the posts of organs, with their terms, absences and what they hand over. */
@Service
public class Filings {

    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_POSITION = 60;
    private static final int LONGEST_WHY = 200;
    private static final int LONGEST_PENDING = 2_000;

    private final FilingTable table;
    private final Keepers keepers;
    private final Accounts accounts;
    private final AuditTrail audit;
    private final Clock clock;

    Filings(FilingTable table, Keepers keepers, Accounts accounts, AuditTrail audit, Clock clock) {
        this.table = table;
        this.keepers = keepers;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What an officer typed about a person.
     *
     * @param login of the person's account; empty when they have none
     */
    public record Typed(
            OrganId organ,
            Filing.@Nullable Post post,
            String person,
            String position,
            String login,
            boolean fullTime,
            boolean engaged,
            @Nullable LocalDate from) {}

    public List<Filing> of(OrganId organ) {
        return table.of(organ);
    }

    public Optional<Filing> find(long id) {
        return table.find(id);
    }

    /** Absences of these people that are not over. */
    public List<Absence> absences(List<Filing> filings) {
        return table.comingAbsences(filings.stream().map(Filing::id).toList(), LocalDate.now(clock));
    }

    public List<HandOver> handOvers(OrganId organ) {
        return table.handOvers(organ);
    }

    /** Files a person; the post must be free from that day on. */
    @Transactional
    public Outcome file(Officer officer, Typed typed) {
        List<Reason> reasons = keepers.against(officer, typed.organ());
        Terms.text(reasons, typed.person(), LONGEST_NAME, "person");
        Terms.text(reasons, typed.position(), LONGEST_POSITION, "position");
        Terms.day(reasons, typed.from());
        if (typed.post() == null) {
            reasons.add(Reason.of("governance.refused.post"));
        }
        Optional<Officer> account = typed.login().isBlank()
                ? Optional.empty()
                : accounts.byLogin(typed.login().strip());
        if (!typed.login().isBlank() && account.isEmpty()) {
            reasons.add(Reason.of("governance.refused.login", typed.login().strip()));
        }
        table.hold(typed.organ());
        if (typed.post() != null && typed.from() != null && table.taken(typed.organ(), typed.post(), typed.from())) {
            reasons.add(Reason.of("governance.refused.taken"));
        }
        AccountId linked = account.map(Officer::id).orElse(null);
        return Outcome.of(reasons, () -> {
            Typed tidy = new Typed(
                    typed.organ(),
                    typed.post(),
                    typed.person().strip(),
                    typed.position().strip(),
                    "",
                    typed.fullTime(),
                    typed.engaged(),
                    typed.from());
            long id = table.insert(tidy, linked, officer.login(), clock.instant());
            audit.record("officer.filed", subject(id), null, tidy.toString());
            return id;
        });
    }

    /** Ends a term; {@code until} is the first day after it. */
    @Transactional
    public Outcome end(Officer officer, long id, @Nullable LocalDate until, String why) {
        Optional<Filing> filing = table.find(id);
        if (filing.isEmpty()) {
            return gone();
        }
        List<Reason> reasons = keepers.against(officer, filing.get().organ());
        Terms.day(reasons, until);
        Terms.order(reasons, filing.get().from(), until);
        Terms.text(reasons, why, LONGEST_WHY, "why");
        if (filing.get().until() != null) {
            reasons.add(Reason.of("governance.refused.ended"));
        }
        return Outcome.of(reasons, () -> {
            table.end(id, until == null ? LocalDate.now(clock) : until, why.strip());
            audit.record("officer.ended", subject(id), filing.toString(), until + " " + why.strip());
            return id;
        });
    }

    /** Notes days on which a person is away, the last one included. B acts in this time. */
    @Transactional
    public Outcome absent(Officer officer, long id, @Nullable LocalDate from, @Nullable LocalDate last, String why) {
        Optional<Filing> filing = table.find(id);
        if (filing.isEmpty()) {
            return gone();
        }
        List<Reason> reasons = keepers.against(officer, filing.get().organ());
        Terms.day(reasons, from);
        Terms.day(reasons, last);
        Terms.order(reasons, from, last);
        Terms.text(reasons, why, LONGEST_WHY, "why");
        if (filing.get().until() != null) {
            reasons.add(Reason.of("governance.refused.ended"));
        }
        return from == null || last == null
                ? new Outcome.Refused(reasons)
                : Outcome.of(reasons, () -> {
                    long absence = table.absent(id, from, last, why.strip(), officer.login(), clock.instant());
                    audit.record("officer.absent", subject(id), null, from + " " + last + " " + why.strip());
                    return absence;
                });
    }

    /** The person is back, or stays after all. */
    @Transactional
    public Outcome back(Officer officer, long absence) {
        Optional<Filing> filing = table.absence(absence).flatMap(each -> table.find(each.filing()));
        if (filing.isEmpty()) {
            return gone();
        }
        List<Reason> reasons = keepers.against(officer, filing.get().organ());
        return Outcome.of(reasons, () -> {
            table.cancelAbsence(absence, clock.instant());
            audit.record("officer.back", subject(filing.get().id()), null, "absence " + absence);
            return absence;
        });
    }

    /** Notes what the one who leaves hands over to the one who comes; both are filed for the same post. */
    @Transactional
    public Outcome handOver(
            Officer officer, long from, long to, @Nullable LocalDate on, List<String> things, String pending) {
        Optional<Filing> leaving = table.find(from);
        Optional<Filing> coming = table.find(to);
        if (leaving.isEmpty() || coming.isEmpty()) {
            return gone();
        }
        List<Reason> reasons = keepers.against(officer, leaving.get().organ());
        Terms.day(reasons, on);
        Terms.optional(reasons, pending, LONGEST_PENDING, "pending");
        boolean follows = leaving.get().organ().equals(coming.get().organ())
                && leaving.get().post() == coming.get().post()
                && leaving.get().from().isBefore(coming.get().from());
        if (!follows) {
            reasons.add(Reason.of("governance.refused.follows"));
        }
        List<String> known = things.stream().filter(HandOver.THINGS::contains).toList();
        if (known.isEmpty()) {
            reasons.add(Reason.of("governance.refused.things"));
        }
        if (!reasons.isEmpty() || on == null) {
            return new Outcome.Refused(reasons);
        }
        return table.handOver(leaving.get(), coming.get(), on, known, pending.strip(), officer.login(), clock.instant())
                .<Outcome>map(id -> {
                    audit.record("hand-over.noted", "governance.hand_over:" + id, null, known + " " + pending.strip());
                    return new Outcome.Done(id);
                })
                .orElseGet(() -> new Outcome.Refused(List.of(Reason.of("governance.refused.handedOver"))));
    }

    /** The one who comes, or the disclosure office for them, confirms that it was taken over. */
    @Transactional
    public Outcome accept(Officer officer, long handOver) {
        Optional<HandOver> noted = table.handOver(handOver);
        if (noted.isEmpty()) {
            return gone();
        }
        boolean theirs = officer.id().equals(noted.get().to().account());
        List<Reason> reasons = theirs
                ? new java.util.ArrayList<>()
                : keepers.against(officer, noted.get().organ());
        if (reasons.isEmpty() && !table.accept(handOver, officer.name(), clock.instant())) {
            reasons.add(Reason.of("governance.refused.accepted"));
        }
        return Outcome.of(reasons, () -> {
            audit.record("hand-over.accepted", "governance.hand_over:" + handOver, null, null);
            return handOver;
        });
    }

    private static Outcome gone() {
        return new Outcome.Refused(List.of(Reason.of("governance.refused.gone")));
    }

    private static String subject(long id) {
        return "governance.filing:" + id;
    }
}
