package org.yangguang.disclosure.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yangguang.disclosure.Validity;
import org.yangguang.disclosure.internal.Listed;
import org.yangguang.disclosure.internal.ReplacementTable;

/**
 * Normative documents as a reader asked for them.
 *
 * @param validity the only one shown; null for all
 * @param counts number of documents for each validity
 */
public record NormativeView(
        @Nullable Validity validity,
        Map<Validity, Long> counts,
        long all,
        List<Row> rows,
        int page,
        int pages,
        ListAddress address) {

    /** @param replacing what took its place or changed it, as far as the reader may see it */
    public record Row(Listed item, List<ReplacementTable.Link> replacing) {}

    public String withValidity(@Nullable Validity other) {
        return (other == null
                        ? address.without("validity")
                        : address.with("validity", other.name().toLowerCase(Locale.ROOT)))
                .toString();
    }
}
