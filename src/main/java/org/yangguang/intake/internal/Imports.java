package org.yangguang.intake.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yangguang.intake.ImportJob;
import org.yangguang.intake.ImportJob.State;
import org.yangguang.intake.ImportPlan;
import org.yangguang.organ.OrganId;
import org.yangguang.platform.Jobs;

/** The imports of this installation: begun, planned, looked at. */
@Service
public class Imports {

    static final String JOB = "intake.import";

    private final JobTable table;
    private final Jobs jobs;
    private final Clock clock;

    Imports(JobTable table, Jobs jobs, Clock clock) {
        this.table = table;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Notes an import that whoever calls this runs itself. */
    @Transactional
    public long note(ImportPlan plan, String name, Path place, String actor) {
        return table.insert(plan, name, place, State.WAITING, actor, clock.instant());
    }

    /** Notes a delivery of which its officer has still to say how it is read. */
    @Transactional
    public long deliver(ImportPlan guess, String name, Path place, String actor) {
        return table.insert(guess, name, place, State.NEW, actor, clock.instant());
    }

    /** Has a delivery read as planned, on a node that serves; a trial may be followed by the real run. */
    @Transactional
    public void start(ImportJob job, ImportPlan plan) {
        table.plan(job.id(), plan);
        table.state(job.id(), State.WAITING);
        jobs.at(clock.instant(), JOB, String.valueOf(job.id()));
    }

    public Optional<ImportJob> find(long id) {
        return table.find(id);
    }

    public List<ImportJob> of(Collection<OrganId> organs) {
        return table.of(organs, 50);
    }
}
