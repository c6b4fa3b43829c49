package org.yangguang.platform;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Asks for work to be done later. Part of the running transaction: what is rolled back was never asked for. */
public class Jobs {

    private final SchedulerClient client;
    private final Map<String, OneTimeTask<Void>> tasks;

    Jobs(SchedulerClient client, List<OneTimeTask<Void>> tasks) {
        this.client = client;
        this.tasks = tasks.stream().collect(Collectors.toMap(OneTimeTask::getName, Function.identity()));
    }

    /**
     * Does a {@link OneTimeJob} at or soon after {@code when}; asked again for the same thing, the time is changed.
     *
     * @param job name of the job
     * @param thing what it is done for
     */
    public void at(Instant when, String job, String thing) {
        OneTimeTask<Void> task = tasks.get(job);
        if (task == null) {
            throw new IllegalArgumentException("no one-time job is called " + job);
        }
        if (!client.scheduleIfNotExists(task.instance(thing), when)) {
            client.reschedule(TaskInstanceId.of(job, thing), when);
        }
    }

    /** Forgets a job that was asked for and not begun; nothing happens when there is none. */
    public void forget(String job, String thing) {
        try {
            client.cancel(TaskInstanceId.of(job, thing));
        } catch (TaskInstanceNotFoundException done) {
            // it has been done, or was never asked for
        }
    }
}
