package org.yangguang.engagement;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yangguang.account.Officer;
import org.yangguang.account.Permissions;
import org.yangguang.account.Role;
import org.yangguang.audit.AuditTrail;
import org.yangguang.engagement.internal.AffairRules;
import org.yangguang.engagement.internal.AffairTable;
import org.yangguang.engagement.internal.AffairTable.Link;
import org.yangguang.engagement.internal.PartTable;
import org.yangguang.organ.Organ;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.Organs;
import org.yangguang.topic.TopicMaterial;

/**
 * What organs announce: written by one, released by another, and so is everything that is added later.
 *
 * <p>Every change is an entry of the audit chain in the same transaction; a refusal gives every reason.
 */
@Service
public class Affairs {

    private static final Role[] ROLES = {
        Role.HANDLER, Role.SECRECY_OFFICER, Role.LEADER, Role.DISCLOSURE_OFFICE, Role.DISTRICT_OFFICE
    };

    private final AffairTable table;
    private final PartTable parts;
    private final AffairRules rules;
    private final List<TopicMaterial> materials;
    private final Organs organs;
    private final Permissions permissions;
    private final AuditTrail audit;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    Affairs(
            AffairTable table,
            PartTable parts,
            AffairRules rules,
            List<TopicMaterial> materials,
            Organs organs,
            Permissions permissions,
            AuditTrail audit,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.table = table;
        this.parts = parts;
        this.rules = rules;
        this.materials = materials;
        this.organs = organs;
        this.permissions = permissions;
        this.audit = audit;
        this.publisher = publisher;
        this.clock = clock;
    }

    @Transactional
    public Outcome<Affair> create(Officer officer, AffairKind kind, OrganId organ, AffairContent content) {
        List<Reason> reasons = rules.againstDraft(officer, organ, content);
        Optional<Organ> known = organs.find(organ).filter(Organ::open);
        if (known.isEmpty()) {
            reasons.add(Reason.at("organ", "engagement.refused.organ"));
        }
        if (!reasons.isEmpty()) {
            return new Outcome.Refused<>(List.copyOf(reasons));
        }
        long id = table.insert(kind, organ, known.orElseThrow().name(), content, officer, now());
        table.event(id, "CREATE", officer, "", now());
        return done(officer, "affair.created", id, null);
    }

    /** Changes a draft; what is submitted or published stays as it is. */
    @Transactional
    public Outcome<Affair> change(Officer officer, long id, int version, AffairContent content) {
        Optional<Affair> locked = locked(officer, id);
        if (locked.isEmpty()) {
            return Outcome.refused(Reason.of("engagement.affair.refused.unknown"));
        }
        Affair affair = locked.get();
        List<Reason> reasons = new ArrayList<>(rules.againstDraft(officer, affair.organ(), content));
        if (affair.version() != version) {
            reasons.add(Reason.of("engagement.affair.refused.stale"));
        }
        if (affair.state() != AffairState.DRAFT) {
            reasons.add(Reason.of("engagement.affair.refused.notDraft", affair.state()));
        }
        if (!reasons.isEmpty()) {
            return new Outcome.Refused<>(List.copyOf(reasons));
        }
        table.update(id, content, officer, now());
        return done(officer, "affair.changed", id, affair);
    }

    @Transactional
    public Outcome<Affair> act(Officer officer, long id, int version, AffairAction action, String note) {
        Optional<Affair> locked = locked(officer, id);
        if (locked.isEmpty()) {
            return Outcome.refused(Reason.of("engagement.affair.refused.unknown"));
        }
        Affair affair = locked.get();
        if (affair.version() != version) {
            return Outcome.refused(Reason.of("engagement.affair.refused.stale"));
        }
        List<Reason> reasons = rules.against(officer, affair, action, note);
        if (!reasons.isEmpty()) {
            return new Outcome.Refused<>(List.copyOf(reasons));
        }
        AffairTransitions.Move move =
                AffairTransitions.of(affair.state(), action).orElseThrow();
        table.move(id, move.to(), action == AffairAction.PUBLISH ? officer.name() : null, now());
        table.event(id, action.name(), officer, note.strip(), now());
        publisher.publishEvent(new AffairShown(id));
        return done(officer, move.event(), id, affair);
    }

    /** Adds a part to what stands on the site; somebody else releases it. */
    @Transactional
    public Outcome<Affair> add(
            Officer officer,
            long id,
            AffairPart.@Nullable Kind kind,
            AffairPart.@Nullable Way way,
            LocalDate on,
            String text,
            String reference) {
        Optional<Affair> locked = locked(officer, id);
        if (locked.isEmpty() || kind == null) {
            return Outcome.refused(Reason.of("engagement.affair.refused.unknown"));
        }
        Affair affair = locked.get();
        AffairPart part = new AffairPart(
                0,
                id,
                kind,
                AffairPart.State.WRITTEN,
                way,
                on,
                text.strip(),
                reference.strip(),
                affair.organ(),
                affair.organName(),
                officer.id().value(),
                officer.name());
        List<Reason> reasons = rules.against(officer, affair, part, today());
        if (!reasons.isEmpty()) {
            return new Outcome.Refused<>(List.copyOf(reasons));
        }
        long number = parts.insert(part, now());
        audit.record(officer.login(), "affair-part.written", "engagement.affair_part:" + number, null, part.toString());
        return new Outcome.Done<>(affair);
    }

