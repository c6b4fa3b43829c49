package org.yangguang.disclosure;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yangguang.account.Officer;
import org.yangguang.account.Permissions;
import org.yangguang.account.Role;
import org.yangguang.audit.AuditTrail;
import org.yangguang.disclosure.internal.AttachmentTable;
import org.yangguang.disclosure.internal.ContentHash;
import org.yangguang.disclosure.internal.EditionLinks;
import org.yangguang.disclosure.internal.EditionTable;
import org.yangguang.file.AttachmentLimits;
import org.yangguang.file.FileNames;
import org.yangguang.file.StoredFile;

/**
 * The files of an edition that is being written. They are part of what is reviewed: of the content hash, fixed once the edition is
 * submitted, taken over by the next edition.
 *
 * <p>Only a {@link Attachment#publicCopy public copy} ever goes out, so none may be missing when the edition is submitted. Who makes
 * the copies listens to {@link AttachmentAdded} and tells {@link #copied}.
 *
 * <p>Attaching does not touch the text, so it leaves the edition's version as it is: nobody who types is disturbed.
 */
@Service
public class Attachments {

    private final EditionTable editions;
    private final AttachmentTable table;
    private final EditionLinks links;
    private final Permissions permissions;
    private final AttachmentLimits limits;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Attachments(
            EditionTable editions,
            AttachmentTable table,
            EditionLinks links,
            Permissions permissions,
            AttachmentLimits limits,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.editions = editions;
        this.table = table;
        this.links = links;
        this.permissions = permissions;
        this.limits = limits;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Attaches a file behind the others; the same file under the same name a second time changes nothing.
     *
     * @param name as the officer's computer calls it
     */
    @Transactional
    public Outcome add(Officer officer, EditionId id, String name, StoredFile file) {
        return change(officer, id, edition -> {
            String clean = FileNames.fitting(name, file);
            boolean there = edition.attachments().stream()
                    .anyMatch(
                            each -> each.original().equals(file) && each.name().equals(clean));
            if (there) {
                return List.of();
            }
            List<Reason> reasons = against(edition, file);
            if (reasons.isEmpty()) {
                Instant now = clock.instant();
                AttachmentId added = table.insert(id, FileNames.distinct(clean, names(edition)), file, officer, now);
                events.publishEvent(new AttachmentAdded(id, added, clean, file));
            }
            return reasons;
        });
    }

    /** Takes a file off the edition; it stays in the store, because a former edition may have it too. */
    @Transactional
    public Outcome remove(Officer officer, EditionId id, AttachmentId attachment) {
        return change(officer, id, edition -> {
            find(edition, attachment).ifPresent(each -> table.delete(id, each));
            return List.of();
        });
    }

    /** Puts the file before the one above it; the first stays. */
    @Transactional
    public Outcome moveUp(Officer officer, EditionId id, AttachmentId attachment) {
        return change(officer, id, edition -> {
            find(edition, attachment)
                    .filter(each -> each.position() > 1)
                    .ifPresent(each -> table.swap(id, each.position(), each.position() - 1));
            return List.of();
        });
    }

    /** Shows the file under another name; its ending stays what its type asks for. */
    @Transactional
    public Outcome rename(Officer officer, EditionId id, AttachmentId attachment, String name) {
        return change(officer, id, edition -> {
            find(edition, attachment)
                    .ifPresent(each -> table.rename(
                            id,
                            attachment,
                            FileNames.distinct(
                                    FileNames.fitting(
                                            name, each.publicCopy() == null ? each.original() : each.publicCopy()),
                                    names(edition).stream()
                                            .filter(other -> !other.equals(each.name()))
                                            .toList())));
            return List.of();
        });
    }

    /**
     * Notes the public copy that was made of an attachment's original, in place of any former one. Where the copy is of another type
     * (a document without its macros), the name's ending follows.
     *
     * @param original what the copy was made of
     * @return false when the draft no longer has this attachment of this original, or has been submitted meanwhile
     */
    @Transactional
    public boolean copied(EditionId id, AttachmentId attachment, StoredFile original, StoredFile copy) {
        Optional<Edition> draft = editions.lock(id).filter(edition -> edition.state() == EditionState.DRAFT);
        Optional<Attachment> found = draft.flatMap(edition -> find(edition, attachment))
                .filter(each -> each.original().hash().equals(original.hash()));
        if (found.isEmpty()) {
            return false;
        }
        String name = FileNames.fitting(found.get().name(), copy);
        table.publicCopy(id, attachment, name, copy);
        links.note(editions.find(id).orElseThrow());
        audit.record(
                "attachment.copied",
                "disclosure.edition:" + id.value(),
                original.hash(),
                name + " " + original.hash() + " " + copy.hash());
        return true;
    }

    private Outcome change(Officer officer, EditionId id, Function<Edition, List<Reason>> what) {
        Optional<Edition> found = editions.lock(id);
        if (found.isEmpty()) {
            return Outcome.refused(Reason.of("disclosure.refused.unknown"));
        }
        Edition edition = found.get();
        List<Reason> reasons = new ArrayList<>();
        if (!permissions.holds(officer, Role.HANDLER, edition.organ())) {
            reasons.add(Reason.of("disclosure.refused.draftRole"));
        }
        if (edition.state() != EditionState.DRAFT) {
            reasons.add(Reason.of("disclosure.refused.notDraft", edition.state()));
        }
        if (reasons.isEmpty()) {
            reasons.addAll(what.apply(edition));
        }
        if (!reasons.isEmpty()) {
            return new Outcome.Refused(List.copyOf(reasons));
        }
        Edition changed = editions.find(id).orElseThrow();
        if (!changed.attachments().equals(edition.attachments())) {
            links.note(changed);
            audit.record(
                    "attachment.changed",
                    "disclosure.edition:" + id.value(),
                    ContentHash.of(edition),
                    ContentHash.of(changed));
        }
        return new Outcome.Done(edition.item(), id, edition.state(), edition.version());
    }

    private List<Reason> against(Edition edition, StoredFile file) {
        List<Reason> reasons = new ArrayList<>();
        if (edition.attachments().size() >= limits.maxCount()) {
            reasons.add(Reason.at("attachments", "disclosure.invalid.attachmentsCount", limits.maxCount()));
        }
        long all = edition.attachments().stream()
                .mapToLong(each -> each.original().size())
                .sum();
        if (all + file.size() > limits.maxTotal().toBytes()) {
            reasons.add(Reason.at(
                    "attachments",
                    "disclosure.invalid.attachmentsSize",
                    limits.maxTotal().toMegabytes()));
        }
        return reasons;
    }

    private static Optional<Attachment> find(Edition edition, AttachmentId id) {
        return edition.attachments().stream()
                .filter(each -> each.id().equals(id))
                .findFirst();
    }

    private static List<String> names(Edition edition) {
        return edition.attachments().stream().map(Attachment::name).toList();
    }
}
