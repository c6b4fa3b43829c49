package org.yangguang.statistics;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Facts that a module offers to statistics: a view of its own schema, read by nobody but statistics. A module contributes it as a
 * bean:
 *
 * <pre>{@code
 * @Bean
 * FactSource receivedRequests() {
 *     return FactSource.flow("request.received", "channel", "applicant");
 * }
 * }</pre>
 *
 * <p>The fact {@code request.received} is the view {@code request.fact_received}. A flow (something that happens) has the column
 * {@code occurred_on date}; a stock (something that is there for a while) has {@code from_on date}, its first day, and
 * {@code until_on date}, the first day on which it is no more, null while it is there. Both have {@code organ_id bigint}, the organ
 * that answers for it, and {@code ref text} (or {@code bigint}), the record behind it: rows with the same {@code ref} are the same thing, so that what is
 * counted distinctly counts once. Dates are in the zone of legal dates. The program does not start when a view lacks a column.
 *
 * @param name {@code module.what}, lower case; schemes name it
 * @param dimensions columns by which schemes may filter, of type text, boolean, integer or date
 * @param measures columns of numbers that schemes may add up
 * @param order how the rows of a record follow each other, for facts whose records may have several rows
 * @param opening how a record is found from its reference
 */
public record FactSource(
        String name,
        Kind kind,
        Set<String> dimensions,
        Set<String> measures,
        Optional<Order> order,
        Optional<Opening> opening) {

    /** A dimension that says, where a fact has it, whether everybody may know of the record: charts for everybody count no other. */
    public static final String OPEN = "open";

    /** The column that every fact has for the organ that answers for it. */
    static final String ORGAN = "organ_id";

    private static final Pattern NAME = Pattern.compile("[a-z]+\\.[a-z][a-z0-9_]*");
    private static final Pattern COLUMN = Pattern.compile("[a-z][a-z0-9_]*");

    /** Whether a fact happens or lasts. */
    public enum Kind {
        /** Counted over a period by {@code occurred_on}. */
        FLOW(List.of("occurred_on")),
        /** Counted at a day, from {@code from_on} on and before {@code until_on}. */
        STOCK(List.of("from_on", "until_on"));

        private final List<String> dates;

        Kind(List<String> dates) {
            this.dates = dates;
        }

        /** Its columns of dates. */
        public List<String> dates() {
            return dates;
        }
    }

    /**
     * That the view of a flow tells for each row when the row before it of the same record happened: what is counted once in a period
     * are the rows that have none before them in it.
     *
     * @param column of dates: {@code occurred_on} of the row before, null for the first row of a record; no two rows of a record have
     *     none before them, and all are of one organ
     * @param shared dimensions that are the same in all rows of a record
     */
    public record Order(String column, Set<String> shared) {

        public Order {
            shared = Set.copyOf(shared);
        }
    }

    /** Finds records by reference; asked for a page of them at a time, on behalf of the officer who is signed in. */
    @FunctionalInterface
    public interface Opening {

        /** By reference; those that are not there any more, or may not be shown, are left out. */
        Map<String, Opened> open(Collection<String> references);
    }

    /**
     * A record as a list shows it.
     *
     * @param label its title or number, plain text without personal data
     * @param href its address on this site
     */
    public record Opened(String label, String href) {}

    public FactSource {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("\"" + name + "\" is no name of a fact: module.what, in lower case");
        }
        dimensions = Set.copyOf(dimensions);
        measures = Set.copyOf(measures);
        Set<String> known = dimensions;
        order.ifPresent(each -> {
            if (kind != Kind.FLOW || !known.containsAll(each.shared())) {
                throw new IllegalArgumentException(
                        name + " has an order of rows that no flow with its dimensions can have");
            }
        });
        columns(dimensions, measures, order).forEach(column -> {
            if (!COLUMN.matcher(column).matches()) {
                throw new IllegalArgumentException("\"" + column + "\" of " + name + " is no name of a column");
            }
        });
    }

    /** Something that happens on a day. */
    public static FactSource flow(String name, String... dimensions) {
        return new FactSource(name, Kind.FLOW, Set.of(dimensions), Set.of(), Optional.empty(), Optional.empty());
    }

    /** Something that is there from a day until another. */
    public static FactSource stock(String name, String... dimensions) {
        return new FactSource(name, Kind.STOCK, Set.of(dimensions), Set.of(), Optional.empty(), Optional.empty());
    }

    /** With columns of numbers that can be added up. */
    public FactSource measuring(String... columns) {
        return new FactSource(name, kind, dimensions, Set.of(columns), order, opening);
    }

    /** With a column that tells when the row before of the same record happened; {@code shared} as {@link Order} says. */
    public FactSource inOrder(String column, String... shared) {
        return new FactSource(
                name, kind, dimensions, measures, Optional.of(new Order(column, Set.of(shared))), opening);
    }

    /** With a way to its records. */
    public FactSource opening(Opening way) {
        return new FactSource(name, kind, dimensions, measures, order, Optional.of(way));
    }

    /** The view, with its schema. */
    public String view() {
        return name.replace(".", ".fact_");
    }

    private static Set<String> columns(Set<String> dimensions, Set<String> measures, Optional<Order> order) {
        Set<String> columns = new LinkedHashSet<>(dimensions);
        columns.addAll(measures);
        order.map(Order::column).ifPresent(columns::add);
        return columns;
    }
}
