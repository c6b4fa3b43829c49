package org.yangguang.engagement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yangguang.account.Officer;
import org.yangguang.audit.AuditTrail;
import org.yangguang.engagement.internal.AffairRules;
import org.yangguang.engagement.internal.AffairTable;
import org.yangguang.engagement.internal.ContributionTable;
import org.yangguang.engagement.internal.ContributionTable.Own;

/** Questions of the public before a meeting and opinions on a draft. What is shown of one is prepared by one officer and released by another. */
@Service
public class Contributions {

    public static final int SHORTEST = 5;
    public static final int LONGEST = 4_000;
    private static final int LONGEST_CONTACT = 200;
    private static final int MANY_LINKS = 3;
    private static final Pattern LINK = Pattern.compile("(?i)https?://|www\\.|\\[url");

    private final ContributionTable table;
    private final AffairTable affairs;
    private final AffairRules rules;
    private final AuditTrail audit;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    Contributions(
            ContributionTable table,
            AffairTable affairs,
            AffairRules rules,
            AuditTrail audit,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.table = table;
        this.affairs = affairs;
        this.rules = rules;
        this.audit = audit;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** What speaks against taking it in now. */
    public List<Reason> against(Affair affair, String words, String contact) {
        List<Reason> reasons = new ArrayList<>();
        LocalDate today = LocalDate.now(clock);
        if (!affair.openOn(today) && !affair.asksOn(today) || affair.kind() == AffairKind.RATING) {
            reasons.add(Reason.of("engagement.contribution.refused.closed"));
        }
        if (words.strip().length() < SHORTEST || words.length() > LONGEST) {
            reasons.add(Reason.at("text", "engagement.refused.text", SHORTEST, LONGEST));
        }
        if (contact.length() > LONGEST_CONTACT) {
            reasons.add(Reason.at("contact", "engagement.contribution.refused.contact", LONGEST_CONTACT));
        }
        return reasons;
    }

    @Transactional
    public Outcome<Long> receive(long affair, String words, String contact) {
        Affair known = affairs.find(affair).orElseThrow();
        List<Reason> reasons = against(known, words, contact);
        if (!reasons.isEmpty()) {
            return new Outcome.Refused<>(reasons);
        }
        boolean suspect = LINK.matcher(words).results().count() >= MANY_LINKS;
        long id = table.insert(
                affair, new Own(words.strip(), contact.strip()), suspect, LocalDate.now(clock), clock.instant());
        audit.record("writer", "contribution.received", subject(id), null, "affair " + affair + words);
        return new Outcome.Done<>(id);
    }

    /** Writes what the public shall read of it, or what became of it. */
    @Transactional
    public Outcome<Affair> prepare(
            Officer officer,
            long id,
            int version,
            String shown,
            String answer,
            Contribution.@Nullable Adoption adoption) {
        Optional<Contribution> locked = table.lock(id);
        Optional<Affair> affair = affair(officer, locked);
        if (affair.isEmpty()) {
            return Outcome.refused(Reason.of("engagement.affair.refused.unknown"));
        }
        List<Reason> reasons = now(locked.orElseThrow(), version, affair.get());
        if (!rules.holds(officer, AffairTransitions.WORK, affair.get().organ())) {
            reasons.add(Reason.of("engagement.affair.refused.role", AffairTransitions.WORK));
        }
        if (shown.isBlank() || shown.length() > LONGEST || answer.length() > LONGEST) {
            reasons.add(Reason.of("engagement.contribution.refused.shown", LONGEST));
        }
        if (affair.get().kind() == AffairKind.CONSULTATION && adoption == null) {
            reasons.add(Reason.of("engagement.contribution.refused.adoption"));
        }
        if (!PublicText.masked(shown + answer).equals(shown + answer)) {
            reasons.add(Reason.of("engagement.affair.refused.personal"));
        }
        if (!reasons.isEmpty()) {
            return new Outcome.Refused<>(reasons);
        }
        table.prepare(id, shown.strip(), answer.strip(), adoption, officer.id().value(), officer.name());
        audit.record(officer.login(), "contribution.prepared", subject(id), null, shown + answer + adoption);
        return new Outcome.Done<>(affair.get());
    }

    /** Shows it, or throws it away. */
    @Transactional
    public Outcome<Affair> settle(Officer officer, long id, int version, Contribution.State to) {
        Optional<Contribution> locked = table.lock(id);
        Optional<Affair> affair = affair(officer, locked);
        if (affair.isEmpty() || to != Contribution.State.SHOWN && to != Contribution.State.DISCARDED) {
            return Outcome.refused(Reason.of("engagement.affair.refused.unknown"));
        }
        Contribution known = locked.orElseThrow();
        List<Reason> reasons = now(known, version, affair.get());
        if (!rules.holds(officer, AffairTransitions.REVIEW, affair.get().organ())) {
            reasons.add(Reason.of("engagement.affair.refused.role", AffairTransitions.REVIEW));
        }
        if (to == Contribution.State.SHOWN && known.state() != Contribution.State.PREPARED) {
            reasons.add(Reason.of("engagement.contribution.refused.unprepared"));
        }
        if (to == Contribution.State.SHOWN && Long.valueOf(officer.id().value()).equals(known.preparedBy())) {
            reasons.add(Reason.of("engagement.affair.refused.own"));
        }
        if (!reasons.isEmpty()) {
            return new Outcome.Refused<>(reasons);
        }
        table.move(id, to, officer.name());
        String event = to == Contribution.State.SHOWN ? "public-contribution.shown" : "public-contribution.discarded";
        audit.record(officer.login(), event, subject(id), known.toString(), to.name());
        publisher.publishEvent(new AffairShown(affair.get().id()));
        return new Outcome.Done<>(affair.get());
    }

    private Optional<Affair> affair(Officer officer, Optional<Contribution> contribution) {
        return contribution
                .flatMap(each -> affairs.find(each.affair()))
                .filter(affair -> rules.holds(officer, AffairTransitions.WORK, affair.organ())
                        || rules.holds(officer, AffairTransitions.REVIEW, affair.organ()));
    }

    private static List<Reason> now(Contribution known, int version, Affair affair) {
        List<Reason> reasons = new ArrayList<>();
        if (known.version() != version) {
            reasons.add(Reason.of("engagement.affair.refused.stale"));
        }
        if (affair.state() != AffairState.PUBLISHED) {
            reasons.add(Reason.of("engagement.affair.refused.notPublished"));
        }
        return reasons;
    }

    private static String subject(long id) {
        return "engagement.contribution:" + id;
    }
}
