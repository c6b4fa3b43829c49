package org.yangguang.disclosure;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yangguang.account.Officer;
import org.yangguang.account.Permissions;
import org.yangguang.account.Role;
import org.yangguang.audit.AuditTrail;
import org.yangguang.disclosure.internal.AttachmentTable;
import org.yangguang.disclosure.internal.ContentHash;
import org.yangguang.disclosure.internal.DraftContent;
import org.yangguang.disclosure.internal.DraftEditors;
import org.yangguang.disclosure.internal.EditionLinks;
import org.yangguang.disclosure.internal.EditionTable;
import org.yangguang.organ.Organ;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.Organs;

/** Editions that are still being written. */
@Service
public class Drafts {

    private final EditionTable editions;
    private final DraftContent contents;
    private final DraftEditors editors;
    private final AttachmentTable attachments;
    private final EditionLinks links;
    private final Permissions permissions;
    private final Organs organs;
    private final AuditTrail audit;
    private final Clock clock;

    Drafts(
            EditionTable editions,
            DraftContent contents,
            DraftEditors editors,
            AttachmentTable attachments,
            EditionLinks links,
            Permissions permissions,
            Organs organs,
            AuditTrail audit,
            Clock clock) {
        this.editions = editions;
        this.contents = contents;
        this.editors = editors;
        this.attachments = attachments;
        this.links = links;
        this.permissions = permissions;
        this.organs = organs;
        this.audit = audit;
        this.clock = clock;
    }

    /** A new item with its first draft. The content may be unfinished; it is cleaned, not judged. */
    @Transactional
    public Outcome start(Officer officer, OrganId organ, EditionContent content) {
        List<Reason> reasons = new ArrayList<>();
        if (!permissions.holds(officer, Role.HANDLER, organ)) {
            reasons.add(Reason.of("disclosure.refused.draftRole"));
        }
        Optional<Organ> found = organs.find(organ);
        if (found.isEmpty() || !found.get().open()) {
            reasons.add(Reason.of(
                    "disclosure.invalid.organClosed", found.map(Organ::name).orElse("")));
        }
        if (!reasons.isEmpty()) {
            return new Outcome.Refused(List.copyOf(reasons));
        }
        Instant now = clock.instant();
        ItemId item = editions.insertItem(organ, now);
        return insert(officer, item, 1, found.orElseThrow().name(), content, null, now);
    }

    /**
     * Saves a draft.
     *
     * @param version version that the officer's text started from; when somebody saved since, nothing is overwritten and the
     *     officer's text is kept as a copy beside the draft
     */
    @Transactional
    public Outcome save(Officer officer, EditionId id, int version, EditionContent content) {
        Optional<Edition> found = editions.lock(id);
        if (found.isEmpty()) {
            return Outcome.refused(Reason.of("disclosure.refused.unknown"));
        }
        Edition edition = found.get();
        if (!permissions.holds(officer, Role.HANDLER, edition.organ())) {
            return Outcome.refused(Reason.of("disclosure.refused.draftRole"));
        }
        Instant now = clock.instant();
        EditionContent clean = contents.clean(content);
        if (edition.state() != EditionState.DRAFT) {
            editors.keep(id, officer, clean, now);
            return Outcome.refused(Reason.of("disclosure.refused.notDraft", edition.state()));
        }
        if (edition.version() != version) {
            editors.keep(id, officer, clean, now);
            return Outcome.refused(Reason.of(
                    "disclosure.refused.savedMeanwhile",
                    editors.lastSaver(id).orElse(edition.handlerName()),
                    edition.updatedAt()));
        }
        if (clean.equals(edition.content())) {
            return new Outcome.Done(edition.item(), id, edition.state(), version);
        }
        editors.keepOther(edition, officer);
        write(officer, id, version + 1, clean, now);
        Edition saved = editions.find(id).orElseThrow();
        links.note(saved);
        audit.record(
                "edition.saved", "disclosure.edition:" + id.value(), ContentHash.of(edition), ContentHash.of(saved));
        return new Outcome.Done(edition.item(), id, edition.state(), version + 1);
    }

    /** The draft of a new edition that starts from {@code former}. */
    @Transactional(propagation = Propagation.MANDATORY)
    Outcome revise(Officer officer, Edition former, Instant now) {
        int number = editions.ofItem(former.item()).get(0).number() + 1;
        String organName = organs.find(former.organ()).map(Organ::name).orElse(former.organName());
        return insert(officer, former.item(), number, organName, contents.forRevision(former.content()), former, now);
    }

    private Outcome insert(
            Officer officer,
            ItemId item,
            int number,
            String organName,
            EditionContent content,
            @Nullable Edition former,
            Instant now) {
        EditionContent clean = contents.clean(content);
        EditionId id = editions.insertDraft(item, number, officer, organName, clean, contents.text(clean), now);
        editors.saved(id, officer, now);
        editors.files(id, clean);
        if (former != null) {
            attachments.copy(former.id(), id);
        }
        Edition draft = editions.find(id).orElseThrow();
        links.note(draft);
        audit.record("edition.started", "disclosure.edition:" + id.value(), null, ContentHash.of(draft));
        return new Outcome.Done(item, id, EditionState.DRAFT, 1);
    }

    private void write(Officer officer, EditionId id, int version, EditionContent clean, Instant now) {
        editions.write(id, version, clean, contents.text(clean), now);
        editors.saved(id, officer, now);
        editors.files(id, clean);
    }
}
