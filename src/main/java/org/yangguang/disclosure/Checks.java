package org.yangguang.disclosure;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yangguang.account.Officer;
import org.yangguang.account.Permissions;
import org.yangguang.account.Role;
import org.yangguang.audit.AuditTrail;
import org.yangguang.disclosure.internal.CleanText;
import org.yangguang.disclosure.internal.EditionLinks;
import org.yangguang.disclosure.internal.EditionTable;
import org.yangguang.disclosure.internal.FindingTable;
import org.yangguang.disclosure.internal.Inspection;
import org.yangguang.disclosure.internal.Replacing;

/**
 * The check before review: personal data (Article 15 of the 2019 Regulations), words that are wrong everywhere, images without words,
 * links that lead nowhere, scans that cannot be read. A binding finding keeps a draft from being submitted until it is masked, corrected, or
 * an officer says why it may stay; the reason is shown to those who review.
 */
@Service
public class Checks {

    public static final int SHORTEST_REASON = 4;
    public static final int LONGEST_REASON = 500;
    public static final int LONGEST_DESCRIPTION = 200;

    private final EditionTable editions;
    private final FindingTable table;
    private final Inspection inspection;
    private final Replacing replacing;
    private final EditionLinks links;
    private final Drafts drafts;
    private final Permissions permissions;
    private final AuditTrail audit;
    private final Clock clock;

    Checks(
            EditionTable editions,
            FindingTable table,
            Inspection inspection,
            Replacing replacing,
            EditionLinks links,
            Drafts drafts,
            Permissions permissions,
            AuditTrail audit,
            Clock clock) {
        this.editions = editions;
        this.table = table;
        this.inspection = inspection;
        this.replacing = replacing;
        this.links = links;
        this.drafts = drafts;
        this.permissions = permissions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Everything found in the edition as it is saved, the binding first. */
    public List<Finding> of(Edition edition) {
        return inspection.of(edition);
    }

    /** Lets a finding stay. */
    @Transactional
    public Outcome override(Officer officer, EditionId id, String fingerprint, String reason) {
        Edition edition = editions.lock(id).orElse(null);
        List<Reason> refused = refusals(officer, edition);
        String words = CleanText.lines(reason);
        if (words.length() < SHORTEST_REASON) {
            refused.add(Reason.of("disclosure.finding.refused.reason", SHORTEST_REASON));
        } else if (words.length() > LONGEST_REASON) {
            refused.add(Reason.of("disclosure.finding.refused.reasonLong", LONGEST_REASON));
        }
        Optional<Finding> found = edition == null ? Optional.empty() : find(edition, fingerprint);
        if (edition != null && found.isEmpty()) {
            refused.add(Reason.of("disclosure.finding.refused.gone"));
        }
        if (!refused.isEmpty() || edition == null) {
            return new Outcome.Refused(List.copyOf(refused));
        }
        Finding finding = found.orElseThrow();
        if (table.override(edition.id(), finding, officer, words, clock.instant())) {
            audit.record(
                    "finding.overridden",
                    "disclosure.edition:" + edition.id().value(),
                    fingerprint + " " + finding.kind() + " " + finding.shown(),
                    fingerprint + " " + words);
        }
        return new Outcome.Done(edition.item(), edition.id(), edition.state(), edition.version());
    }

    /**
     * Puts the mask or the suggested word in the place of a finding, wherever it stands in the text.
     *
     * @param version version of the draft that the officer had before them
     */
    @Transactional
    public Outcome replace(Officer officer, EditionId id, int version, String fingerprint) {
        Edition edition = editions.lock(id).orElse(null);
        List<Reason> refused = refusals(officer, edition);
        Optional<Finding> found = edition == null ? Optional.empty() : find(edition, fingerprint);
        if (edition != null && (found.isEmpty() || !found.get().replaceable())) {
            refused.add(Reason.of("disclosure.finding.refused.gone"));
        }
        if (!refused.isEmpty() || edition == null) {
            return new Outcome.Refused(List.copyOf(refused));
        }
        return drafts.save(officer, id, version, replacing.in(edition.content(), found.orElseThrow()));
    }

    /** Gives an image of the text words for those who cannot see it. */
    @Transactional
    public Outcome describe(Officer officer, EditionId id, int version, String fingerprint, String words) {
        Edition edition = editions.lock(id).orElse(null);
        List<Reason> refused = refusals(officer, edition);
        String clean = CleanText.line(words);
        if (clean.isEmpty() || clean.length() > LONGEST_DESCRIPTION) {
            refused.add(Reason.of("disclosure.finding.refused.description", LONGEST_DESCRIPTION));
        }
        Optional<Finding> found = edition == null ? Optional.empty() : find(edition, fingerprint);
        if (edition != null && (found.isEmpty() || !found.get().describable())) {
            refused.add(Reason.of("disclosure.finding.refused.gone"));
        }
        if (!refused.isEmpty() || edition == null) {
            return new Outcome.Refused(List.copyOf(refused));
        }
        return drafts.save(officer, id, version, replacing.described(edition.content(), found.orElseThrow(), clean));
    }

    /** Has the draft's links to other sites looked at anew. */
    @Transactional
    public Outcome lookAtLinks(Officer officer, EditionId id) {
        Edition edition = editions.lock(id).orElse(null);
        List<Reason> refused = refusals(officer, edition);
        if (!refused.isEmpty() || edition == null) {
            return new Outcome.Refused(List.copyOf(refused));
        }
        links.again(id);
        return new Outcome.Done(edition.item(), id, edition.state(), edition.version());
    }

    private Optional<Finding> find(Edition edition, String fingerprint) {
        return of(edition).stream()
                .filter(each -> each.fingerprint().equals(fingerprint))
                .findFirst();
    }

    private List<Reason> refusals(Officer officer, @org.jspecify.annotations.Nullable Edition edition) {
        List<Reason> refused = new ArrayList<>();
        if (edition == null) {
            refused.add(Reason.of("disclosure.refused.unknown"));
            return refused;
        }
        if (!permissions.holds(officer, Role.HANDLER, edition.organ())) {
            refused.add(Reason.of("disclosure.refused.draftRole"));
        }
        if (edition.state() != EditionState.DRAFT) {
            refused.add(Reason.of("disclosure.refused.notDraft", edition.state()));
        }
        return refused;
    }
}
