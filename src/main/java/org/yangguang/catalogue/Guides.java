package org.yangguang.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yangguang.account.Officer;
import org.yangguang.audit.AuditTrail;
import org.yangguang.catalogue.internal.GuideTable;
import org.yangguang.catalogue.internal.TextRules;
import org.yangguang.organ.Organ;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.Organs;

/**
 * The guide of each organ (Article 12 of the 2019 Regulations, Article 19 of the 2007 Regulations): prepared as a draft, published
 * as editions that never change. An edition freezes the contact block of its organ; once that changes, the guide is stale.
 */
@Service
public class Guides {

    private final GuideTable table;
    private final Organs organs;
    private final CatalogueAuthority authority;
    private final AuditTrail audit;

    Guides(GuideTable table, Organs organs, CatalogueAuthority authority, AuditTrail audit) {
        this.table = table;
        this.organs = organs;
        this.authority = authority;
        this.audit = audit;
    }

    /** Where the guide of one organ stands; {@code edition} is null when it has none. */
    public record Standing(
            Organ organ, @Nullable Integer edition, java.time.@Nullable Instant publishedAt, boolean stale) {}

    public Optional<GuideEdition> current(OrganId organ) {
        return table.current(organ);
    }

    public Optional<GuideEdition> edition(OrganId organ, int number) {
        return table.edition(organ, number);
    }

    /** All editions, newest first. */
    public List<GuideEdition> history(OrganId organ) {
        return table.history(organ);
    }

    /** Whether the contact block of the organ changed after this edition was published. */
    public boolean stale(GuideEdition edition) {
        return organs.find(edition.organ())
                .map(organ -> organ.contactChangedAt().isAfter(edition.publishedAt()))
                .orElse(false);
    }

    /** Every open organ in tree order, with its guide. */
    public List<Standing> standings() {
        Map<OrganId, GuideTable.Latest> latest =
                table.latest().stream().collect(Collectors.toMap(GuideTable.Latest::organ, Function.identity()));
        return organs.all().stream()
                .filter(Organ::open)
                .map(organ -> {
                    GuideTable.Latest guide = latest.get(organ.id());
                    return guide == null
                            ? new Standing(organ, null, null, false)
                            : new Standing(
                                    organ,
                                    guide.number(),
                                    guide.publishedAt(),
                                    organ.contactChangedAt().isAfter(guide.publishedAt()));
                })
                .toList();
    }

    public Optional<GuideDraft> draft(OrganId organ) {
        return table.draft(organ);
    }

    /** The draft as it would be published now; nothing is kept. */
    public Optional<GuideEdition> preview(OrganId organ, GuideText typed, String by, java.time.Instant now) {
        return organs.find(organ)
                .map(of -> new GuideEdition(organ, nextNumber(organ), of.name(), safe(typed), of.contact(), by, now));
    }

    private int nextNumber(OrganId organ) {
        return table.current(organ).map(GuideEdition::number).orElse(0) + 1;
    }

    /**
     * Keeps what was typed, complete or not.
     *
     * @param version of the draft that was changed; 0 when there was none
     */
    @Transactional
    public CatalogueOutcome<GuideDraft> save(Officer officer, OrganId organ, int version, GuideText typed) {
        table.lock(organ);
        List<Reason> refusals = authority.refusals(officer, organ);
        refusals.addAll(tooLong(typed));
        if (!refusals.isEmpty()) {
            return new CatalogueOutcome.Refused<>(refusals);
        }
        Optional<GuideDraft> kept = table.draft(organ);
        if (kept.isPresent() && kept.get().version() != version) {
            return new CatalogueOutcome.Overtaken<>(kept.get(), kept.get().savedBy());
        }
        GuideDraft saved = table.save(organ, safe(typed), officer.name());
        audit.record(
                "guide.saved",
                "catalogue.guide:" + organ.value(),
                null,
                saved.text().toString());
        return new CatalogueOutcome.Done<>(saved);
    }

