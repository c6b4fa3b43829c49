package org.yangguang.remedy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yangguang.account.Officer;
import org.yangguang.account.Permissions;
import org.yangguang.account.Role;
import org.yangguang.audit.AuditTrail;
import org.yangguang.organ.OrganId;
import org.yangguang.remedy.RemedyOutcome.Done;
import org.yangguang.remedy.RemedyOutcome.Reason;
import org.yangguang.remedy.RemedyOutcome.Refused;
import org.yangguang.remedy.internal.KnownCases;
import org.yangguang.remedy.internal.KnownCases.KnownCase;
import org.yangguang.remedy.internal.RemedyTable;

/**
 * The register of remedies. Every step is an event, an entry of the audit chain and a changed row, in one transaction; a refusal changes nothing,
 * is audited, and gives every reason at once.
 */
@Service
public class Remedies {

    private static final Role[] READERS = {Role.HANDLER, Role.LEADER, Role.DISCLOSURE_OFFICE, Role.DISTRICT_OFFICE};
    private static final Role[] KEEPERS = {Role.HANDLER, Role.DISCLOSURE_OFFICE, Role.DISTRICT_OFFICE};
    private static final LocalDate FIRST = LocalDate.of(2008, 5, 1);
    private static final int LONGEST = 4_000;

