package org.yangguang.disclosure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yangguang.organ.OrganId;

/** Takes in history: items that were published before, or elsewhere, with their own dates. Each is in the audit chain and marked as imported. */
public interface BulkLoad {

    /**
     * One item of history.
     *
     * @param indexNumber number it already has; null to issue the next one of the organ
     * @param publishedAt when it went out; a {@link Channel#WEBSITE} item is on the site from then, others are on the register only
     */
    record Past(
            OrganId organ,
            EditionContent content,
            @Nullable String indexNumber,
            Channel channel,
            Instant publishedAt,
            LocalDate releasedOn) {}

    /**
     * Loads in transactions of some thousand items each and indexes what is on the site.
     *
     * @param progress told the number loaded so far
     * @return how many were loaded
     */
    long load(Stream<Past> items, LongConsumer progress);
}
