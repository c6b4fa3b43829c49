package org.yangguang.request.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.yangguang.account.AccountId;
import org.yangguang.account.Accounts;
import org.yangguang.account.Officer;
import org.yangguang.account.Permissions;
import org.yangguang.account.Role;
import org.yangguang.audit.AuditTrail;
import org.yangguang.calendar.WorkingCalendar;
import org.yangguang.notify.Message;
import org.yangguang.notify.Messages;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.Organs;
import org.yangguang.request.Reason;

/**
 * Reminds of deadlines: the handler five and two working days before, the leader one, and everybody who gave an address once a working day of
 * what is overdue and due. Each is sent once, whatever restarts; letters hold numbers of cases and days, and no personal data.
 */
@Service
public class Reminders {

    /** Nobody is reminded before. */
    static final LocalTime FROM = LocalTime.of(8, 0);

    private static final int FIRST = 5;
    private static final int SECOND = 2;
    private static final int LEADER = 1;
    private static final int LISTED = 30;
    private static final Role[] READERS = {
        Role.HANDLER, Role.SECRECY_OFFICER, Role.LEADER, Role.DISCLOSURE_OFFICE, Role.DISTRICT_OFFICE
    };

    private final ReminderTable table;
    private final DeadlineDesk desk;
    private final Accounts accounts;
    private final Permissions permissions;
    private final Organs organs;
    private final WorkingCalendar calendar;
    private final Messages messages;
    private final MessageSource texts;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Reminders(
            ReminderTable table,
            DeadlineDesk desk,
            Accounts accounts,
            Permissions permissions,
            Organs organs,
            WorkingCalendar calendar,
            Messages messages,
            MessageSource texts,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.table = table;
        this.desk = desk;
        this.accounts = accounts;
        this.permissions = permissions;
        this.organs = organs;
        this.calendar = calendar;
        this.messages = messages;
        this.texts = texts;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Keeps the officer's own address; an empty one is forgotten.
     *
     * @return why not; empty when it was done
     */
    @Transactional
    public Optional<Reason> address(Officer officer, String email) {
        String given = email.strip();
        if (!given.isEmpty() && !Messages.deliverable(Message.Way.EMAIL, given)) {
            return Optional.of(Reason.at("email", "request.refused.email"));
        }
        table.save(officer.id(), given, clock.instant());
        audit.record(
                officer.login(),
                given.isEmpty() ? "reminder.address-forgotten" : "reminder.address-given",
                "account.account:" + officer.id().value(),
                null,
                null);
        return Optional.empty();
    }

    public Optional<String> address(Officer officer) {
        return table.address(officer.id());
    }

    /** Sends what is to be sent now; on a day off, and early in the morning, nothing. */
    public void send() {
        LocalDate today = LocalDate.now(clock);
        if (calendar.workingDay(today) && !LocalTime.now(clock).isBefore(FROM)) {
            remind(today);
            digest(today);
        }
    }

    /** @return how many reminders were sent */
    int remind(LocalDate today) {
        LocalDate last = calendar.deadline(today, FIRST).date();
        int sent = 0;
        for (ReminderTable.Due due : table.due(today, last)) {
            sent += Objects.requireNonNull(transaction.execute(status -> remind(due, today)));
        }
        return sent;
    }

    private int remind(ReminderTable.Due due, LocalDate today) {
        int left = calendar.workingDaysBetween(today, due.on());
        String kind = left > SECOND ? "HANDLER_" + FIRST : "HANDLER_" + SECOND;
        int sent = 0;
        for (Officer officer : handlers(due)) {
            sent += send(due, kind, officer, left);
        }
        if (left <= LEADER) {
            for (Officer officer : nearest(Role.LEADER, due.organ())) {
                sent += send(due, "LEADER_" + LEADER, officer, left);
            }
        }
        return sent;
    }

    private int send(ReminderTable.Due due, String kind, Officer to, int left) {
        Optional<String> address = table.address(to.id()).or(() -> mailbox(due.organ()));
        if (address.isEmpty()) {
            return 0;
        }
        String subject = say("request.reminder.subject", due.number(), left);
        String text = say("request.reminder.text", to.name(), due.number(), due.on(), left);
        LongSupplier message = () -> messages.send(Message.email(
                address.get(), subject, text, "request.application:" + due.id().value()));
        return table.once(due, kind, to.id(), clock.instant(), message) ? 1 : 0;
    }

    private List<Officer> handlers(ReminderTable.Due due) {
        AccountId handler = due.handler();
        Optional<Officer> named = handler == null ? Optional.empty() : accounts.find(handler);
        return named.map(List::of).orElseGet(() -> nearest(Role.DISCLOSURE_OFFICE, due.organ()));
    }

    /** Those who hold the role in the organ itself; where nobody does, those who hold it above. */
    private List<Officer> nearest(Role role, OrganId organ) {
        List<Officer> all = accounts.holders(role, organ);
        List<Officer> own = all.stream()
                .filter(officer -> officer.grants().contains(new Officer.Grant(role, organ)))
                .toList();
        return own.isEmpty() ? all : own;
    }

    private Optional<String> mailbox(OrganId organ) {
        return organs.find(organ)
                .map(each -> each.contact().email())
                .filter(email -> Messages.deliverable(Message.Way.EMAIL, email));
    }

    /** @return to how many officers the day's list was sent */
    int digest(LocalDate today) {
        int sent = 0;
        for (AccountId account : table.accounts()) {
            sent += Objects.requireNonNull(transaction.execute(status -> digest(account, today)));
        }
        return sent;
    }

    private int digest(AccountId account, LocalDate today) {
        Optional<Officer> officer = accounts.find(account);
        Optional<String> address = table.address(account);
        if (officer.isEmpty() || address.isEmpty()) {
            return 0;
        }
        Set<OrganId> readable = permissions.organsWith(officer.get(), READERS);
        DeadlineDesk.Counts counts = desk.overview(readable, today).counts();
        if (counts.overdue() + counts.week() == 0) {
            return 0;
        }
        String text = say(
                        "request.digest.text",
                        officer.get().name(),
                        today,
                        counts.overdue(),
                        counts.today(),
                        counts.week(),
                        counts.stopped())
                + lines(readable, DeadlineDesk.Part.OVERDUE, today)
                + lines(readable, DeadlineDesk.Part.WEEK, today);
        String subject = say("request.digest.subject", today, counts.overdue(), counts.today());
        LongSupplier message =
                () -> messages.send(Message.email(address.get(), subject, text, "account.account:" + account.value()));
        return table.digestOnce(account, today, message) ? 1 : 0;
    }

    private String lines(Set<OrganId> readable, DeadlineDesk.Part part, LocalDate today) {
        return desk.lines(readable, new DeadlineDesk.Sieve(part, null, null, null, ""), today).stream()
                .limit(LISTED)
                .map(line -> "\n"
                        + say("request.digest.line", line.number(), String.valueOf(line.due()), line.handlerName()))
                .collect(Collectors.joining());
    }

    private String say(String key, Object... arguments) {
        Object[] said = new Object[arguments.length];
        for (int i = 0; i < said.length; i++) {
            said[i] = String.valueOf(arguments[i]);
        }
        return texts.getMessage(key, said, Locale.SIMPLIFIED_CHINESE);
    }
}
