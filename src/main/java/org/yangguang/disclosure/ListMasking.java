package org.yangguang.disclosure;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import org.yangguang.account.Officer;
import org.yangguang.account.Permissions;
import org.yangguang.account.Role;
import org.yangguang.audit.AuditTrail;
import org.yangguang.disclosure.internal.EditionTable;
import org.yangguang.disclosure.internal.ListsOfPeople;
import org.yangguang.disclosure.internal.MaskingTable;
import org.yangguang.disclosure.internal.PublicCopyMaking;
import org.yangguang.file.ColumnMask;
import org.yangguang.file.FileTable;
import org.yangguang.file.FileTables;
import org.yangguang.file.StoredFile;

/**
 * Masks lists of people – allowances, housing – by a rule for each column, in the text of a draft and in the public copies of its
 * attachments, all in one act. Originals stay as they are; what was decided for a heading is proposed for the organ's next list.
 */
@Service
public class ListMasking {

    private static final String BODY = "bodyHtml";

    private final EditionTable editions;
    private final ListsOfPeople lists;
    private final MaskingTable table;
    private final FileTables files;
    private final Drafts drafts;
    private final Attachments attachments;
    private final PublicCopyMaking copies;
    private final Permissions permissions;
    private final AuditTrail audit;
    private final Clock clock;

    ListMasking(
            EditionTable editions,
            ListsOfPeople lists,
            MaskingTable table,
            FileTables files,
            Drafts drafts,
            Attachments attachments,
            PublicCopyMaking copies,
            Permissions permissions,
            AuditTrail audit,
            Clock clock) {
        this.editions = editions;
        this.lists = lists;
        this.table = table;
        this.files = files;
        this.drafts = drafts;
        this.attachments = attachments;
        this.copies = copies;
        this.permissions = permissions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A table of an edition.
     *
     * @param source {@code bodyHtml}, or the id of the attachment
     * @param place {@code bodyHtml}, or the name of the attachment
     * @param number its place among the tables of the source, from 0
     * @param seen what it was read from: when it is another by now, nothing is masked
     * @param masks what is proposed for each column
     */
    public record Listed(
            String source, String place, int number, String seen, FileTable table, List<ColumnMask> masks) {}

    /** A decision about a table. @param masks by column; what is not there stays */
    public record Decision(String source, int number, String seen, Map<Integer, ColumnMask> masks) {}

    public List<Listed> in(Edition edition) {
        return lists.in(edition);
    }

    /**
     * Masks all that was decided, or nothing.
     *
     * @param version of the draft that the officer had before them
     */
    @Transactional
    public Outcome mask(Officer officer, EditionId id, int version, List<Decision> decided) {
        Edition edition = editions.lock(id).orElse(null);
        if (edition == null) {
            return Outcome.refused(Reason.of("disclosure.refused.unknown"));
        }
        List<Reason> refused = new ArrayList<>();
        if (!permissions.holds(officer, Role.HANDLER, edition.organ())) {
            refused.add(Reason.of("disclosure.refused.draftRole"));
        }
        if (edition.state() != EditionState.DRAFT) {
            refused.add(Reason.of("disclosure.refused.notDraft", edition.state()));
        }
        List<Decision> masks = decided.stream()
                .filter(each -> each.masks().values().stream().anyMatch(mask -> mask != ColumnMask.KEEP))
                .toList();
        List<Listed> there = lists.in(edition);
        if (masks.isEmpty()) {
            refused.add(Reason.of("disclosure.masking.refused.nothing"));
        }
        if (edition.version() != version
                || masks.stream().anyMatch(each -> find(there, each).isEmpty())) {
            refused.add(Reason.of("disclosure.masking.refused.changed"));
        }
        if (!refused.isEmpty()) {
            return new Outcome.Refused(List.copyOf(refused));
        }
        Instant now = clock.instant();
        for (Attachment attachment : edition.attachments()) {
            Map<Integer, Map<Integer, ColumnMask>> ofFile =
                    ListsOfPeople.of(masks, String.valueOf(attachment.id().value()));
            if (!ofFile.isEmpty() && !file(id, attachment, ofFile)) {
                TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
                return Outcome.refused(Reason.of("disclosure.masking.refused.unreadable", attachment.name()));
            }
        }
        masks.forEach(each -> note(officer, edition, find(there, each).orElseThrow(), each, now));
        Map<Integer, Map<Integer, ColumnMask>> ofText = ListsOfPeople.of(masks, BODY);
        return ofText.isEmpty()
                ? new Outcome.Done(edition.item(), id, edition.state(), edition.version())
                : drafts.save(officer, id, version, lists.masked(edition.content(), ofText));
    }

    private boolean file(EditionId id, Attachment attachment, Map<Integer, Map<Integer, ColumnMask>> masks) {
        StoredFile before = Objects.requireNonNull(attachment.publicCopy());
        Optional<StoredFile> made = files.masked(before, masks);
        if (made.isEmpty()) {
            return false;
        }
        copies.look(made.get());
        attachments.copied(id, attachment.id(), attachment.original(), made.get());
        return true;
    }

    private void note(Officer officer, Edition edition, Listed listed, Decision decision, Instant now) {
        List<MaskingTable.Column> columns = new ArrayList<>();
        for (int i = 0; i < listed.table().columns(); i++) {
            ColumnMask mask = decision.masks().getOrDefault(i, ColumnMask.KEEP);
            String heading = listed.table().heading(i);
            if (!heading.isEmpty() && heading.length() <= 40) {
                table.rule(edition.organ(), heading, mask, officer, now);
            }
            if (mask != ColumnMask.KEEP) {
                columns.add(new MaskingTable.Column(heading.isEmpty() ? String.valueOf(i + 1) : heading, mask));
            }
        }
        MaskingTable.Masking masking = new MaskingTable.Masking(
                listed.place(), listed.table().name(), columns, listed.table().count(), officer.name(), now);
        table.note(edition.id(), masking, officer);
        audit.record(
                "list.masked",
                "disclosure.edition:" + edition.id().value(),
                listed.seen(),
                listed.place() + " " + listed.table().name() + " " + columns);
    }

    private static Optional<Listed> find(List<Listed> there, Decision decision) {
        return there.stream()
                .filter(each -> each.source().equals(decision.source())
                        && each.number() == decision.number()
                        && each.seen().equals(decision.seen()))
                .findFirst();
    }
}