    /** Lets a part go public, or throws it away. */
    @Transactional
    public Outcome<Affair> settle(Officer officer, long part, AffairPart.State to) {
        Optional<AffairPart> locked = parts.lock(part);
        Optional<Affair> affair = locked.flatMap(each -> locked(officer, each.affair()));
        if (affair.isEmpty() || to == AffairPart.State.WRITTEN) {
            return Outcome.refused(Reason.of("engagement.affair.refused.unknown"));
        }
        AffairPart known = locked.orElseThrow();
        List<Reason> reasons = new ArrayList<>();
        if (!rules.holds(officer, AffairTransitions.REVIEW, affair.get().organ())) {
            reasons.add(Reason.of("engagement.affair.refused.role", AffairTransitions.REVIEW));
        }
        if (to == AffairPart.State.RELEASED && known.writtenBy() == officer.id().value()) {
            reasons.add(Reason.of("engagement.affair.refused.own"));
        }
        if (to == AffairPart.State.RELEASED && known.state() != AffairPart.State.WRITTEN) {
            reasons.add(Reason.of("engagement.affair.refused.settled"));
        }
        if (!reasons.isEmpty()) {
            return new Outcome.Refused<>(List.copyOf(reasons));
        }
        parts.move(part, to, officer.name(), now());
        String event = to == AffairPart.State.RELEASED ? "affair-part.released" : "affair-part.discarded";
        audit.record(officer.login(), event, "engagement.affair_part:" + part, known.toString(), to.name());
        publisher.publishEvent(new AffairShown(affair.get().id()));
        return new Outcome.Done<>(affair.get());
    }

    /** Links it to a letter, an item or another thing that stands on the site. */
    @Transactional
    public Outcome<Affair> link(Officer officer, long id, String typed) {
        Optional<Affair> locked =
                locked(officer, id).filter(affair -> rules.holds(officer, AffairTransitions.WORK, affair.organ()));
        if (locked.isEmpty()) {
            return Outcome.refused(Reason.of("engagement.affair.refused.unknown"));
        }
        for (TopicMaterial material : materials) {
            Optional<String> reference = material.reference(typed.strip());
            if (reference.isPresent()) {
                Link link = new Link(material.kind(), reference.get());
                table.link(id, link);
                return done(officer, "affair.linked " + link, id, locked.get());
            }
        }
        return Outcome.refused(Reason.at("what", "engagement.affair.refused.linkUnknown", typed.strip()));
    }

    @Transactional
    public Outcome<Affair> unlink(Officer officer, long id, String kind, String reference) {
        Optional<Affair> locked =
                locked(officer, id).filter(affair -> rules.holds(officer, AffairTransitions.WORK, affair.organ()));
        if (locked.isEmpty()) {
            return Outcome.refused(Reason.of("engagement.affair.refused.unknown"));
        }
        table.unlink(id, new Link(kind, reference));
        return done(officer, "affair.unlinked", id, locked.get());
    }

    /** Things it is linked to, as far as the reader of the running request may see them, by kind and reference. */
    public List<Linked> linked(Affair affair) {
        List<Link> links = table.links(affair.id());
        List<Linked> found = new ArrayList<>();
        for (TopicMaterial material : materials) {
            List<String> references = links.stream()
                    .filter(link -> link.kind().equals(material.kind()))
                    .map(Link::reference)
                    .toList();
            if (!references.isEmpty()) {
                material.pieces(references)
                        .forEach((reference, piece) -> found.add(new Linked(material.kind(), reference, piece)));
            }
        }
        return found;
    }

    /** A thing that an affair is linked to. */
    public record Linked(String kind, String reference, TopicMaterial.Piece piece) {}

    public Optional<Affair> find(Officer officer, long id) {
        return table.find(id).filter(affair -> mayRead(officer, affair));
    }

    /** One that stands on the site. */
    public Optional<Affair> published(long id) {
        return table.find(id).filter(affair -> affair.state() == AffairState.PUBLISHED);
    }

    public boolean mayRead(Officer officer, Affair affair) {
        return organsOf(officer).contains(affair.organ());
    }

    /** Organs whose affairs the officer may see. */
    public Set<OrganId> organsOf(Officer officer) {
        return permissions.organsWith(officer, ROLES);
    }

    /** Organs for which the officer may write. */
    public Set<OrganId> writesFor(Officer officer) {
        return permissions.organsWith(officer, AffairTransitions.WORK.toArray(Role[]::new));
    }

    /** Actions that a page may offer the officer now. */
    public List<AffairAction> offered(Officer officer, Affair affair) {
        return Arrays.stream(AffairAction.values())
                .filter(action -> rules.against(officer, affair, action).isEmpty())
                .toList();
    }

    private Optional<Affair> locked(Officer officer, long id) {
        return table.lock(id).filter(affair -> mayRead(officer, affair));
    }

    private Outcome<Affair> done(Officer officer, String event, long id, @Nullable Affair before) {
        Affair after = table.find(id).orElseThrow();
        audit.record(
                officer.login(),
                event.split(" ")[0],
                "engagement.affair:" + id,
                before == null ? null : before.toString(),
                after + event);
        return new Outcome.Done<>(after);
    }

    private Instant now() {
        return clock.instant();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
