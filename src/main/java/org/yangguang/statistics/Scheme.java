package org.yangguang.statistics;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A statistical form as it was laid down for some years.
 *
 * @param id short name, {@code 2014}
 * @param basis the document that laid it down
 * @param firstYear the first year of data for which it is used
 * @param lastYear the last year, or a year far away
 * @param claims what prose says of the tables
 * @param fills how figures come about; a cell that is not named is entered
 * @param bounds what figures must be beyond adding up
 * @param numbers which cells need not be whole or may be negative
 */
public record Scheme(
        String id,
        Label name,
        String basis,
        int firstYear,
        int lastYear,
        List<Table> tables,
        List<Relation> relations,
        List<Claim> claims,
        Map<Cell, Fill> fills,
        List<Bound> bounds,
        Numbers numbers) {

    /** What the numbers of cells may be, where they are not plain counts. */
    public record Numbers(Set<Cell> broken, Set<Cell> negative) {
        public Numbers {
            broken = Set.copyOf(broken);
            negative = Set.copyOf(negative);
        }
    }

    public Scheme {
        tables = List.copyOf(tables);
        relations = List.copyOf(relations);
        claims = List.copyOf(claims);
        fills = Map.copyOf(fills);
        bounds = List.copyOf(bounds);
    }

    public Optional<Table> table(String name) {
        return tables.stream().filter(table -> table.id().equals(name)).findFirst();
    }

    public Optional<Row> row(Cell cell) {
        return table(cell.table()).flatMap(table -> table.row(cell.row()));
    }

    /** Every cell with a figure, in the order of the form. */
    public List<Cell> cells() {
        return tables.stream()
                .flatMap(table -> table.rowsWithFigures().stream()
                        .flatMap(row -> row.columns().stream().map(column -> new Cell(table.id(), row.code(), column))))
                .toList();
    }

    public Fill fill(Cell cell) {
        return fills.getOrDefault(cell, Fill.ENTERED);
    }

    public boolean countsWholeThings(Cell cell) {
        return !numbers.broken().contains(cell);
    }

    public boolean mayFall(Cell cell) {
        return numbers.negative().contains(cell);
    }

    /** The same form, in which figures that nothing on offer counts are entered. */
    Scheme countingWhat(java.util.function.Predicate<String> offered) {
        Map<Cell, Fill> kept = new java.util.HashMap<>(fills);
        kept.values()
                .removeIf(fill -> fill instanceof Fill.Counted counted
                        && counted.need() == Fill.Need.WHERE_OFFERED
                        && !offered.test(counted.fact()));
        return new Scheme(id, name, basis, firstYear, lastYear, tables, relations, claims, kept, bounds, numbers);
    }

    public boolean isFor(int year) {
        return firstYear <= year && year <= lastYear;
    }
}
