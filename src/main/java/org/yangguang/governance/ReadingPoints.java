package org.yangguang.governance;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yangguang.account.Officer;
import org.yangguang.audit.AuditTrail;
import org.yangguang.governance.internal.WorkTable;
import org.yangguang.organ.OrganId;

/** Public reading points, as the Regulations ask for them (2019, Article 25). */
@Service
public class ReadingPoints {

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_ABOUT = 1_000;

    private final WorkTable table;
    private final Keepers keepers;
    private final AuditTrail audit;
    private final Clock clock;

    ReadingPoints(WorkTable table, Keepers keepers, AuditTrail audit, Clock clock) {
        this.table = table;
        this.keepers = keepers;
        this.audit = audit;
        this.clock = clock;
    }

    /** What an officer typed about a reading point. */
    public record Typed(
            OrganId organ,
            String name,
            @Nullable String nameEn,
            String address,
            String hours,
            String phone,
            List<String> services,
            String about,
            @Nullable LocalDate from) {}

    /** Those that are open, for readers. */
    public List<ReadingPoint> open() {
        LocalDate today = LocalDate.now(clock);
        return table.points().stream()
                .filter(point -> !point.from().isAfter(today))
                .toList();
    }

    public List<ReadingPoint> of(Officer officer) {
        return table.points(keepers.organs(officer));
    }

    public Optional<ReadingPoint> find(Officer officer, long id) {
        return table.point(id).filter(each -> keepers.organs(officer).contains(each.organ()));
    }

    @Transactional
    public Outcome open(Officer officer, Typed typed) {
        List<Reason> reasons = keepers.against(officer, typed.organ());
        against(reasons, typed);
        Terms.day(reasons, typed.from());
        if (typed.from() == null) {
            return new Outcome.Refused(reasons);
        }
        ReadingPoint point = point(0, typed, typed.from(), 1);
        return Outcome.of(reasons, () -> {
            long id = table.insert(point, officer.login(), clock.instant());
            audit.record("reading-point.opened", subject(id), null, point.toString());
            return id;
        });
    }

    @Transactional
    public Outcome change(Officer officer, long id, int version, Typed typed) {
        Optional<ReadingPoint> before = table.point(id);
        if (before.isEmpty()) {
            return gone();
        }
        List<Reason> reasons = keepers.against(officer, before.get().organ());
        against(reasons, typed);
        ReadingPoint after = point(id, typed, before.get().from(), version + 1);
        if (reasons.isEmpty() && !table.update(id, version, after)) {
            reasons.add(Reason.of("governance.refused.changed"));
        }
        return Outcome.of(reasons, () -> {
            audit.record("reading-point.changed", subject(id), before.get().toString(), after.toString());
            return id;
        });
    }

    /** @param until first day on which it is closed for good */
    @Transactional
    public Outcome close(Officer officer, long id, @Nullable LocalDate until) {
        Optional<ReadingPoint> before = table.point(id);
        if (before.isEmpty()) {
            return gone();
        }
        List<Reason> reasons = keepers.against(officer, before.get().organ());
        Terms.day(reasons, until);
        if (reasons.isEmpty() && until != null && !table.closePoint(id, until)) {
            reasons.add(Reason.of("governance.refused.order"));
        }
        return Outcome.of(reasons, () -> {
            audit.record("reading-point.closed", subject(id), null, String.valueOf(until));
            return id;
        });
    }

    private static void against(List<Reason> reasons, Typed typed) {
        Terms.text(reasons, typed.name(), LONGEST_NAME, "pointName");
        Terms.optional(reasons, typed.nameEn() == null ? "" : typed.nameEn(), 2 * LONGEST_NAME, "nameEn");
        Terms.text(reasons, typed.address(), LONGEST_LINE, "address");
        Terms.text(reasons, typed.hours(), LONGEST_LINE, "hours");
        Terms.optional(reasons, typed.phone(), LONGEST_NAME, "phone");
        Terms.optional(reasons, typed.about(), LONGEST_ABOUT, "about");
        if (typed.services().stream().noneMatch(ReadingPoint.SERVICES::contains)) {
            reasons.add(Reason.of("governance.refused.services"));
        }
    }

    private static ReadingPoint point(long id, Typed typed, LocalDate from, int version) {
        String english = typed.nameEn() == null ? "" : typed.nameEn().strip();
        return new ReadingPoint(
                id,
                typed.organ(),
                typed.name().strip(),
                english.isEmpty() ? null : english,
                typed.address().strip(),
                typed.hours().strip(),
                typed.phone().strip(),
                ReadingPoint.SERVICES.stream()
                        .filter(typed.services()::contains)
                        .toList(),
                typed.about().strip(),
                from,
                null,
                version);
    }

    private static Outcome gone() {
        return new Outcome.Refused(List.of(Reason.of("governance.refused.gone")));
    }

    private static String subject(long id) {
        return "governance.reading_point:" + id;
    }
}
