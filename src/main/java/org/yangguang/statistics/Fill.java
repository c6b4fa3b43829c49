package org.yangguang.statistics;

import java.math.BigDecimal;
import java.util.List;

/** How the figure of a cell comes about. */
public sealed interface Fill {

    /** Nothing counts it: it is entered with a reason, or stays unknown. */
    Fill ENTERED = new Entered();

    /**
     * Counted over facts.
     *
     * @param fact name of a {@link FactSource}
     * @param where all of which must hold
     * @param per what the measured number is divided by to come to the unit of the row: 10000 for 万元 from 元
     * @param need whether the program must offer the fact
     * @param origin file and line of the scheme that say so
     */
    record Counted(
            String fact, List<Filter> where, Measure measure, Moment moment, BigDecimal per, Need need, String origin)
            implements Fill {
        public Counted {
            where = List.copyOf(where);
        }
    }

    /** The figure that the statement of the period before has in another cell. */
    record BroughtForward(Cell from) implements Fill {}

    /** The sum of other cells of the same statement. */
    record Added(List<Cell> parts) implements Fill {
        public Added {
            parts = List.copyOf(parts);
        }
    }

    record Entered() implements Fill {}

    /** Whether a program that does not offer a fact can use the scheme. */
    enum Need {
        /** It refuses to start. */
        ALWAYS,
        /** The figure is entered instead. */
        WHERE_OFFERED
    }

    /** What is counted. */
    sealed interface Measure {
        /** Each row of the view. */
        record Rows() implements Measure {}

        /** Each record once, however many rows it has. */
        record Records() implements Measure {}

        /** A column of numbers, added up. */
        record Sum(String column) implements Measure {}
    }

    /** At which day of the period a stock is counted. A flow is counted over the whole period. */
    enum Moment {
        /** As it stood when the last day of the period was over. */
        END,
        /** As it stood when the day before the first one was over. */
        START
    }

    /**
     * What a dimension must be.
     *
     * @param values as text: a word, {@code true}, a number, a date; one of them fits
     * @param sense whether it must be one of the values, or none of them
     */
    record Filter(String dimension, List<String> values, Sense sense) {

        /** Whether values are wanted or not. */
        public enum Sense {
            ONE_OF,
            NONE_OF
        }

        public Filter {
            values = List.copyOf(values);
        }

        /** Whether a row whose dimension has this value counts; an unknown one is none of the values. */
        public boolean fits(@org.jspecify.annotations.Nullable String value) {
            boolean listed = value != null && values.contains(value);
            return sense == Sense.ONE_OF ? listed : !listed;
        }
    }
}
