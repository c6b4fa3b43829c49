package org.yangguang.statistics;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a sentence of the report's prose says of its tables.
 *
 * @param pattern finds the sentence; its first group is the figure
 * @param meanings the sums of cells that the figure may stand for
 */
public record Claim(String rule, Pattern pattern, List<List<Cell>> meanings) {

    public Claim {
        meanings = meanings.stream().map(List::copyOf).toList();
    }
}
