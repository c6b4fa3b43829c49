package org.yangguang.intake.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.yangguang.disclosure.BulkLoad;
import org.yangguang.disclosure.ItemId;
import org.yangguang.search.SearchIndex;
import org.yangguang.search.SearchUnavailable;

/**
 * Gives the index what imports have taken and could not give it: because they were cut short, or because they ran on the command line
 * while another program had the index.
 */
@Component
class IndexRest {

    private static final Logger log = LoggerFactory.getLogger(IndexRest.class);
    /** A batch that is younger is probably on its way. */
    private static final Duration OWN_WAY = Duration.ofSeconds(10);

    private final TakenTable taken;
    private final BulkLoad bulk;
    private final SearchIndex index;
    private final Clock clock;

    IndexRest(TakenTable taken, BulkLoad bulk, SearchIndex index, Clock clock) {
        this.taken = taken;
        this.bulk = bulk;
        this.index = index;
        this.clock = clock;
    }

    void make() {
        try {
            for (long batch : taken.unindexed(clock.instant().minus(OWN_WAY))) {
                List<ItemId> items = taken.itemsOf(batch);
                index.putAll(bulk.documents(items));
                taken.indexed(batch, clock.instant());
            }
        } catch (SearchUnavailable later) {
            log.warn("imported items wait for the index: {}", later.getMessage());
        }
    }
}
