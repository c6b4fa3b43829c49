package org.yangguang.platform;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** Wires the jobs of all modules to one table; they are worked on only while the program serves. */
@Configuration(proxyBeanMethods = false)
class JobsConfiguration {

    private static final String TABLE = "jobs.task";

    @Bean
    Jobs jobs(DataSource database, List<OneTimeJob> jobs) {
        List<OneTimeTask<Void>> tasks =
                jobs.stream().map(JobsConfiguration::task).toList();
        SchedulerClient client = SchedulerClient.Builder.create(
                        new TransactionAwareDataSourceProxy(database), List.copyOf(tasks))
                .tableName(TABLE)
                .build();
        return new Jobs(client, tasks);
    }

    @Bean
    @WhenServing
    @ConditionalOnBooleanProperty(name = "yangguang.jobs.enabled", matchIfMissing = true)
    @DependsOn("flywayInitializer")
    JobRunner jobRunner(
            DataSource database, List<OneTimeJob> once, List<RecurringJob> recurring, PlatformProperties properties) {
        return new JobRunner(Scheduler.create(
                        database, once.stream().map(JobsConfiguration::task).toArray(OneTimeTask[]::new))
                .startTasks(recurring.stream().map(job -> task(job, properties)).toList())
                .tableName(TABLE)
                .threads(4)
                .pollingInterval(Duration.ofSeconds(1))
                .shutdownMaxWait(Duration.ofSeconds(20))
                .build());
    }

    private static OneTimeTask<Void> task(OneTimeJob job) {
        return Tasks.oneTime(job.name(), Void.class)
                .execute((instance, context) -> job.work().accept(instance.getId()));
    }

    private static RecurringTask<Void> task(RecurringJob job, PlatformProperties properties) {
        Schedule schedule = job.interval() != null
                ? FixedDelay.of(job.interval())
                : new Daily(properties.zone(), Objects.requireNonNull(job.daily()));
        return Tasks.recurring(job.name(), schedule)
                .execute((instance, context) -> job.work().run());
    }

    /** Starts working when everything else is there, and stops before anything else goes. */
    static final class JobRunner implements SmartLifecycle {

        private final Scheduler scheduler;
        private volatile boolean running;

        JobRunner(Scheduler scheduler) {
            this.scheduler = scheduler;
        }

        @Override
        public void start() {
            scheduler.start();
            running = true;
        }

        @Override
        public void stop() {
            running = false;
            scheduler.stop();
        }

        @Override
        public boolean isRunning() {
            return running;
        }
    }
}
