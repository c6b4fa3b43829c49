package org.yangguang.statistics;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param aliases other ways in which reports print the label
 * @param under what a head above it and its neighbours says, 法人或其他组织; null without
 * @param optional whether a report may go without it
 */
public record Column(
        String id,
        Label label,
        List<String> aliases,
        @Nullable Label under,
        boolean optional) {

    public Column {
        aliases = List.copyOf(aliases);
    }
}
