package org.yangguang.platform;

import java.time.Duration;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * Work that is done again and again; a module contributes it as a bean. On several nodes each run is done by one of them. The work must be
 * idempotent: a run that a crash cut short is repeated.
 *
 * @param name unique and stable, {@code disclosure.publish-due}
 */
public record RecurringJob(
        String name, @Nullable Duration interval, @Nullable LocalTime daily, Runnable work) {

    /** Runs at the start and then so long after each run has ended. */
    public static RecurringJob every(Duration interval, String name, Runnable work) {
        return new RecurringJob(name, interval, null, work);
    }

    /** Runs once a day at this time in the zone of legal dates. */
    public static RecurringJob daily(LocalTime time, String name, Runnable work) {
        return new RecurringJob(name, null, time, work);
    }
}
