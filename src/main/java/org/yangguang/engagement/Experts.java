package org.yangguang.engagement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yangguang.account.Officer;
import org.yangguang.account.Permissions;
import org.yangguang.account.Role;
import org.yangguang.audit.AuditTrail;
import org.yangguang.engagement.internal.ExpertTable;
import org.yangguang.organ.OrganId;

/** The pool of experts who explain policies: departments, fields and terms of office. */
@Service
public class Experts {

    private static final int LONGEST = 60;

    private final ExpertTable table;
    private final Permissions permissions;
    private final AuditTrail audit;
    private final Clock clock;

    Experts(ExpertTable table, Permissions permissions, AuditTrail audit, Clock clock) {
        this.table = table;
        this.permissions = permissions;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Outcome<Expert> appoint(
            Officer officer,
            OrganId organ,
            String name,
            String post,
            List<ExpertField> fields,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {
        List<Reason> reasons = new ArrayList<>();
        if (!keeps(officer).contains(organ)) {
            reasons.add(
                    Reason.of("engagement.affair.refused.role", Set.of(Role.DISCLOSURE_OFFICE, Role.DISTRICT_OFFICE)));
        }
        if (name.isBlank() || post.isBlank() || name.length() > LONGEST || post.length() > LONGEST) {
            reasons.add(Reason.at("name", "engagement.expert.refused.name", LONGEST));
        }
        if (fields.isEmpty()) {
            reasons.add(Reason.at("fields", "engagement.expert.refused.fields"));
        }
        if (from == null || until == null || until.isBefore(from)) {
            reasons.add(Reason.at("until", "engagement.expert.refused.term"));
        }
        if (!reasons.isEmpty() || from == null || until == null) {
            return new Outcome.Refused<>(List.copyOf(reasons));
        }
        Expert expert = table.insert(new Expert(0, organ, name.strip(), post.strip(), fields, from, until, 1));
        audit.record(officer.login(), "expert.appointed", "engagement.expert:" + expert.id(), null, expert.toString());
        return new Outcome.Done<>(expert);
    }

    /** Ends a term with this day as its last. */
    @Transactional
    public Outcome<Expert> end(Officer officer, long id, LocalDate last) {
        Expert expert = table.lock(id)
                .filter(each -> keeps(officer).contains(each.organ()))
                .orElse(null);
        if (expert == null) {
            return Outcome.refused(Reason.of("engagement.affair.refused.unknown"));
        }
        if (last.isBefore(expert.from()) || last.isAfter(expert.until())) {
            return Outcome.refused(Reason.at("until", "engagement.expert.refused.term"));
        }
        table.end(id, last);
        audit.record(officer.login(), "expert.ended", "engagement.expert:" + id, expert.toString(), last.toString());
        return new Outcome.Done<>(table.lock(id).orElseThrow());
    }

    /** Those who serve today, by organ. */
    public List<Expert> serving() {
        return table.serving(LocalDate.now(clock));
    }

    public List<Expert> all() {
        return table.all();
    }

    /** Organs for which the officer keeps the pool. */
    public Set<OrganId> keeps(Officer officer) {
        return permissions.organsWith(officer, Role.DISCLOSURE_OFFICE, Role.DISTRICT_OFFICE);
    }
}
