package org.yangguang.statistics.web;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yangguang.organ.Organ;
import org.yangguang.organ.OrganId;
import org.yangguang.statistics.Cell;
import org.yangguang.statistics.Period;
import org.yangguang.statistics.StatementState;

/** What pages of statements list. */
public final class StatementViews {

    private StatementViews() {}

    /** An organ of the list with where its statement stands. */
    public record Line(Organ organ, StatementState state, String changedOn, String href, String treeHref) {}

    /**
     * One figure twice.
     *
     * @param share how much more or less the left one is, in hundredths of the right one; empty when that is zero or unknown
     */
    public record Pair(
            Cell cell, @Nullable BigDecimal left, @Nullable BigDecimal right, String difference, String share) {
        public boolean changed() {
            return !difference.isEmpty();
        }
    }

    /** An organ with its figure and share of all. */
    public record Ranked(OrganId organ, BigDecimal figure, String share, String href) {}

    /** A period with its figure. */
    public record Point(Period period, @Nullable BigDecimal figure, String href) {}

    /** A name with its number. */
    public record Named(String name, long number) {}

    /**
     * A column of a table of months.
     *
     * @param head the key of its heading
     * @param numbers twelve, January first, null where there is nothing to tell; or none
     */
    public record Monthly(String head, List<? extends @Nullable Number> numbers) {

        boolean isAny() {
            return numbers.stream().anyMatch(each -> each != null && each.doubleValue() > 0);
        }
    }

    /** A frozen statement with its address. */
    public record Frozen(String title, String href) {}
}
