package org.yangguang.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.yangguang.audit.internal.EntryTable;
import org.yangguang.audit.internal.ExportWriter;

/** Reads the chain: looks entries up, checks all of it, gives it away for a check elsewhere. */
@Service
public class AuditLog {

    private final EntryTable table;
    private final TransactionTemplate snapshot;

    AuditLog(EntryTable table, PlatformTransactionManager transactions) {
        this.table = table;
        snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** Where the chain ends now; to be noted down outside. */
    public Head head() {
        return table.head();
    }

    /** Newest first. */
    public List<AuditEntry> newest(AuditFilter filter, int limit) {
        return table.newest(filter, limit);
    }

    /** Checks the whole chain as it stands at one moment. */
    public Verdict verify(List<Head> expected) {
        ChainCheck check = new ChainCheck(expected);
        return java.util.Objects.requireNonNull(snapshot.execute(status -> {
            table.stream(check::accept);
            return check.end(table.head());
        }));
    }

    /**
     * Writes the whole chain as it stands at one moment, one JSON object a line.
     *
     * @return its head
     */
    public Head export(Writer target) {
        return java.util.Objects.requireNonNull(snapshot.execute(status -> {
            try (ExportWriter export = new ExportWriter(target)) {
                table.stream(export::entry);
                Head head = table.head();
                export.end(head);
                return head;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
    }
}
