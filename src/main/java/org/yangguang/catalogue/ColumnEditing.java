package org.yangguang.catalogue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yangguang.account.Officer;
import org.yangguang.audit.AuditTrail;
import org.yangguang.catalogue.internal.Article21;
import org.yangguang.catalogue.internal.CatalogueSnapshot;
import org.yangguang.catalogue.internal.CatalogueSnapshots;
import org.yangguang.catalogue.internal.CatalogueTable;
import org.yangguang.catalogue.internal.ColumnRules;

/**
 * Changes the columns on behalf of an officer. Changes happen one after the other over all nodes; each is in the audit chain. The
 * five heads can be neither moved nor closed, the columns of the fifteen items of Article 20 not closed.
 */
@Service
public class ColumnEditing {

    private final CatalogueTable table;
    private final CatalogueSnapshots snapshots;
    private final CatalogueRegister register;
    private final CatalogueAuthority authority;
    private final ObjectProvider<ColumnActivity> activity;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;
    private final Clock clock;

    ColumnEditing(
            CatalogueTable table,
            CatalogueSnapshots snapshots,
            CatalogueRegister register,
            CatalogueAuthority authority,
            ObjectProvider<ColumnActivity> activity,
            ApplicationEventPublisher events,
            AuditTrail audit,
            Clock clock) {
        this.table = table;
        this.snapshots = snapshots;
        this.register = register;
        this.authority = authority;
        this.activity = activity;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** Adds a column of the district's own below {@code parent}. */
    @Transactional
    public CatalogueOutcome<Column> add(Officer officer, ColumnId parent, String code, ColumnDraft typed) {
        CatalogueSnapshot now = table.lock();
        List<Reason> reasons = authority.refusals(officer);
        Column above = now.byId().get(parent);
        ColumnDraft draft = ColumnRules.tidy(typed);
        reasons.addAll(ColumnRules.placement(above));
        reasons.addAll(ColumnRules.code(code, now));
        reasons.addAll(ColumnRules.draft(draft));
        if (!reasons.isEmpty() || above == null) {
            return new CatalogueOutcome.Refused<>(reasons);
        }
        return added(register.insert(ColumnRules.below(above, code, draft, now.nextPosition(parent))));
    }

    /** Adds the columns which Article 21 names for a level of government and which are not there yet. */
    @Transactional
    public CatalogueOutcome<List<Column>> addArticle21(Officer officer, Column.Level level) {
        CatalogueSnapshot now = table.lock();
        List<Reason> reasons = authority.refusals(officer);
        List<Column> wanted = Article21.columns(level, now);
        if (wanted.isEmpty()) {
            reasons.add(new Reason("catalogue.column.refused.article21"));
        }
        if (!reasons.isEmpty()) {
            return new CatalogueOutcome.Refused<>(reasons);
        }
        List<Column> added = new ArrayList<>();
        for (Column each : wanted) {
            ColumnId id = register.insert(each);
            added.add(snapshots.now().required(id));
        }
        return new CatalogueOutcome.Done<>(added);
    }

    /** @param version of the column that was changed */
    @Transactional
    public CatalogueOutcome<Column> change(Officer officer, ColumnId id, int version, ColumnDraft typed) {
        ColumnDraft draft = ColumnRules.tidy(typed);
        CatalogueSnapshot now = table.lock();
        List<Reason> reasons = authority.refusals(officer);
        Column column = now.byId().get(id);
        reasons.addAll(ColumnRules.known(column));
        reasons.addAll(ColumnRules.draft(draft));
        if (!reasons.isEmpty() || column == null) {
            return new CatalogueOutcome.Refused<>(reasons);
        }
        if (now.versions().getOrDefault(id, 0) != version) {
            return new CatalogueOutcome.Overtaken<>(column, "");
        }
        return changed("column.changed", column, () -> table.update(ColumnRules.with(column, draft)));
    }

    /** Moves a column one place up ({@code -1}) or down ({@code 1}) among its siblings; the heads stay. */
    @Transactional
    public CatalogueOutcome<Column> shift(Officer officer, ColumnId id, int by) {
        CatalogueSnapshot now = table.lock();
        List<Reason> reasons = authority.refusals(officer);
        Column column = now.byId().get(id);
        reasons.addAll(ColumnRules.movable(column));
        if (!reasons.isEmpty() || column == null) {
            return new CatalogueOutcome.Refused<>(reasons);
        }
        List<ColumnId> siblings = new ArrayList<>(now.columns().stream()
                .filter(each -> column.parent() != null && column.parent().equals(each.parent()))
                .map(Column::id)
                .toList());
        int from = siblings.indexOf(id);
        int to = from + Integer.signum(by);
        if (to < 0 || to >= siblings.size()) {
            return new CatalogueOutcome.Done<>(column);
        }
        Collections.swap(siblings, from, to);
        return changed("column.shifted", column, () -> table.order(siblings));
    }

    /** Hangs a column with all below it under another one. */
    @Transactional
    public CatalogueOutcome<Column> move(Officer officer, ColumnId id, ColumnId parent) {
        CatalogueSnapshot now = table.lock();
        List<Reason> reasons = authority.refusals(officer);
        Column column = now.byId().get(id);
        Column above = now.byId().get(parent);
        reasons.addAll(ColumnRules.movable(column));
        reasons.addAll(ColumnRules.move(column, above, now));
        if (!reasons.isEmpty() || column == null || above == null) {
            return new CatalogueOutcome.Refused<>(reasons);
        }
        events.publishEvent(new ColumnRehung(id));
        return changed("column.moved", column, () -> table.move(column, above, now.nextPosition(parent)));
    }

    /**
     * Closes a column. What is filed in it goes to {@code successor}; without one a column that holds anything is not closed.
     */
    @Transactional
    public CatalogueOutcome<Column> retire(Officer officer, ColumnId id, @Nullable ColumnId successor) {
        CatalogueSnapshot now = table.lock();
        List<Reason> reasons = authority.refusals(officer);
        Column column = now.byId().get(id);
        Column heir = successor == null ? null : now.byId().get(successor);
        reasons.addAll(ColumnRules.retirement(column, successor, heir, now));
        Optional<ColumnActivity> items = Optional.ofNullable(activity.getIfAvailable());
        long filed = items.map(each -> each.filed(id)).orElse(0L);
        if (items.isEmpty()) {
            reasons.add(new Reason("catalogue.column.refused.unknownItems"));
        } else if (filed > 0 && successor == null) {
            reasons.add(new Reason("catalogue.column.refused.items", filed));
        }
        if (!reasons.isEmpty() || column == null) {
            return new CatalogueOutcome.Refused<>(reasons);
        }
        if (filed > 0 && successor != null) {
            items.orElseThrow().rehome(id, successor);
            events.publishEvent(new ColumnRehung(successor));
        }
        return changed("column.retired", column, () -> table.retire(id, successor, LocalDate.now(clock)));
    }

    /** Takes a closed column back into use; what was moved out of it stays where it is. */
    @Transactional
    public CatalogueOutcome<Column> restore(Officer officer, ColumnId id) {
        CatalogueSnapshot now = table.lock();
        List<Reason> reasons = authority.refusals(officer);
        Column column = now.byId().get(id);
        reasons.addAll(ColumnRules.restoring(column, now));
        if (!reasons.isEmpty() || column == null) {
            return new CatalogueOutcome.Refused<>(reasons);
        }
        return changed("column.restored", column, () -> table.restore(id));
    }

    private CatalogueOutcome<Column> added(ColumnId id) {
        return new CatalogueOutcome.Done<>(snapshots.now().required(id));
    }

    private CatalogueOutcome<Column> changed(String action, Column before, Runnable change) {
        change.run();
        snapshots.changed();
        Column after = snapshots.now().required(before.id());
        audit.record(action, "catalogue.catalogue_column:" + before.id().value(), before.toString(), after.toString());
        return new CatalogueOutcome.Done<>(after);
    }
}
