package org.yangguang.statistics;

import java.util.List;

/**
 * A column of a table.
 *
 * @param aliases other ways in which reports print the label
 * @param optional whether a report may go without it
 */
public record Column(String id, Label label, List<String> aliases, boolean optional) {

    public Column {
        aliases = List.copyOf(aliases);
    }
}
