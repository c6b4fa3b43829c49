package org.yangguang.engagement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yangguang.account.Officer;
import org.yangguang.account.Permissions;
import org.yangguang.account.Role;
import org.yangguang.audit.AuditTrail;
import org.yangguang.calendar.WorkingCalendar;
import org.yangguang.disclosure.Attachment;
import org.yangguang.disclosure.AudienceScope;
import org.yangguang.disclosure.Drafts;
import org.yangguang.disclosure.Edition;
import org.yangguang.disclosure.EditionContents;
import org.yangguang.disclosure.EditionPublished;
import org.yangguang.disclosure.Editions;
import org.yangguang.disclosure.ItemId;
import org.yangguang.disclosure.VisibilityGate;
import org.yangguang.engagement.internal.InterpretationTable;
import org.yangguang.engagement.internal.InterpretationTable.Task;
import org.yangguang.file.FileKind;
import org.yangguang.organ.OrganId;

/**
 * Interpretations of policies. Each is an item, reviewed and published like any other, with a link to the item that it explains; the link is seen
 * by whoever may see both. A normative document that goes public raises a task: it is to be interpreted within
 * {@link EngagementRules#interpretationDays()} working days of its publication.
 */
@Service
public class Interpretations {

    private static final Role[] WORK = {Role.HANDLER, Role.DISCLOSURE_OFFICE, Role.DISTRICT_OFFICE};
    private static final Pattern ADDRESS =
            Pattern.compile("(https?://[^\\s<>\"']{1,280}|/(?!/)[^\\s<>\"'\\\\]{1,280})?");
    private static final int SHORTEST_REASON = 4;
    private static final int LONGEST_TITLE = 90;

    private final InterpretationTable table;
    private final Editions editions;
    private final Drafts drafts;
    private final VisibilityGate gate;
    private final Permissions permissions;
    private final WorkingCalendar calendar;
    private final EngagementRules rules;
    private final AuditTrail audit;
    private final Clock clock;

    Interpretations(
            InterpretationTable table,
            Editions editions,
            Drafts drafts,
            VisibilityGate gate,
            Permissions permissions,
            WorkingCalendar calendar,
            EngagementRules rules,
            AuditTrail audit,
            Clock clock) {
        this.table = table;
        this.editions = editions;
        this.drafts = drafts;
        this.gate = gate;
        this.permissions = permissions;
        this.calendar = calendar;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    /** Raises the task for a normative document and notes that an interpretation is out; told twice it does the same once. */
    @ApplicationModuleListener
    void on(EditionPublished event) {
        LocalDate on = event.at().atZone(clock.getZone()).toLocalDate();
        editions.find(event.edition())
                .filter(edition -> edition.number() == 1
                        && edition.content().normative()
                        && edition.content().scope() == AudienceScope.PUBLIC
                        && table.find(event.item()).isEmpty())
                .filter(edition -> table.raise(event.item(), event.organ(), on))
                .ifPresent(edition ->
                        audit.record("system", "interpretation.asked", subject(event.item()), null, on.toString()));
        table.find(event.item()).ifPresent(link -> {
            table.published(link.item(), on);
            table.done(link.explains(), on);
        });
    }

    /** Begins the draft of an interpretation; what comes of it is the id of its edition. */
    @Transactional
    public Outcome<Long> begin(Officer officer, ItemId explains, Interpretation.Form form) {
        Optional<Edition> explained = editions.current(explains, gate.reader());
        if (explained.isEmpty()) {
            return Outcome.refused(Reason.at("explains", "engagement.interpretation.refused.explained"));
        }
        String title = explained.get().content().title();
        String cut = title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) + "…" : title;
        org.yangguang.disclosure.Outcome begun = drafts.start(
                officer, officer.organ(), EditionContents.titled("《" + cut + "》政策解读", LocalDate.now(clock)));
        if (!(begun instanceof org.yangguang.disclosure.Outcome.Done draft)) {
            return Outcome.refused(Reason.of("engagement.affair.refused.role", Set.of(Role.HANDLER)));
        }
        link(officer, new Interpretation(draft.item(), explains, officer.organ(), form, "", null, null));
        return new Outcome.Done<>(draft.edition().value());
    }

