package org.yangguang.notify;

import java.util.Collection;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yangguang.audit.AuditTrail;
import org.yangguang.notify.internal.MessageTable;
import org.yangguang.notify.internal.Transport;

/**
 * Takes messages in. They are kept in the running transaction, so that what is rolled back tells nobody, and delivered soon after the
 * commit. What cannot be delivered is tried again for two days and then shown to the system administrator.
 */
@Service
public class Messages {

    private static final Pattern MAIL =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})+");
    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");

    private final MessageTable table;
    private final Collection<Transport> transports;
    private final AuditTrail audit;

    Messages(MessageTable table, Collection<Transport> transports, AuditTrail audit) {
        this.table = table;
        this.transports = transports;
        this.audit = audit;
    }

    /**
     * Keeps a message for delivery.
     *
     * @return its number, by which the console shows it
     * @throws IllegalArgumentException for an address that {@link #deliverable} refuses
     * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public long send(Message message) {
        if (!deliverable(message.way(), message.to())) {
            throw new IllegalArgumentException("The address of a message about " + message.about()
                    + " is none of the kind " + message.way() + ".");
        }
        long id = table.add(message);
        audit.record("message.queued", "notify.message:" + id, null, message.way() + " " + message.about());
        return id;
    }

    /** Whether {@code to} is an address to which a message can be sent this way: to be asked when a person gives it. */
    public static boolean deliverable(Message.Way way, String to) {
        return switch (way) {
            case EMAIL -> to.length() <= 254 && MAIL.matcher(to).matches();
            case SMS -> MOBILE.matcher(to).matches();
        };
    }

    /** Whether this installation can send messages this way. */
    public boolean offered(Message.Way way) {
        return transports.stream().anyMatch(transport -> transport.way() == way && transport.configured());
    }
}
