package org.yangguang.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yangguang.audit.AuditTrail;
import org.yangguang.catalogue.internal.CatalogueSnapshot;
import org.yangguang.catalogue.internal.CatalogueSnapshots;
import org.yangguang.catalogue.internal.CatalogueTable;

/**
 * Adds columns and terms on behalf of the program itself, when a site is set up; every change is in the audit chain. Officers
 * change the catalogue through {@link ColumnEditing}. The five heads and the Article 20 columns are there from the first start.
 */
@Service
public class CatalogueRegister {

    private final CatalogueTable table;
    private final CatalogueSnapshots snapshots;
    private final AuditTrail audit;

    CatalogueRegister(CatalogueTable table, CatalogueSnapshots snapshots, AuditTrail audit) {
        this.table = table;
        this.snapshots = snapshots;
        this.audit = audit;
    }

    /** @throws IllegalArgumentException when the code is taken or the parent does not exist */
    @Transactional
    public ColumnId addColumn(
            ColumnId parent,
            String code,
            String name,
            @Nullable String nameEn,
            Column.Type type,
            @Nullable Integer intervalDays,
            String description) {
        CatalogueSnapshot now = table.lock();
        Column above = now.byId().get(parent);
        if (above == null) {
            throw new IllegalArgumentException("There is no column " + parent.value() + " to hang " + code + " under.");
        }
        if (now.byCode().containsKey(code)) {
            throw new IllegalArgumentException("The column code " + code + " is taken.");
        }
        return insert(new Column(
                new ColumnId(0),
                parent,
                above.path(),
                code,
                name,
                nameEn,
                above.head(),
                type,
                above.article20(),
                above.article21(),
                intervalDays,
                description,
                List.of(),
                now.nextPosition(parent),
                false,
                null));
    }

    /** Writes a checked column; {@code path} of the draft is that of its parent. */
    ColumnId insert(Column draft) {
        ColumnId id = table.insert(draft, draft.path());
        snapshots.changed();
        audit.record("column.added", "catalogue.catalogue_column:" + id.value(), null, draft.toString());
        return id;
    }

    /** @throws IllegalArgumentException when the vocabulary has a term with this code */
    @Transactional
    public void addTerm(Vocabulary vocabulary, Term term) {
        if (table.lock().term(vocabulary, term.code()) != null) {
            throw new IllegalArgumentException("The term " + term.code() + " is there already.");
        }
        table.insertTerm(vocabulary, term);
        snapshots.changed();
        audit.record("term.added", "catalogue.term:" + vocabulary + "/" + term.code(), null, term.toString());
    }
}
