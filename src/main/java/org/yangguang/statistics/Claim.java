package org.yangguang.statistics;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a sentence of the report's prose says of its tables.
 *
 * @param pattern finds the sentence; its first group is the figure
 * @param meanings the sums of cells that the figure may stand for
 * @param regardless words before the figure that elsewhere would say that a sentence is about something else, but not here
 */
public record Claim(String rule, Pattern pattern, List<List<Cell>> meanings, Pattern regardless) {

    /** No such words. */
    public static final Pattern NOTHING = Pattern.compile("(?!)");

    public Claim {
        meanings = meanings.stream().map(List::copyOf).toList();
    }
}
