package org.yangguang.catalogue;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.yangguang.catalogue.internal.CatalogueSnapshots;

/**
 * The columns and vocabularies. Kept in memory: a change on this node is seen as soon as it is committed (and at once inside the
 * transaction that makes it), a change on another node within a second.
 */
@Service
public class Catalogue {

    private static final int LONGEST_SUCCESSION = 20;

    private final CatalogueSnapshots snapshots;

    Catalogue(CatalogueSnapshots snapshots) {
        this.snapshots = snapshots;
    }

    /** All columns in use in tree order (a parent before its children). */
    public List<Column> columns() {
        return snapshots.now().columns();
    }

    /** The column, also a retired one: ask {@link Column#inUse()} before filing an item in it. */
    public Optional<Column> column(ColumnId id) {
        return Optional.ofNullable(snapshots.now().byId().get(id));
    }

    /** The column, also a retired one. */
    public Optional<Column> columnByCode(String code) {
        return Optional.ofNullable(snapshots.now().byCode().get(code));
    }

    /** Columns in use directly below {@code parent}, in order. */
    public List<Column> children(ColumnId parent) {
        return columns().stream().filter(each -> parent.equals(each.parent())).toList();
    }

    /** Ids of the column and of all in use below it. */
    public Set<ColumnId> subtree(ColumnId root) {
        return snapshots.now().subtree(root);
    }

    /** Where the items of a retired column went; empty for a column in use or retired without a successor. */
    public Optional<Column> successor(ColumnId retired) {
        return Optional.ofNullable(snapshots.now().successors().get(retired)).flatMap(this::column);
    }

    /** Columns that are out of use, by code. */
    public List<Column> retired() {
        return snapshots.now().byId().values().stream()
                .filter(each -> !each.inUse())
                .sorted(Comparator.comparing(Column::code))
                .toList();
    }

    /** Rises with every change of the column; an editor names the version that was changed. */
    public int version(ColumnId id) {
        return snapshots.now().versions().getOrDefault(id, 0);
    }

    /** Where what was filed in this column is found now: the column itself, or the one that took over when it was closed. */
    public Optional<Column> home(ColumnId filed) {
        Optional<Column> column = column(filed);
        for (int step = 0; step < LONGEST_SUCCESSION; step++) {
            Optional<Column> next = column.filter(each -> !each.inUse()).flatMap(each -> successor(each.id()));
            if (next.isEmpty()) {
                return column;
            }
            column = next;
        }
        return column;
    }

    /** Terms in use, in order. */
    public List<Term> terms(Vocabulary vocabulary) {
        return snapshots.now().terms(vocabulary);
    }

    /** Terms that are out of use, in order. */
    public List<Term> retiredTerms(Vocabulary vocabulary) {
        List<Term> inUse = terms(vocabulary);
        return snapshots.now().allTerms().getOrDefault(vocabulary, Map.of()).values().stream()
                .filter(each -> !inUse.contains(each))
                .sorted(Comparator.comparingInt(Term::position).thenComparing(Term::code))
                .toList();
    }

    /** The term, also a retired one. */
    public Optional<Term> term(Vocabulary vocabulary, String code) {
        return Optional.ofNullable(snapshots.now().term(vocabulary, code));
    }
}
