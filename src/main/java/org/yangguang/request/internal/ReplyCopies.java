package org.yangguang.request.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yangguang.audit.AuditTrail;
import org.yangguang.file.Carried;
import org.yangguang.file.FileKind;
import org.yangguang.file.FileStore;
import org.yangguang.file.PublicCopies;
import org.yangguang.file.RefusedFile;
import org.yangguang.file.StoredFile;
import org.yangguang.request.CaseId;
import org.yangguang.request.Reason;
import org.yangguang.request.internal.ReplyCopyTable.Row;

/**
 * What an applicant gets of the files of a reply: their public copies, without what a file carries besides its face. The originals stay with the officers and in the file of
 * the case.
 *
 * <p>A copy is made while the draft is saved, in a process of its own that takes a second or more: never call {@link #make} or {@link #of} in a transaction. Once made it is never
 * replaced, so that what is served is what was reviewed.
 */
@Component
public class ReplyCopies {

    private final PublicCopies copies;
    private final ReplyCopyTable table;
    private final CaseFiles uses;
    private final FileStore store;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ReplyCopies(
            PublicCopies copies,
            ReplyCopyTable table,
            CaseFiles uses,
            FileStore store,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.copies = copies;
        this.table = table;
        this.uses = uses;
        this.store = store;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * One file of a reply.
     *
     * @param number its place in the reply, from 1
     * @param copy what the applicant gets; null when none can be made
     * @param carried what the copy no longer carries; without examples
     * @param refused why there is no copy
     */
    public record ReplyFile(
            int number,
            StoredFile original,
            @Nullable StoredFile copy,
            List<Carried> carried,
            List<org.yangguang.file.Reason> refused) {

        /** The usual ending of such files in capitals: {@code DOCX}; empty when the kind is not known. */
        public String kind() {
            return FileKind.endingOf(original).toUpperCase(Locale.ROOT);
        }
    }

    /** Makes the copies that are missing, trying again where none could be made before. */
    public void make(CaseId id, List<String> files) {
        Map<String, Row> known = table.find(id, files);
        files.stream()
                .distinct()
                .filter(hash -> !known.containsKey(hash) || known.get(hash).copy() == null)
                .forEach(hash -> store.find(hash).ifPresent(original -> make(id, original)));
    }

    /** The files of a reply in their order; copies that were never tried are made, which is so for replies that were written before there were copies. */
    public List<ReplyFile> of(CaseId id, List<String> files) {
        Map<String, Row> tried = table.find(id, files);
        make(id, files.stream().filter(hash -> !tried.containsKey(hash)).toList());
        return made(id, files);
    }

    /** As {@link #of}, without making anything. */
    List<ReplyFile> made(CaseId id, List<String> files) {
        Map<String, Row> rows = table.find(id, files);
        List<ReplyFile> made = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            Optional<StoredFile> original = store.find(files.get(i));
            if (original.isPresent()) {
                made.add(file(i + 1, original.get(), rows.get(files.get(i))));
            }
        }
        return made;
    }

    /** Why the files cannot all be given: one reason for each of which there is no copy. */
    public List<Reason> against(CaseId id, List<String> files) {
        return made(id, files).stream()
                .filter(each -> each.copy() == null)
                .flatMap(ReplyCopies::reasons)
                .toList();
    }

    /** Whether the file is the original or the copy of a file of a reply, or of a draft of one, in this case. */
    public boolean include(CaseId id, String hash) {
        return table.includes(id, hash);
    }

    private ReplyFile file(int number, StoredFile original, @Nullable Row row) {
        return row == null
                ? new ReplyFile(number, original, null, List.of(), List.of())
                : new ReplyFile(
                        number,
                        original,
                        row.copy() == null ? null : store.find(row.copy()).orElse(null),
                        row.carried(),
                        row.refused());
    }

    private static Stream<Reason> reasons(ReplyFile file) {
        return file.refused().isEmpty()
                ? Stream.of(Reason.at("paper", "request.refused.replyFileUntried", file.number(), file.kind()))
                : file.refused().stream()
                        .map(why -> Reason.at(
                                "paper",
                                "request.refused.replyFile",
                                file.number(),
                                file.kind(),
                                Reason.of(why.key(), why.arguments().toArray())));
    }

    private void make(CaseId id, StoredFile original) {
        List<org.yangguang.file.Reason> refused = new ArrayList<>();
        Optional<PublicCopies.Stored> stored;
        try {
            stored = copies.store(original, refused::addAll);
        } catch (RefusedFile full) {
            refused.add(org.yangguang.file.Reason.of(full.reason()));
            stored = Optional.empty();
        }
        String copy = stored.map(made -> made.copy().hash()).orElse(null);
        Row row = new Row(
                original.hash(),
                copy,
                stored.map(PublicCopies.Stored::carried).orElse(List.of()),
                List.copyOf(refused));
        transaction.executeWithoutResult(status -> keep(id, row));
    }

    private void keep(CaseId id, Row row) {
        if (row.copy() != null) {
            uses.use(id, List.of(row.copy()));
        }
        if (table.save(id, row, clock.instant())) {
            audit.record(
                    row.copy() == null ? "case.reply-file-not-copied" : "case.reply-file-copied",
                    "request.application:" + id.value(),
                    row.original(),
                    row.copy() == null
                            ? row.refused().stream()
                                    .map(org.yangguang.file.Reason::key)
                                    .toList()
                                    .toString()
                            : row.copy());
        }
    }
}
