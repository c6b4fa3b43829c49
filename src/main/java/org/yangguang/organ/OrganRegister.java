package org.yangguang.organ;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yangguang.audit.AuditTrail;
import org.yangguang.organ.internal.OrganSnapshot;
import org.yangguang.organ.internal.OrganTable;
import org.yangguang.organ.internal.OrganTree;

/**
 * Founds and changes organs. Changes of the tree happen one after the other, also over several nodes; each names the version that
 * its author saw and is refused when somebody was quicker. Every change is in the audit chain.
 */
@Service
public class OrganRegister {

    private final OrganTable table;
    private final OrganSnapshot snapshot;
    private final OrganOversight oversight;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OrganRegister(
            OrganTable table,
            OrganSnapshot snapshot,
            OrganOversight oversight,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.snapshot = snapshot;
        this.oversight = oversight;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** What is needed to found an organ. */
    public record Founding(
            @Nullable OrganId parent,
            String regionCode,
            OrganKind kind,
            String code,
            String name,
            String shortName,
            @Nullable String nameEn,
            int position,
            LocalDate openedOn,
            Contact contact) {}

    /** What can be set right without being a new name. */
    public record Description(
            String regionCode,
            OrganKind kind,
            String code,
            String shortName,
            @Nullable String nameEn,
            int position) {}

    /**
     * Founds an organ for the program itself.
     *
     * @throws IllegalArgumentException with every reason when {@link #propose} would refuse
     */
    @Transactional
    public OrganId found(Founding founding) {
        OrganResult result = propose(founding);
        if (result instanceof OrganResult.Changed changed) {
            return changed.id();
        }
        throw new IllegalArgumentException(founding.name() + " cannot be founded: " + result);
    }

    @Transactional
    public OrganResult propose(Founding typed) {
        Founding founding = tidied(typed);
        snapshot.changing();
        OrganTree tree = snapshot.tree();
        OrganId parent = founding.parent();
        if (parent == null ? !oversight.mayAdministerAll() : !oversight.mayAdminister(parent)) {
            return refused("organ.refused.not-allowed");
        }
        List<Remark> reasons = OrganRules.founding(founding, tree);
        if (!reasons.isEmpty()) {
            return new OrganResult.Refused(reasons);
        }
        Organ above = parent == null ? null : tree.find(parent);
        OrganId id = table.insert(founding, above == null ? "/" : above.path(), clock.instant());
        audit.record("organ.founded", subject(id), null, founding.toString());
        return new OrganResult.Changed(id, OrganRules.warnings(founding.name(), founding.code(), null, tree));
    }

    /** Sets particulars right; a new name is {@link #rename}. */
    @Transactional
    public OrganResult describe(OrganId id, int version, Description typed) {
        Description d = new Description(
                typed.regionCode(),
                typed.kind(),
                OrganCode.normal(typed.code()),
                typed.shortName().strip(),
                typed.nameEn(),
                typed.position());
        return change(
                id,
                version,
                "organ.described",
                (organ, tree) -> concat(
                        OrganRules.named(organ.name(), d.shortName(), d.nameEn()),
                        OrganRules.placed(d.regionCode(), d.code(), id, tree)),
                organ -> table.describe(
                        id,
                        d.regionCode(),
                        d.kind(),
                        d.code(),
                        shortName(organ.name(), d.shortName()),
                        d.nameEn(),
                        d.position()));
    }

    /** Gives a new name from {@code from} on; the old one stays in the history. */
    @Transactional
    public OrganResult rename(
            OrganId id, int version, String name, String shortName, @Nullable String nameEn, LocalDate from) {
        return change(
                id,
                version,
                "organ.renamed",
                (organ, tree) -> concat(
                        OrganRules.named(name.strip(), shortName.strip(), nameEn),
                        OrganRules.from(from, nameSince(organ), today())),
                organ -> {
                    table.rename(id, from, name.strip(), shortName(name.strip(), shortName.strip()), nameEn);
                    events.publishEvent(new OrganRenamed(id, organ.name(), name.strip(), from));
                });
    }

    /** Moves an organ with all below it under another one. */
    @Transactional
    public OrganResult move(OrganId id, int version, OrganId parent) {
        return change(
                id,
                version,
                "organ.moved",
                (organ, tree) -> {
                    List<Remark> reasons =
                            new ArrayList<>(OrganRules.target(organ, parent, tree, "organ.refused.move-target"));
                    if (!oversight.mayAdminister(parent)) {
                        reasons.add(Remark.of("organ.refused.not-allowed-there"));
                    }
                    return reasons;
                },
                organ -> table.move(organ, existing(parent)));
    }

    /** Another organ takes over the duties from {@code on}; this one works no more. */
    @Transactional
    public OrganResult merge(OrganId id, int version, OrganId into, LocalDate on) {
        return change(
                id,
                version,
                "organ.merged",
                (organ, tree) -> concat(
                        OrganRules.target(organ, into, tree, "organ.refused.merge-target"),
                        OrganRules.closing(organ, tree),
                        OrganRules.from(on, nameSince(organ), today())),
                organ -> {
                    table.close(id, on, into);
                    events.publishEvent(new OrganClosed(id, into, on));
                });
    }

    /** Ends an organ without a successor. */
    @Transactional
    public OrganResult close(OrganId id, int version, LocalDate on) {
        return change(
                id,
                version,
                "organ.closed",
                (organ, tree) ->
                        concat(OrganRules.closing(organ, tree), OrganRules.from(on, nameSince(organ), today())),
                organ -> {
                    table.close(id, on, null);
                    events.publishEvent(new OrganClosed(id, null, on));
                });
    }

    /** Changes how an organ can be reached; its disclosure office may do that too. */
    @Transactional
    public OrganResult changeContact(OrganId id, int version, Contact typed) {
        Contact contact = tidied(typed);
        return change(
                id,
                version,
                "organ.contact-changed",
                oversight.mayKeepContact(id),
                (organ, tree) -> OrganRules.reachable(contact),
                organ -> {
                    if (!contact.equals(organ.contact())) {
                        table.reach(id, contact, clock.instant());
                        events.publishEvent(new OrganContactChanged(id, organ.contact(), contact, clock.instant()));
                    }
                });
    }

    /**
     * Adds a region for the program itself.
     *
     * @throws IllegalArgumentException with every reason when it is refused
     */
    @Transactional
    public void addRegion(Region region) {
        snapshot.changing();
        List<Remark> reasons = RegionRegister.reasonsAgainst(region, snapshot.tree());
        if (!reasons.isEmpty()) {
            throw new IllegalArgumentException(region + " cannot be added: " + reasons);
        }
        table.insertRegion(region);
        audit.record("region.added", "organ.region:" + region.code(), null, region.toString());
    }

    private OrganResult change(
            OrganId id,
            int version,
            String action,
            BiFunction<Organ, OrganTree, List<Remark>> rules,
            Consumer<Organ> change) {
        return change(id, version, action, oversight.mayAdminister(id), rules, change);
    }

    private OrganResult change(
            OrganId id,
            int version,
            String action,
            boolean allowed,
            BiFunction<Organ, OrganTree, List<Remark>> rules,
            Consumer<Organ> change) {
        snapshot.changing();
        OrganTree tree = snapshot.tree();
        Organ organ = tree.find(id);
        if (organ == null) {
            return refused("organ.refused.unknown");
        }
        if (!allowed) {
            return refused("organ.refused.not-allowed");
        }
        List<Remark> reasons = new ArrayList<>();
        if (organ.version() != version) {
            reasons.add(Remark.of("organ.refused.version"));
        }
        if (!organ.open()) {
            reasons.add(Remark.of("organ.refused.closed"));
        } else {
            reasons.addAll(rules.apply(organ, tree));
        }
        if (!reasons.isEmpty()) {
            return new OrganResult.Refused(reasons);
        }
        change.accept(organ);
        Organ after = existing(id);
        audit.record(action, subject(id), organ.toString(), after.toString());
        return new OrganResult.Changed(id, OrganRules.warnings(after.name(), after.code(), id, tree));
    }

    private Organ existing(OrganId id) {
        Organ organ = snapshot.tree().find(id);
        if (organ == null) {
            throw new IllegalStateException("organ " + id.value() + " is gone");
        }
        return organ;
    }

    private LocalDate nameSince(Organ organ) {
        List<OrganHistory.Name> names = table.names(organ.id());
        return names.isEmpty() ? organ.openedOn() : names.get(names.size() - 1).from();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static Founding tidied(Founding f) {
        return new Founding(
                f.parent(),
                f.regionCode(),
                f.kind(),
                OrganCode.normal(f.code()),
                f.name().strip(),
                shortName(f.name().strip(), f.shortName().strip()),
                f.nameEn(),
                f.position(),
                f.openedOn(),
                tidied(f.contact()));
    }

    private static Contact tidied(Contact c) {
        return new Contact(
                c.address().strip(),
                c.postCode().strip(),
                c.phone().strip(),
                c.fax().strip(),
                c.email().strip(),
                c.officeHours().strip());
    }

    private static String shortName(String name, String shortName) {
        return shortName.isEmpty() ? name : shortName;
    }

    private static OrganResult refused(String key) {
        return new OrganResult.Refused(List.of(Remark.of(key)));
    }

    private static String subject(OrganId id) {
        return "organ.organ:" + id.value();
    }

    @SafeVarargs
    private static List<Remark> concat(List<Remark>... reasons) {
        return Stream.of(reasons).flatMap(List::stream).toList();
    }
}