    /** Links two items that stand on the site. */
    @Transactional
    public Outcome<Interpretation> link(
            Officer officer, ItemId item, ItemId explains, Interpretation.Form form, String recording) {
        Edition interpreting = editions.current(item, gate.reader()).orElse(null);
        List<Reason> reasons = new ArrayList<>();
        if (interpreting == null) {
            reasons.add(Reason.at("item", "engagement.interpretation.refused.item"));
        } else if (!permissions.organsWith(officer, WORK).contains(interpreting.organ())) {
            reasons.add(Reason.at("item", "engagement.affair.refused.role", Set.of(WORK)));
        }
        if (editions.current(explains, gate.reader()).isEmpty()) {
            reasons.add(Reason.at("explains", "engagement.interpretation.refused.explained"));
        }
        if (item.equals(explains)) {
            reasons.add(Reason.at("explains", "engagement.interpretation.refused.itself"));
        }
        if (!ADDRESS.matcher(recording.strip()).matches()
                || form == Interpretation.Form.VIDEO && recording.isBlank() && !hasFilm(interpreting)) {
            reasons.add(Reason.at("recording", "engagement.interpretation.refused.recording"));
        }
        if (!reasons.isEmpty() || interpreting == null || interpreting.publishedAt() == null) {
            return new Outcome.Refused<>(List.copyOf(reasons));
        }
        LocalDate on = interpreting.publishedAt().atZone(clock.getZone()).toLocalDate();
        Interpretation link =
                new Interpretation(item, explains, interpreting.organ(), form, recording.strip(), null, on);
        if (!link(officer, link)) {
            return Outcome.refused(Reason.at("item", "engagement.interpretation.refused.linked"));
        }
        table.done(explains, on);
        return new Outcome.Done<>(link);
    }

    private static boolean hasFilm(@Nullable Edition edition) {
        return edition != null
                && edition.attachments().stream()
                        .map(Attachment::publicCopy)
                        .filter(Objects::nonNull)
                        .anyMatch(FileKind.VIDEO::fits);
    }

    private boolean link(Officer officer, Interpretation link) {
        boolean linked = table.insert(link, officer.name(), clock.instant());
        if (linked) {
            audit.record(officer.login(), "interpretation.linked", subject(link.item()), null, link.toString());
        }
        return linked;
    }

    @Transactional
    public Outcome<Interpretation> unlink(Officer officer, ItemId item) {
        Optional<Interpretation> link = table.find(item)
                .filter(each -> permissions.organsWith(officer, WORK).contains(each.organ()));
        if (link.isEmpty()) {
            return Outcome.refused(Reason.of("engagement.affair.refused.unknown"));
        }
        table.delete(item);
        audit.record(
                officer.login(),
                "interpretation.unlinked",
                subject(item),
                link.get().toString(),
                null);
        return new Outcome.Done<>(link.get());
    }

    /** Settles that a document needs no interpretation. */
    @Transactional
    public Outcome<Task> drop(Officer officer, ItemId item, String why) {
        Optional<Task> task = table.task(item).filter(each -> permissions
                .organsWith(officer, Role.DISCLOSURE_OFFICE, Role.DISTRICT_OFFICE)
                .contains(each.organ()));
        if (task.isEmpty()) {
            return Outcome.refused(Reason.of("engagement.affair.refused.unknown"));
        }
        if (why.strip().length() < SHORTEST_REASON) {
            return Outcome.refused(Reason.at("why", "engagement.refused.note"));
        }
        if (!table.drop(item, why.strip(), officer.name())) {
            return Outcome.refused(Reason.of("engagement.affair.refused.settled"));
        }
        audit.record(officer.login(), "interpretation.dropped", subject(item), null, why);
        return new Outcome.Done<>(task.get());
    }

    /** The last day on which the interpretation is in time. */
    public LocalDate due(Task task) {
        return calendar.deadline(task.publishedOn(), rules.interpretationDays()).date();
    }

    /** Open tasks of these organs with their last days, the oldest first. */
    public Map<Task, LocalDate> tasks(Set<OrganId> organs) {
        Map<Task, LocalDate> tasks = new java.util.LinkedHashMap<>();
        table.tasks(organs).forEach(task -> tasks.put(task, due(task)));
        return tasks;
    }

    /** Organs for whose interpretations the officer works. */
    public Set<OrganId> organsOf(Officer officer) {
        return permissions.organsWith(officer, WORK);
    }

    private static String subject(ItemId item) {
        return "disclosure.item:" + item.value();
    }
}
