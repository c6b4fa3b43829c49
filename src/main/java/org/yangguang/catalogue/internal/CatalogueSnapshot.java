package org.yangguang.catalogue.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yangguang.catalogue.Column;
import org.yangguang.catalogue.ColumnId;
import org.yangguang.catalogue.Term;
import org.yangguang.catalogue.Vocabulary;

/** The catalogue as it was at one version. */
public record CatalogueSnapshot(
        long version,
        List<Column> columns,
        Map<ColumnId, Column> byId,
        Map<String, Column> byCode,
        Map<ColumnId, ColumnId> successors,
        Map<ColumnId, Integer> versions,
        Map<Vocabulary, List<Term>> termsInUse,
        Map<Vocabulary, Map<String, Term>> allTerms) {

    static CatalogueSnapshot of(
            long version,
            List<Column> all,
            Map<ColumnId, ColumnId> successors,
            Map<ColumnId, Integer> versions,
            List<TermRow> terms) {
        Map<Vocabulary, List<Term>> inUse = new HashMap<>();
        Map<Vocabulary, Map<String, Term>> every = new HashMap<>();
        for (TermRow row : terms) {
            every.computeIfAbsent(row.vocabulary(), key -> new HashMap<>())
                    .put(row.term().code(), row.term());
            if (!row.retired()) {
                inUse.computeIfAbsent(row.vocabulary(), key -> new ArrayList<>())
                        .add(row.term());
            }
        }
        return new CatalogueSnapshot(
                version,
                treeOrder(all.stream().filter(Column::inUse).toList()),
                all.stream().collect(Collectors.toUnmodifiableMap(Column::id, Function.identity())),
                all.stream().collect(Collectors.toUnmodifiableMap(Column::code, Function.identity())),
                Map.copyOf(successors),
                Map.copyOf(versions),
                inUse,
                every);
    }

    private static List<Column> treeOrder(List<Column> columns) {
        Map<ColumnId, List<Column>> below =
                columns.stream().filter(each -> each.parent() != null).collect(Collectors.groupingBy(Column::parent));
        List<Column> ordered = new ArrayList<>(columns.size());
        columns.stream().filter(each -> each.parent() == null).sorted(ORDER).forEach(root -> add(root, below, ordered));
        return List.copyOf(ordered);
    }

    private static void add(Column column, Map<ColumnId, List<Column>> below, List<Column> into) {
        into.add(column);
        below.getOrDefault(column.id(), List.of()).stream().sorted(ORDER).forEach(child -> add(child, below, into));
    }

    private static final Comparator<Column> ORDER = Comparator.comparingInt(Column::position)
            .thenComparingLong(column -> column.id().value());

    /** A column that is certain to be there. */
    public Column required(ColumnId id) {
        return Objects.requireNonNull(byId.get(id));
    }

    public Set<ColumnId> subtree(ColumnId root) {
        Column top = byId.get(root);
        if (top == null) {
            return Set.of();
        }
        return columns.stream()
                .filter(each -> each.path().startsWith(top.path()))
                .map(Column::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The position after the last column in use below {@code parent}. */
    public int nextPosition(@Nullable ColumnId parent) {
        return columns.stream()
                        .filter(each -> Objects.equals(parent, each.parent()))
                        .mapToInt(Column::position)
                        .max()
                        .orElse(0)
                + 1;
    }

    public List<Term> terms(Vocabulary vocabulary) {
        return termsInUse.getOrDefault(vocabulary, List.of());
    }

    public @Nullable Term term(Vocabulary vocabulary, String code) {
        return allTerms.getOrDefault(vocabulary, Map.of()).get(code);
    }

    /** A term as it is stored. */
    public record TermRow(Vocabulary vocabulary, Term term, boolean retired) {}
}
