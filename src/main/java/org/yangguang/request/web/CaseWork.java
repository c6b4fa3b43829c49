package org.yangguang.request.web;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yangguang.account.Officer;
import org.yangguang.account.Permissions;
import org.yangguang.account.Role;
import org.yangguang.account.SignedIn;
import org.yangguang.request.CaseState;
import org.yangguang.request.internal.DeadlineDesk;
import org.yangguang.request.internal.DeadlineDesk.Part;
import org.yangguang.request.internal.DeadlineDesk.Sieve;
import org.yangguang.site.DeskWork;

/** Applications that only this officer, or one of the same role, can move on. */
@Component
class CaseWork implements DeskWork {

    /** Whoever took it in hand. */
    private static final Role[] HANDLING = {Role.HANDLER, Role.DISCLOSURE_OFFICE, Role.DISTRICT_OFFICE};

    private final SignedIn signedIn;
    private final Permissions permissions;
    private final DeadlineDesk desk;
    private final CaseWords words;
    private final Clock clock;

    CaseWork(SignedIn signedIn, Permissions permissions, DeadlineDesk desk, CaseWords words, Clock clock) {
        this.signedIn = signedIn;
        this.permissions = permissions;
        this.desk = desk;
        this.words = words;
        this.clock = clock;
    }

    @Override
    public Set<String> roles() {
        return Set.of(
                Role.HANDLER.authority(),
                Role.SECRECY_OFFICER.authority(),
                Role.LEADER.authority(),
                Role.DISCLOSURE_OFFICE.authority(),
                Role.DISTRICT_OFFICE.authority());
    }

    @Override
    public List<Line> waiting() {
        Officer officer = signedIn.required();
        long me = officer.id().value();
        return Stream.of(
                        lines(officer, CaseState.REGISTERED, null, Role.DISCLOSURE_OFFICE, Role.DISTRICT_OFFICE),
                        lines(officer, CaseState.SECRECY_REVIEW, null, Role.SECRECY_OFFICER),
                        lines(officer, CaseState.LEADER_REVIEW, null, Role.LEADER),
                        lines(officer, CaseState.IN_HAND, me, HANDLING),
                        lines(officer, CaseState.APPROVED, me, HANDLING))
                .flatMap(List::stream)
                .filter(line -> line.stoppedWhy() == null)
                .map(this::line)
                .toList();
    }

    private List<DeadlineDesk.Line> lines(Officer officer, CaseState state, @Nullable Long handler, Role... roles) {
        return desk.lines(
                permissions.organsWith(officer, roles), new Sieve(Part.ALL, null, handler, state, ""), words.today());
    }

    private Line line(DeadlineDesk.Line open) {
        return new Line(
                "request.work." + open.state(),
                List.of(open.title()),
                open.number(),
                "/console/requests/" + open.id().value(),
                open.due(),
                open.since().atStartOfDay(clock.getZone()).toInstant());
    }
}
