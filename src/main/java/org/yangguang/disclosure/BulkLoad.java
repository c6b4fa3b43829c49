package org.yangguang.disclosure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yangguang.file.StoredFile;
import org.yangguang.organ.OrganId;
import org.yangguang.search.SearchDocument;

/** Takes in history: items that were published before, or elsewhere, with their own dates. Each is in the audit chain and marked as imported. */
public interface BulkLoad {

    /**
     * One item of history.
     *
     * @param indexNumber number it already has; null to issue the next one of the organ
     * @param publishedAt when it went out; a {@link Channel#WEBSITE} item is on the site from then, others are on the register only
     * @param attachments its files, stored already; they went out then as they are
     */
    record Past(
            OrganId organ,
            EditionContent content,
            @Nullable String indexNumber,
            Channel channel,
            Instant publishedAt,
            LocalDate releasedOn,
            List<Attached> attachments) {

        public Past(
                OrganId organ,
                EditionContent content,
                @Nullable String indexNumber,
                Channel channel,
                Instant publishedAt,
                LocalDate releasedOn) {
            this(organ, content, indexNumber, channel, publishedAt, releasedOn, List.of());
        }
    }

    /** A file of an item of history. */
    record Attached(String name, StoredFile file) {}

    /** What became of one item of a batch. */
    sealed interface Fate {

        record Taken(ItemId item) implements Fate {}

        /** Nothing of it was written. */
        record Refused(List<Reason> reasons) implements Fate {}
    }

    /**
     * What became of a batch.
     *
     * @param fates one for each item, in the order of the items
     * @param documents what the index must be given once the transaction is over
     */
    record Batch(List<Fate> fates, List<SearchDocument> documents) {}

    /**
     * Loads in transactions of some thousand items each and indexes what is on the site.
     *
     * @param progress told the number loaded so far
     * @return how many were loaded
     * @throws IllegalArgumentException when one of them could not have been published, or brings a number that is taken
     */
    long load(Stream<Past> items, LongConsumer progress);

    /** Every reason why an item of history cannot be taken in, the number that it brings apart. */
    List<Reason> against(Past item);

    /**
     * Writes a batch in the running transaction, with numbers and audit entries. An item whose number is taken is refused by itself;
     * the others must be such that {@link #against} has nothing against them.
     *
     * @param actor who answers for it, for the audit chain
     */
    Batch take(String actor, List<Past> items);

    /** What the index must know of these items as they stand now; of what is not on the site, nothing. */
    List<SearchDocument> documents(Collection<ItemId> items);
}
