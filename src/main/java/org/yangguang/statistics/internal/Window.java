package org.yangguang.statistics.internal;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yangguang.organ.OrganId;
import org.yangguang.statistics.FactSource;
import org.yangguang.statistics.Fill.Counted;
import org.yangguang.statistics.Period;

/** The rows of a fact that a period has to do with, in SQL; {@code :from}, {@code :until} are its first and last day. */
public final class Window {

    private Window() {}

    static String within(FactSource source) {
        String organs = "organ_id = any(:organs) and ";
        return organs
                + switch (source.kind()) {
                    case FLOW -> "occurred_on between :from and :until";
                    case STOCK -> "from_on <= :until and (until_on is null or until_on >= :from)";
                };
    }

    /** Whether a row was there when the day before the period was over. */
    static String starting(FactSource source) {
        return switch (source.kind()) {
            case FLOW -> "false";
            case STOCK -> "(from_on < :from)";
        };
    }

    /** Whether a row counts for the period, or was there when its last day was over. */
    static String ending(FactSource source) {
        return switch (source.kind()) {
            case FLOW -> "true";
            case STOCK -> "(until_on is null or until_on > :until)";
        };
    }

    /** Whether a row is the first of its record in the period; always so where the rows of a record have no order. */
    public static String first(FactSource source) {
        return source.order()
                .map(order -> "(" + order.column() + " is null or " + order.column() + " < :from)")
                .orElse("true");
    }

    /** Whether what is counted once can be counted by the first rows of records: its filters fit all rows of a record or none. */
    static boolean isCountedByFirst(FactSource source, Counted counted) {
        return source.order()
                .filter(order -> counted.where().stream()
                        .allMatch(filter -> order.shared().contains(filter.dimension())))
                .isPresent();
    }

    static JdbcClient.StatementSpec bound(JdbcClient.StatementSpec query, Period period, Collection<OrganId> organs) {
        return query.param("from", period.from())
                .param("until", period.until())
                .param("organs", organs.stream().map(OrganId::value).toArray(Long[]::new));
    }
}
