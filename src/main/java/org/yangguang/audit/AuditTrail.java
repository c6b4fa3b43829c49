package org.yangguang.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yangguang.audit.internal.ChainWriter;
import org.yangguang.audit.internal.Unchained;

/**
 * Records what is done, in the transaction that does it: either both last or neither does.
 *
 * <p>Entries are gathered while the transaction runs and put on the chain right before it commits, so that the one lock that puts
 * all writers in a line is held for that moment only. Entries hold no personal data: of the values before and after only hashes are
 * kept. A short value can be guessed from its hash, so give the whole record, never a telephone number alone.
 */
@Service
public class AuditTrail {

    /** The action of entries about the reading of personal data. */
    public static final String READING = "personal-data.read";

    private final ChainWriter chain;
    private final TransactionTemplate own;
    private final Clock clock;

    AuditTrail(ChainWriter chain, PlatformTransactionManager transactions, Clock clock) {
        this.chain = chain;
        this.clock = clock;
        own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Records an act of the signed-in officer (or of the program itself when nobody is signed in) in the running transaction.
     *
     * @param action past-tense name, {@code module.what}: {@code edition.approved}
     * @param subject the record it was done to: {@code disclosure.edition:12}
     * @param before what the record was, or null; only its SM3 hash is kept
     * @param after what it became, or null; only its SM3 hash is kept
     * @throws IllegalStateException outside a transaction, or in one that only reads
     */
    public void record(String action, String subject, @Nullable String before, @Nullable String after) {
        record(actor(), action, subject, before, after);
    }

    /** As above, for an actor that is not the signed-in officer: {@code system:scheduler}, {@code command:token}. */
    public void record(String actor, String action, String subject, @Nullable String before, @Nullable String after) {
        chain.gather(List.of(Unchained.of(now(), actor, new Act(action, subject, before, after))));
    }

    /** Records many acts at once; some ten thousand in a transaction are no burden. */
    public void recordAll(List<Act> acts) {
        recordAll(actor(), acts);
    }

    /** As above, for an actor that is not the signed-in officer. */
    public void recordAll(String actor, List<Act> acts) {
        Instant now = now();
        chain.gather(acts.stream().map(act -> Unchained.of(now, actor, act)).toList());
    }

    /**
     * Records that the signed-in officer is about to see personal data of {@code subject}. Where no transaction runs, or one that
     * only reads, the entry has a short transaction of its own and stands when this method returns.
     */
    public void recordReading(String subject) {
        boolean writing = TransactionSynchronizationManager.isActualTransactionActive()
                && !TransactionSynchronizationManager.isCurrentTransactionReadOnly();
        if (writing) {
            record(READING, subject, null, null);
        } else {
            own.executeWithoutResult(status -> record(READING, subject, null, null));
        }
    }

    private Instant now() {
        return clock.instant();
    }

    private static String actor() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (who == null) {
            return "system";
        }
        return who instanceof AnonymousAuthenticationToken ? "anonymous" : who.getName();
    }
}
