package org.yangguang.statistics;

import java.util.List;
import java.util.Optional;

/**
 * A statistical form as it was laid down for some years.
 *
 * @param id short name, {@code 2014}
 * @param basis the document that laid it down
 * @param firstYear the first year of data for which it is used
 * @param lastYear the last year, or a year far away
 * @param claims what prose says of the tables
 */
public record Scheme(
        String id,
        Label name,
        String basis,
        int firstYear,
        int lastYear,
        List<Table> tables,
        List<Relation> relations,
        List<Claim> claims) {

    public Scheme {
        tables = List.copyOf(tables);
        relations = List.copyOf(relations);
        claims = List.copyOf(claims);
    }

    public Optional<Table> table(String name) {
        return tables.stream().filter(table -> table.id().equals(name)).findFirst();
    }

    public boolean isFor(int year) {
        return firstYear <= year && year <= lastYear;
    }
}
