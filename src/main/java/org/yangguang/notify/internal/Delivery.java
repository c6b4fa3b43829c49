package org.yangguang.notify.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yangguang.audit.AuditTrail;
import org.yangguang.notify.internal.Transport.Attempt;

/**
 * Delivers what is due. An attempt is written down before it is made and its end after: of two deliveries at once one makes it, and
 * what a crash cut short is tried again under the same message id.
 */
@Service
class Delivery {

    static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofHours(24));
    private static final Duration KEPT = Duration.ofDays(30);
    private static final String ACTOR = "system:notify";
    private static final Logger log = LoggerFactory.getLogger(Delivery.class);

    private final MessageTable table;
    private final Collection<Transport> transports;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Delivery(
            MessageTable table,
            Collection<Transport> transports,
            AuditTrail audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.table = table;
        this.transports = transports;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    void deliverDue() {
        transports.forEach(this::deliverDue);
    }

    /** Words and addresses are kept for 30 days after a message was done with. */
    void eraseOld() {
        transaction.executeWithoutResult(status -> {
            int erased = table.erase(clock.instant().minus(KEPT));
            if (erased > 0) {
                audit.record(ACTOR, "message.erased", "notify.message", null, erased + " messages");
            }
        });
    }

    private void deliverDue(Transport transport) {
        for (long id : table.due(transport.way())) {
            Optional<MessageTable.Tried> begun = transaction.execute(status -> table.begin(id));
            if (begun == null || begun.isEmpty()) {
                continue;
            }
            Attempt attempt = transport.configured()
                    ? transport.deliver("message-" + id, begun.get().message())
                    : new Attempt.Refused("NOT_CONFIGURED");
            transaction.executeWithoutResult(status -> end(begun.get(), attempt));
            if (attempt instanceof Attempt.Unreachable unreachable) {
                log.warn("Messages by {} cannot be delivered: {}", transport.way(), unreachable.problem());
                return;
            }
        }
    }

    private void end(MessageTable.Tried tried, Attempt attempt) {
        if (attempt instanceof Attempt.Delivered) {
            close(tried, "DELIVERED", null);
        } else if (attempt instanceof Attempt.Refused refused) {
            close(tried, "UNDELIVERED", refused.problem());
        } else {
            String problem = attempt instanceof Attempt.Failed failed
                    ? failed.problem()
                    : ((Attempt.Unreachable) attempt).problem();
            if (tried.attempts() > PAUSES.size()) {
                close(tried, "UNDELIVERED", problem);
            } else {
                Instant next = clock.instant().plus(PAUSES.get(tried.attempts() - 1));
                table.end(tried.id(), "WAITING", problem, next);
            }
        }
    }

    private void close(MessageTable.Tried tried, String state, @org.jspecify.annotations.Nullable String problem) {
        table.end(tried.id(), state, problem, clock.instant());
        String action = state.equals("DELIVERED") ? "message.delivered" : "message.undelivered";
        audit.record(ACTOR, action, "notify.message:" + tried.id(), null, problem);
    }
}
