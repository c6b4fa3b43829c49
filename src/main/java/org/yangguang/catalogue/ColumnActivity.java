package org.yangguang.catalogue;

import java.time.LocalDate;
import java.util.Map;

/**
 * What goes on in the columns. The catalogue does not know items; whoever owns them offers a bean of this type, and the console
 * then shows which columns are neglected and moves items when a column is closed.
 */
public interface ColumnActivity {

    /**
     * What stands on the website in one column itself, without the columns below it.
     *
     * @param published items that anybody may read now
     * @param lastPublishedOn day on which the newest of them went out
     */
    record Activity(long published, LocalDate lastPublishedOn) {}

    /** Every column in which something is published; a column that is not in the map is blank. */
    Map<ColumnId, Activity> now();

    /** Items in the column that are on the website or in work. */
    long filed(ColumnId column);

    /**
     * Puts what is published in {@code from} into {@code to}, in the running transaction. Editions do not change: they keep the
     * column they were reviewed with, and are shown in the {@link Catalogue#home} of it. What is in work is refused a closed column
     * when it is submitted or published, and its owner chooses another.
     *
     * @return how many were moved
     */
    long rehome(ColumnId from, ColumnId to);
}