    /** Publishes a new edition for an officer, who answers for it; refuses with everything that Article 12 misses in it. */
    @Transactional
    public CatalogueOutcome<GuideEdition> publishGuide(Officer officer, OrganId organ, GuideText typed) {
        return publish(authority.refusals(officer, organ), officer.login(), officer.name(), organ, typed);
    }

    /** As above for a program, such as the set-up of a site; {@code actor} is its label in the audit chain and on the edition. */
    @Transactional
    public CatalogueOutcome<GuideEdition> publishGuide(String actor, OrganId organ, GuideText typed) {
        return publish(authority.refusals(organ), actor, actor, organ, typed);
    }

    private CatalogueOutcome<GuideEdition> publish(
            List<Reason> refusals, String actor, String name, OrganId id, GuideText typed) {
        table.lock(id);
        List<Reason> reasons = new ArrayList<>(refusals);
        Optional<Organ> organ = organs.find(id);
        GuideText text = safe(typed);
        reasons.addAll(tooLong(typed));
        organ.ifPresent(of -> reasons.addAll(missing(text, of)));
        Optional<GuideEdition> current = table.current(id);
        if (organ.isPresent()
                && current.isPresent()
                && current.get().text().equals(text)
                && current.get().contact().equals(organ.get().contact())
                && current.get().organName().equals(organ.get().name())
                && !stale(current.get())) {
            reasons.add(new Reason("catalogue.guide.refused.same", current.get().number()));
        }
        if (!reasons.isEmpty() || organ.isEmpty()) {
            return new CatalogueOutcome.Refused<>(reasons);
        }
        GuideEdition published = table.publish(organ.get(), text, name);
        table.dropDraft(id);
        audit.record(
                actor,
                "guide.published",
                "catalogue.guide:" + id.value() + "/" + published.number(),
                current.map(GuideEdition::toString).orElse(null),
                published.toString());
        return new CatalogueOutcome.Done<>(published);
    }

    /** Everything that Article 12 requires and this guide would not say. */
    public List<Reason> missing(GuideText text, Organ organ) {
        List<Reason> missing = new ArrayList<>();
        require(missing, text.officeName(), "officeName");
        require(missing, text.classification(), "classification");
        require(missing, text.arrangement(), "arrangement");
        require(missing, text.obtaining(), "obtaining");
        require(missing, organ.contact().address(), "address");
        require(missing, organ.contact().officeHours(), "officeHours");
        require(missing, organ.contact().phone(), "phone");
        require(missing, organ.contact().fax(), "fax");
        require(missing, organ.contact().email(), "email");
        return missing;
    }

    private static void require(List<Reason> missing, String content, String section) {
        if (TextRules.empty(content)) {
            missing.add(new Reason("catalogue.guide.missing." + section));
        }
    }

    private static List<Reason> tooLong(GuideText typed) {
        List<Reason> reasons = new ArrayList<>();
        TextRules.limit(reasons, "catalogue.guide.officeName", typed.officeName(), TextRules.LINE);
        TextRules.limit(reasons, "catalogue.guide.classification", typed.classification(), TextRules.BODY);
        TextRules.limit(reasons, "catalogue.guide.arrangement", typed.arrangement(), TextRules.BODY);
        TextRules.limit(reasons, "catalogue.guide.obtaining", typed.obtaining(), TextRules.BODY);
        TextRules.limit(reasons, "catalogue.guide.onRequest", typed.onRequest(), TextRules.BODY);
        TextRules.limit(reasons, "catalogue.guide.remedies", typed.remedies(), TextRules.BODY);
        return reasons;
    }

    private static GuideText safe(GuideText typed) {
        return new GuideText(
                TextRules.line(typed.officeName()),
                TextRules.html(typed.classification()),
                TextRules.html(typed.arrangement()),
                TextRules.html(typed.obtaining()),
                TextRules.html(typed.onRequest()),
                TextRules.html(typed.remedies()));
    }
}
