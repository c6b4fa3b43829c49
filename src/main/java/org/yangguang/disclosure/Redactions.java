package org.yangguang.disclosure;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yangguang.account.Officer;
import org.yangguang.account.Permissions;
import org.yangguang.account.Role;
import org.yangguang.audit.AuditTrail;
import org.yangguang.disclosure.internal.EditionTable;
import org.yangguang.disclosure.internal.PublicCopyMaking;
import org.yangguang.file.FileKind;
import org.yangguang.file.Redaction;
import org.yangguang.file.RedactionMark;
import org.yangguang.file.StoredFile;

/** Blackens areas in the public copies of a draft's PDF attachments; every area has its ground. The originals stay as they are. */
@Service
public class Redactions {

    private final EditionTable editions;
    private final Attachments attachments;
    private final Redaction redaction;
    private final PublicCopyMaking copies;
    private final Permissions permissions;
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    Redactions(
            EditionTable editions,
            Attachments attachments,
            Redaction redaction,
            PublicCopyMaking copies,
            Permissions permissions,
            JdbcClient jdbc,
            AuditTrail audit,
            Clock clock) {
        this.editions = editions;
        this.attachments = attachments;
        this.redaction = redaction;
        this.copies = copies;
        this.permissions = permissions;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** A ground that was given for areas of a page. */
    public record Given(int page, String ground, String by) {}

    /**
     * Puts a copy without what lies beneath the areas in the place of the attachment's public copy.
     *
     * @param seen hash of the public copy on which the areas were drawn; when it is another by now, nothing is done
     */
    @Transactional
    public Outcome redact(Officer officer, EditionId id, AttachmentId wanted, String seen, List<RedactionMark> marks) {
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
        if (marks.isEmpty()) {
            refused.add(Reason.of("disclosure.redaction.refused.nothing"));
        }
        Optional<Attachment> found = edition.attachments().stream()
                .filter(each -> each.id().equals(wanted) && pdf(each))
                .findFirst();
        StoredFile before = found.map(Attachment::publicCopy).orElse(null);
        if (before == null || !before.hash().equals(seen)) {
            refused.add(Reason.of("disclosure.redaction.refused.changed"));
        }
        if (!refused.isEmpty() || before == null) {
            return new Outcome.Refused(List.copyOf(refused));
        }
        Optional<StoredFile> made = redaction.redact(before, marks);
        if (made.isEmpty()) {
            return Outcome.refused(Reason.of("disclosure.redaction.refused.unreadable"));
        }
        StoredFile original = found.orElseThrow().original();
        copies.look(made.get());
        attachments.copied(id, wanted, original, made.get());
        marks.forEach(each -> keep(officer, id, original, made.get(), each));
        audit.record(
                "attachment.redacted",
                "disclosure.edition:" + id.value(),
                before.hash(),
                made.get().hash() + " " + marks);
        return new Outcome.Done(edition.item(), id, edition.state(), edition.version());
    }

    private void keep(Officer officer, EditionId id, StoredFile original, StoredFile copy, RedactionMark mark) {
        jdbc.sql("""
                insert into disclosure.redaction
                       (edition_id, original_hash, copy_hash, page, x, y, width, height, ground, by_id, by_name, at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        id.value(),
                        original.hash(),
                        copy.hash(),
                        mark.page(),
                        mark.x(),
                        mark.y(),
                        mark.width(),
                        mark.height(),
                        mark.ground(),
                        officer.id().value(),
                        officer.name(),
                        Timestamp.from(clock.instant()))
                .update();
    }

    /** The grounds given in an edition for one of its attachments, in the order of the pages. */
    public List<Given> grounds(EditionId id, Attachment attachment) {
        return jdbc.sql("""
                select distinct page, ground, by_name from disclosure.redaction
                 where edition_id = ? and original_hash = ? order by page, ground""")
                .params(id.value(), attachment.original().hash())
                .query((row, n) -> new Given(row.getInt("page"), row.getString("ground"), row.getString("by_name")))
                .list();
    }

    public static boolean pdf(Attachment attachment) {
        StoredFile copy = attachment.publicCopy();
        return copy != null && FileKind.PDF.fits(copy);
    }
}
