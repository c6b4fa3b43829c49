package org.yangguang.catalogue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yangguang.account.Officer;
import org.yangguang.audit.AuditTrail;
import org.yangguang.catalogue.internal.CatalogueSnapshot;
import org.yangguang.catalogue.internal.CatalogueSnapshots;
import org.yangguang.catalogue.internal.CatalogueTable;
import org.yangguang.catalogue.internal.ColumnRules;
import org.yangguang.catalogue.internal.TextRules;

/** Changes the vocabularies on behalf of an officer; a term is never deleted, because old items carry it. */
@Service
public class VocabularyEditing {

    private static final int LONGEST = 60;

    private final CatalogueTable table;
    private final CatalogueSnapshots snapshots;
    private final CatalogueAuthority authority;
    private final AuditTrail audit;
    private final Clock clock;

    VocabularyEditing(
            CatalogueTable table,
            CatalogueSnapshots snapshots,
            CatalogueAuthority authority,
            AuditTrail audit,
            Clock clock) {
        this.table = table;
        this.snapshots = snapshots;
        this.authority = authority;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public CatalogueOutcome<Term> add(Officer officer, Vocabulary vocabulary, Term typed) {
        CatalogueSnapshot now = table.lock();
        Term term = tidy(typed);
        List<Reason> reasons = refusals(officer, term);
        if (!ColumnRules.CODE.matcher(term.code()).matches() || term.code().length() > LONGEST) {
            reasons.add(new Reason("catalogue.column.refused.code", LONGEST));
        } else if (now.term(vocabulary, term.code()) != null) {
            reasons.add(new Reason("catalogue.term.refused.taken", term.code()));
        }
        if (!reasons.isEmpty()) {
            return new CatalogueOutcome.Refused<>(reasons);
        }
        table.insertTerm(vocabulary, term);
        return done("term.added", vocabulary, null, term);
    }

    /** Changes names and position; the code stays. */
    @Transactional
    public CatalogueOutcome<Term> change(Officer officer, Vocabulary vocabulary, Term typed) {
        CatalogueSnapshot now = table.lock();
        Term term = tidy(typed);
        List<Reason> reasons = refusals(officer, term);
        Term before = now.term(vocabulary, term.code());
        if (before == null) {
            reasons.add(new Reason("catalogue.term.refused.unknown", term.code()));
        }
        if (!reasons.isEmpty()) {
            return new CatalogueOutcome.Refused<>(reasons);
        }
        table.updateTerm(vocabulary, term);
        return done("term.changed", vocabulary, before, term);
    }

    /** Takes a term out of use: it is no longer offered, and stays on what carries it. */
    @Transactional
    public CatalogueOutcome<Term> retire(Officer officer, Vocabulary vocabulary, String code) {
        return use(officer, vocabulary, code, LocalDate.now(clock), "term.retired");
    }

    @Transactional
    public CatalogueOutcome<Term> restore(Officer officer, Vocabulary vocabulary, String code) {
        return use(officer, vocabulary, code, null, "term.restored");
    }

    private CatalogueOutcome<Term> use(
            Officer officer, Vocabulary vocabulary, String code, @Nullable LocalDate retiredOn, String action) {
        CatalogueSnapshot now = table.lock();
        List<Reason> reasons = authority.refusals(officer);
        Term term = now.term(vocabulary, code);
        if (term == null) {
            reasons.add(new Reason("catalogue.term.refused.unknown", code));
        }
        if (!reasons.isEmpty() || term == null) {
            return new CatalogueOutcome.Refused<>(reasons);
        }
        table.retireTerm(vocabulary, code, retiredOn);
        return done(action, vocabulary, term, term);
    }

    private CatalogueOutcome<Term> done(String action, Vocabulary vocabulary, @Nullable Term before, Term after) {
        snapshots.changed();
        audit.record(
                action,
                "catalogue.term:" + vocabulary + "/" + after.code(),
                before == null ? null : before.toString(),
                after.toString());
        return new CatalogueOutcome.Done<>(after);
    }

    private List<Reason> refusals(Officer officer, Term term) {
        List<Reason> reasons = new ArrayList<>(authority.refusals(officer));
        if (term.name().isEmpty()) {
            reasons.add(new Reason("catalogue.column.refused.noName"));
        }
        TextRules.limit(reasons, "catalogue.column.name", term.name(), LONGEST);
        TextRules.limit(reasons, "catalogue.column.nameEn", Objects.requireNonNullElse(term.nameEn(), ""), 120);
        return reasons;
    }

    private static Term tidy(Term typed) {
        String english = typed.nameEn() == null ? "" : TextRules.line(typed.nameEn());
        return new Term(
                typed.code().strip(),
                TextRules.line(typed.name()),
                english.isEmpty() ? null : english,
                typed.position());
    }
}
