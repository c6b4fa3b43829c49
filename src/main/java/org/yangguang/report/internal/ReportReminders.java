package org.yangguang.report.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalInt;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yangguang.notify.Message;
import org.yangguang.notify.Messages;
import org.yangguang.organ.Organ;
import org.yangguang.organ.Organs;
import org.yangguang.platform.RecurringJob;
import org.yangguang.report.AnnualReport;
import org.yangguang.report.ReportDues;
import org.yangguang.report.ReportState;

/** Reminds the disclosure office of each organ by mail before its annual report is due; each reminder is sent once. */
@Component
class ReportReminders {

    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private final ReportTable table;
    private final Organs organs;
    private final ReportDues dues;
    private final Messages messages;
    private final MessageSource texts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ReportReminders(
            ReportTable table,
            Organs organs,
            ReportDues dues,
            Messages messages,
            MessageSource texts,
            TransactionTemplate transaction,
            Clock clock) {
        this.table = table;
        this.organs = organs;
        this.dues = dues;
        this.messages = messages;
        this.texts = texts;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Sends what is due today. After some days without a run, only the latest reminder that was missed is sent. */
    void remind() {
        LocalDate today = LocalDate.now(clock);
        int year = today.getYear() - 1;
        for (Organ organ : organs.all()) {
            LocalDate due = dues.of(organ, year);
            long left = ChronoUnit.DAYS.between(today, due);
            OptionalInt step = left < 0
                    ? OptionalInt.empty()
                    : Arrays.stream(dues.reminders())
                            .filter(days -> left <= days)
                            .min();
            if (organ.open()
                    && step.isPresent()
                    && Messages.deliverable(Message.Way.EMAIL, organ.contact().email())) {
                transaction.executeWithoutResult(status -> remind(organ, year, due, step.getAsInt()));
            }
        }
    }

    private void remind(Organ organ, int year, LocalDate due, int days) {
        ReportState state =
                table.find(organ.id(), year).map(AnnualReport::state).orElse(null);
        if (state == ReportState.FROZEN || !table.remind(organ.id(), year, days, clock.instant())) {
            return;
        }
        String standing = text("report.state." + (state == null ? "NONE" : state.name()));
        messages.send(Message.email(
                organ.contact().email(),
                text("report.reminder.subject", organ.name(), String.valueOf(year), due.toString()),
                text("report.reminder.text", organ.name(), String.valueOf(year), due.toString(), standing),
                "organ.organ:" + organ.id().value()));
    }

    private String text(String key, Object... arguments) {
        return texts.getMessage(key, arguments, Locale.SIMPLIFIED_CHINESE);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(ReportDues.class)
    static class Daily {
        @Bean
        RecurringJob annualReportReminders(ReportReminders reminders) {
            return RecurringJob.daily(MORNING, "report.remind", reminders::remind);
        }
    }
}
