package org.yangguang.disclosure.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of items with everything around it, ready to be written.
 *
 * @param total items that pass the filters
 * @param page from 1
 * @param pages number of pages that can be reached
 */
public record ListView(
        ListAddress address,
        List<ItemRow> rows,
        long total,
        int page,
        int pages,
        List<Facet> facets,
        List<Choice> chips,
        List<Choice> orders,
        String withoutFilters) {

    /** Values by which the list can be narrowed. */
    public record Facet(String label, List<Choice> choices) {

        private static final int SHOWN = 10;

        public List<Choice> first() {
            return choices.size() <= SHOWN + 2 ? choices : choices.subList(0, SHOWN);
        }

        public List<Choice> more() {
            return choices.size() <= SHOWN + 2 ? List.of() : choices.subList(SHOWN, choices.size());
        }
    }

    /** @param count items behind the choice; null where it says nothing */
    public record Choice(String label, @Nullable Long count, String href, boolean current) {}

    /** Numbers of the pages that are offered: the first, the last, and those about this one; 0 stands for a gap. */
    public List<Integer> offered() {
        List<Integer> offered = new ArrayList<>();
        int from = Math.max(1, Math.min(page, pages) - 2);
        int to = Math.min(pages, from + 4);
        if (from > 1) {
            offered.add(1);
        }
        if (from > 2) {
            offered.add(0);
        }
        for (int number = from; number <= to; number++) {
            offered.add(number);
        }
        if (to < pages - 1) {
            offered.add(0);
        }
        if (to < pages) {
            offered.add(pages);
        }
        return offered;
    }
}