    private final RemedyTable table;
    private final KnownCases cases;
    private final RemedyPeriods periods;
    private final Permissions permissions;
    private final AuditTrail audit;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    Remedies(
            RemedyTable table,
            KnownCases cases,
            RemedyPeriods periods,
            Permissions permissions,
            AuditTrail audit,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.table = table;
        this.cases = cases;
        this.periods = periods;
        this.permissions = permissions;
        this.audit = audit;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** Organs of whose remedies the officer may know. */
    public Set<OrganId> readable(Officer officer) {
        return permissions.organsWith(officer, READERS);
    }

    /** Organs for which the officer may keep the register. */
    public Set<OrganId> keepable(Officer officer) {
        return permissions.organsWith(officer, KEEPERS);
    }

    /** The remedy, when the officer may know of it. */
    @Transactional(readOnly = true)
    public Optional<Remedy> find(Officer officer, RemedyId id) {
        return table.find(id).filter(remedy -> readable(officer).contains(remedy.organ()));
    }

    @Transactional(readOnly = true)
    public List<RemedyEvent> history(Remedy remedy) {
        return table.events(remedy.id());
    }

    /** What the officer may do now. */
    public List<RemedyAct> offered(Officer officer, Remedy remedy) {
        return keepable(officer).contains(remedy.organ())
                ? Arrays.stream(RemedyAct.values())
                        .filter(act -> act.possible(remedy.state(), remedy.kind()) && against(remedy, act) == null)
                        .toList()
                : List.of();
    }

    /** Puts a remedy on the register; the same form a second time changes nothing. */
    @Transactional
    public RemedyOutcome file(Officer officer, Filing filing) {
        table.lockSubmission(filing.submission());
        Optional<Remedy> before = table.bySubmission(filing.submission());
        if (before.isPresent()) {
            return new Done(before.get().id(), before.get().version());
        }
        Optional<KnownCase> known = cases.find(filing.caseNumber().strip())
                .filter(found -> keepable(officer).contains(found.organ()));
        OrganId organ = known.map(KnownCase::organ).orElse(filing.organ());
        List<Reason> reasons = against(officer, filing, known.orElse(null), organ);
        if (!reasons.isEmpty() || organ == null) {
            return refused(officer, "organ.organ:" + (organ == null ? 0 : organ.value()), "FILE", reasons);
        }
        Optional<Remedy> follows = table.byNumber(filing.follows().strip());
        Remedy remedy = table.insert(filing, organ, follows.map(Remedy::id).orElse(null));
        table.add(remedy.id(), event(1, RemedyAct.FILE, filing.filedOn(), officer, null, filing.words()), officer);
        audit.record(officer.login(), "remedy.filed", subject(remedy.id()), null, remedy.toString() + filing.words());
        publisher.publishEvent(
                new RemedyFiled(remedy.id(), remedy.kind(), remedy.caseNumber(), remedy.organ(), remedy.filedOn()));
        return new Done(remedy.id(), remedy.version());
    }

    private List<Reason> against(Officer officer, Filing filing, @Nullable KnownCase known, @Nullable OrganId organ) {
        List<Reason> reasons = new ArrayList<>();
        date("filedOn", filing.filedOn(), known == null ? FIRST : known.arrivedOn(), reasons);
        if (organ == null || !keepable(officer).contains(organ)) {
            reasons.add(Reason.at("organ", "remedy.refused.organ"));
        }
        if (known == null && !filing.caseNumber().isBlank()) {
            reasons.add(Reason.at(
                    "caseNumber", "remedy.refused.case", filing.caseNumber().strip()));
        }
        if (filing.authority().isBlank()) {
            reasons.add(Reason.at("authority", "remedy.refused.authority"));
        }
        if (filing.submission().isBlank()) {
            reasons.add(Reason.of("remedy.refused.submission"));
        }
        if (filing.words().length() > LONGEST || filing.authority().length() > 300) {
            reasons.add(Reason.at("words", "remedy.refused.tooLong", LONGEST));
        }
        boolean direct = filing.follows().isBlank();
        if (!direct) {
            follows(filing, organ, reasons);
        } else if (filing.kind() == RemedyKind.LITIGATION
                && known != null
                && known.closedOn() != null
                && known.result() != null
                && !filing.despite()
                && periods.reconsiderationFirst(known.result(), known.closedOn())) {
            reasons.add(Reason.at("despite", "remedy.refused.reconsiderationFirst"));
        }
        if (filing.despite() && filing.words().isBlank()) {
            reasons.add(Reason.at("words", "remedy.refused.despiteWords"));
        }
        return reasons;
    }

    private void follows(Filing filing, @Nullable OrganId organ, List<Reason> reasons) {
        Optional<Remedy> before = table.byNumber(filing.follows().strip())
                .filter(each -> each.kind() == RemedyKind.RECONSIDERATION
                        && each.organ().equals(organ)
                        && filing.kind() == RemedyKind.LITIGATION
                        && (filing.caseNumber().isBlank()
                                || filing.caseNumber().strip().equals(each.caseNumber())));
        if (before.isEmpty()) {
            reasons.add(Reason.at("follows", "remedy.refused.follows"));
        } else if (before.get().filedOn().isAfter(filing.filedOn())) {
            reasons.add(
                    Reason.at("filedOn", "remedy.refused.order", before.get().filedOn()));
        }
    }

    /**
     * Records what happened.
     *
     * @param version version that the officer had before them; when it has changed since, nothing is done
     * @param ending how it ended, for {@link RemedyAct#DECIDE}; null otherwise
     */
    @Transactional
    public RemedyOutcome act(
            Officer officer,
            RemedyId id,
            int version,
            RemedyAct act,
            LocalDate on,
            @Nullable Ending ending,
            String words) {
        Optional<Remedy> locked =
                table.lock(id).filter(remedy -> readable(officer).contains(remedy.organ()));
        if (locked.isEmpty()) {
            return new Refused(List.of(Reason.of("remedy.refused.unknown")));
        }
        Remedy remedy = locked.get();
        List<Reason> reasons = new ArrayList<>();
        if (remedy.version() != version) {
            reasons.add(Reason.of("remedy.refused.stale"));
            return refused(officer, subject(id), act.name(), reasons);
        }
        if (!keepable(officer).contains(remedy.organ())) {
            reasons.add(Reason.of("remedy.refused.role"));
        }
        if (!act.possible(remedy.state(), remedy.kind())) {
            reasons.add(Reason.of("remedy.refused.state", act, remedy.state()));
        } else if (against(remedy, act) != null) {
            reasons.add(Reason.of("remedy.refused.twice"));
        }
        date("on", on, act == RemedyAct.NOTE ? remedy.filedOn() : earliest(remedy), reasons);
        ending(remedy, act, ending, reasons);
        if (act == RemedyAct.NOTE && words.isBlank()) {
            reasons.add(Reason.at("words", "remedy.refused.words"));
        }
        if (words.length() > LONGEST) {
            reasons.add(Reason.at("words", "remedy.refused.tooLong", LONGEST));
        }
        if (!reasons.isEmpty()) {
            return refused(officer, subject(id), act.name(), reasons);
        }
        table.add(id, event(version + 1, act, on, officer, ending, words), officer);
        Remedy after = table.apply(remedy, act, on, ending);
        audit.record(officer.login(), "remedy." + name(act), subject(id), remedy.toString(), after + words);
        if (ending != null) {
            publisher.publishEvent(new RemedyDecided(id, after.kind(), after.caseNumber(), after.organ(), ending, on));
        }
        return new Done(id, after.version());
    }

    /** What can happen once only, and has. */
    private static @Nullable LocalDate against(Remedy remedy, RemedyAct act) {
        return switch (act) {
            case RECEIVE_COPY -> remedy.copyOn();
            case ANSWER -> remedy.answeredOn();
            case EXTEND -> remedy.extended() ? remedy.admittedOn() : null;
            default -> null;
        };
    }

    private static void ending(Remedy remedy, RemedyAct act, @Nullable Ending ending, List<Reason> reasons) {
        if (act != RemedyAct.DECIDE) {
            return;
        }
        if (ending == null || !Ending.of(remedy.kind()).contains(ending)) {
            reasons.add(Reason.at("ending", "remedy.refused.ending"));
        } else if (remedy.state() == RemedyState.FILED && !ending.beforeAdmission()) {
            reasons.add(Reason.at("ending", "remedy.refused.notAdmittedYet"));
        }
    }

    private static LocalDate earliest(Remedy remedy) {
        LocalDate admitted = remedy.admittedOn();
        return admitted == null || admitted.isBefore(remedy.filedOn()) ? remedy.filedOn() : admitted;
    }

    private void date(String field, LocalDate day, LocalDate earliest, List<Reason> reasons) {
        if (day.isAfter(LocalDate.now(clock))) {
            reasons.add(Reason.at(field, "remedy.refused.future", day));
        } else if (day.isBefore(earliest)) {
            reasons.add(Reason.at(field, "remedy.refused.order", earliest));
        }
    }

    private RemedyEvent event(
            int number, RemedyAct act, LocalDate on, Officer officer, @Nullable Ending ending, String words) {
        return new RemedyEvent(number, act, on, clock.instant(), officer.name(), ending, words.strip());
    }

    private RemedyOutcome refused(Officer officer, String subject, String act, List<Reason> reasons) {
        audit.record(
                officer.login(),
                "remedy.refused",
                subject,
                null,
                act + " " + reasons.stream().map(Reason::key).toList());
        return new Refused(List.copyOf(reasons));
    }

    private static String name(RemedyAct act) {
        return switch (act) {
            case FILE -> "filed";
            case ADMIT -> "admitted";
            case RECEIVE_COPY -> "copy-received";
            case ANSWER -> "answered";
            case EXTEND -> "extended";
            case DECIDE -> "decided";
            case NOTE -> "noted";
        };
    }

    private static String subject(RemedyId id) {
        return "remedy.remedy:" + id.value();
    }
}
