package org.yangguang.catalogue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yangguang.account.Officer;
import org.yangguang.audit.AuditTrail;
import org.yangguang.catalogue.internal.RuleTable;
import org.yangguang.catalogue.internal.TextRules;
import org.yangguang.organ.OrganId;

/**
 * The rules (政府信息公开制度) by which each organ works (Article 4 of the 2019 Regulations): several per organ, each with editions that
 * never change; a rule that no longer holds is repealed and stays readable.
 */
@Service
public class DisclosureRules {

    private final RuleTable table;
    private final CatalogueAuthority authority;
    private final AuditTrail audit;
    private final Clock clock;

    DisclosureRules(RuleTable table, CatalogueAuthority authority, AuditTrail audit, Clock clock) {
        this.table = table;
        this.authority = authority;
        this.audit = audit;
        this.clock = clock;
    }

    public Optional<Rule> find(long id) {
        return table.find(id);
    }

    /** Everything of an organ, also drafts and repealed rules, oldest first. */
    public List<Rule> of(OrganId organ) {
        return table.of(organ);
    }

    /** Published rules of all organs that hold today. */
    public List<Rule> inForce() {
        return table.all().stream().filter(Rule::inForce).toList();
    }

    /** All editions, newest first. */
    public List<Rule.Edition> history(long id) {
        return table.history(id);
    }

    @Transactional
    public CatalogueOutcome<Rule> create(Officer officer, OrganId organ, Rule.Text typed) {
        List<Reason> reasons = authority.refusals(officer, organ);
        reasons.addAll(tooLong(typed));
        if (!reasons.isEmpty()) {
            return new CatalogueOutcome.Refused<>(reasons);
        }
        long id = table.insert(organ, safe(typed), officer.name());
        return done(officer.login(), "rule.saved", id, null);
    }

    /** Keeps what was typed, complete or not; {@code version} is the one that was changed. */
    @Transactional
    public CatalogueOutcome<Rule> save(Officer officer, long id, int version, Rule.Text typed) {
        return change(officer, id, version, tooLong(typed), rule -> {
            table.saveDraft(id, safe(typed), officer.name());
            return done(officer.login(), "rule.saved", id, rule);
        });
    }

    /** Publishes a new edition; it takes effect at once, and takes a repeal back. */
    @Transactional
    public CatalogueOutcome<Rule> publish(Officer officer, long id, int version, Rule.Text typed) {
        List<Reason> reasons = tooLong(typed);
        reasons.addAll(missing(typed));
        return change(officer, id, version, reasons, rule -> {
            Rule.Text text = safe(typed);
            if (rule.current() != null && rule.current().text().equals(text)) {
                return CatalogueOutcome.refused(
                        new Reason("catalogue.rule.refused.same", rule.current().number()));
            }
            table.publish(id, text, officer.name());
            table.saveDraft(id, null, officer.name());
            return done(officer.login(), "rule.published", id, rule);
        });
    }

    /** Says that a rule no longer holds, from today. */
    @Transactional
    public CatalogueOutcome<Rule> repeal(Officer officer, long id, int version) {
        return change(officer, id, version, new ArrayList<>(), rule -> {
            if (!rule.inForce()) {
                return CatalogueOutcome.refused(new Reason("catalogue.rule.refused.notInForce"));
            }
            table.repeal(id, LocalDate.now(clock), officer.name());
            return done(officer.login(), "rule.repealed", id, rule);
        });
    }

    /** Publishes a new rule for a program, such as the set-up of a site; {@code actor} is its label in the audit chain. */
    @Transactional
    public CatalogueOutcome<Rule> publishRule(String actor, OrganId organ, Rule.Text typed) {
        List<Reason> reasons = authority.refusals(organ);
        reasons.addAll(tooLong(typed));
        reasons.addAll(missing(typed));
        if (!reasons.isEmpty()) {
            return new CatalogueOutcome.Refused<>(reasons);
        }
        Rule.Text text = safe(typed);
        long id = table.insert(organ, text, actor);
        table.publish(id, text, actor);
        table.saveDraft(id, null, actor);
        return done(actor, "rule.published", id, null);
    }

    private interface Change {
        CatalogueOutcome<Rule> to(Rule rule);
    }

    private CatalogueOutcome<Rule> change(Officer officer, long id, int version, List<Reason> found, Change change) {
        Optional<Rule> rule = table.lock(id);
        if (rule.isEmpty()) {
            return CatalogueOutcome.refused(new Reason("catalogue.rule.refused.unknown"));
        }
        List<Reason> reasons =
                new ArrayList<>(authority.refusals(officer, rule.get().organ()));
        reasons.addAll(found);
        if (!reasons.isEmpty()) {
            return new CatalogueOutcome.Refused<>(reasons);
        }
        if (rule.get().version() != version) {
            return new CatalogueOutcome.Overtaken<>(rule.get(), rule.get().savedBy());
        }
        return change.to(rule.get());
    }

    private CatalogueOutcome<Rule> done(
            String actor, String action, long id, @org.jspecify.annotations.Nullable Rule before) {
        Rule after = table.find(id).orElseThrow();
        audit.record(
                actor, action, "catalogue.rule:" + id, before == null ? null : before.toString(), after.toString());
        return new CatalogueOutcome.Done<>(after);
    }

    private static List<Reason> missing(Rule.Text typed) {
        List<Reason> missing = new ArrayList<>();
        if (TextRules.line(typed.title()).isBlank()) {
            missing.add(new Reason("catalogue.rule.missing.title"));
        }
        if (TextRules.empty(typed.bodyHtml())) {
            missing.add(new Reason("catalogue.rule.missing.body"));
        }
        return missing;
    }

    private static List<Reason> tooLong(Rule.Text typed) {
        List<Reason> reasons = new ArrayList<>();
        TextRules.limit(reasons, "catalogue.rule.title", typed.title(), TextRules.LINE);
        TextRules.limit(reasons, "catalogue.rule.body", typed.bodyHtml(), TextRules.BODY);
        return reasons;
    }

    private static Rule.Text safe(Rule.Text typed) {
        return new Rule.Text(TextRules.line(typed.title()), TextRules.html(typed.bodyHtml()));
    }
}
