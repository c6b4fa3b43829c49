package org.yangguang.report;

import java.util.List;
import org.yangguang.statistics.Cell;
import org.yangguang.statistics.Severity;

/**
 * Something in a report that cannot be right.
 *
 * @param rule the name of the rule that is broken
 * @param cells the figures concerned, the one in question first; empty for prose alone
 * @param expected what should stand there
 * @param found what stands there
 * @param sentence what is said of it
 */
public record Finding(
        String rule, Severity severity, List<Cell> cells, String expected, String found, Sentence sentence) {

    public Finding {
        cells = List.copyOf(cells);
    }
}
