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

/** The leading group of a government, and the office of each organ that does the work. */
@Service
public class LeadingGroup {

    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_POSITION = 60;

    private final WorkTable table;
    private final Keepers keepers;
    private final AuditTrail audit;
    private final Clock clock;

    LeadingGroup(WorkTable table, Keepers keepers, AuditTrail audit, Clock clock) {
        this.table = table;
        this.keepers = keepers;
        this.audit = audit;
        this.clock = clock;
    }

    public List<Member> members(Officer officer) {
        return table.members(keepers.organs(officer));
    }

    @Transactional
    public Outcome appoint(
            Officer officer,
            OrganId organ,
            Member.@Nullable Rank rank,
            String person,
            String position,
            @Nullable LocalDate from) {
        List<Reason> reasons = keepers.against(officer, organ);
        Terms.text(reasons, person, LONGEST_NAME, "person");
        Terms.text(reasons, position, LONGEST_POSITION, "position");
        Terms.day(reasons, from);
        if (rank == null) {
            reasons.add(Reason.of("governance.refused.rank"));
        } else if (rank == Member.Rank.HEAD
                && table.members(List.of(organ)).stream()
                        .anyMatch(member -> member.rank() == Member.Rank.HEAD && member.until() == null)) {
            reasons.add(Reason.of("governance.refused.head"));
        }
        if (rank == null || from == null) {
            return new Outcome.Refused(reasons);
        }
        return Outcome.of(reasons, () -> {
            long id =
                    table.insert(organ, rank, person.strip(), position.strip(), from, officer.login(), clock.instant());
            audit.record("member.appointed", "governance.member:" + id, null, rank + " " + position.strip());
            return id;
        });
    }

    /** @param until first day on which they are no member any more */
    @Transactional
    public Outcome leave(Officer officer, long member, @Nullable LocalDate until) {
        Optional<OrganId> organ = table.organOfMember(member);
        if (organ.isEmpty()) {
            return new Outcome.Refused(List.of(Reason.of("governance.refused.gone")));
        }
        List<Reason> reasons = keepers.against(officer, organ.get());
        Terms.day(reasons, until);
        if (reasons.isEmpty() && until != null && !table.endMember(member, until)) {
            reasons.add(Reason.of("governance.refused.order"));
        }
        return Outcome.of(reasons, () -> {
            audit.record("member.left", "governance.member:" + member, null, String.valueOf(until));
            return member;
        });
    }

    public List<Office> offices(OrganId organ) {
        return table.offices(organ);
    }

    @Transactional
    public Outcome openOffice(Officer officer, OrganId organ, String name, @Nullable LocalDate from) {
        List<Reason> reasons = keepers.against(officer, organ);
        Terms.text(reasons, name, LONGEST_POSITION, "officeName");
        Terms.day(reasons, from);
        if (!reasons.isEmpty() || from == null) {
            return new Outcome.Refused(reasons);
        }
        return table.openOffice(organ, name.strip(), from, officer.login(), clock.instant())
                .<Outcome>map(id -> {
                    audit.record("office.opened", "governance.office:" + id, null, name.strip());
                    return new Outcome.Done(id);
                })
                .orElseGet(() -> new Outcome.Refused(List.of(Reason.of("governance.refused.office"))));
    }

    @Transactional
    public Outcome closeOffice(Officer officer, OrganId organ, @Nullable LocalDate until) {
        List<Reason> reasons = keepers.against(officer, organ);
        Terms.day(reasons, until);
        if (reasons.isEmpty() && until != null && !table.closeOffice(organ, until)) {
            reasons.add(Reason.of("governance.refused.order"));
        }
        return Outcome.of(reasons, () -> {
            audit.record("office.closed", "governance.office of organ:" + organ.value(), null, String.valueOf(until));
            return organ.value();
        });
    }
}
