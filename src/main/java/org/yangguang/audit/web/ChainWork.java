package org.yangguang.audit.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yangguang.audit.AuditEntry;
import org.yangguang.audit.AuditFilter;
import org.yangguang.audit.AuditLog;
import org.yangguang.site.DeskWork;

/** The chain is worth what its checks are worth: it is to be checked every month. House practice, not law. */
@Component
class ChainWork implements DeskWork {

    private static final Duration EVERY = Duration.ofDays(30);

    private final AuditLog log;
    private final Clock clock;

    ChainWork(AuditLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    @Override
    public Set<String> roles() {
        return Set.of(AuditPage.ROLE);
    }

    @Override
    public List<Line> waiting() {
        List<AuditEntry> checks = log.newest(new AuditFilter(null, AuditPage.VERIFIED, null, null, null, null), 1);
        if (checks.isEmpty()) {
            return List.of(new Line("audit.desk.never", List.of(), "", AuditPage.PATH, null, null));
        }
        Instant last = checks.get(0).at();
        Instant due = last.plus(EVERY);
        return due.isAfter(clock.instant())
                ? List.of()
                : List.of(new Line(
                        "audit.desk.again", List.of(day(last).toString()), "", AuditPage.PATH, day(due), last));
    }

    private LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, clock.getZone());
    }
}
