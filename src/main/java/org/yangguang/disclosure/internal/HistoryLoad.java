package org.yangguang.disclosure.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.yangguang.disclosure.BulkLoad;
import org.yangguang.disclosure.Channel;
import org.yangguang.disclosure.DisclosureAttribute;
import org.yangguang.disclosure.EditionContent;
import org.yangguang.disclosure.ItemId;
import org.yangguang.organ.Organ;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.Organs;
import org.yangguang.search.SearchDocument;
import org.yangguang.search.SearchIndex;

/** Loads history batch by batch: a batch is written whole, with its numbers and its audit entries, and then indexed. */
@Service
class HistoryLoad implements BulkLoad {

    private static final int BATCH = 2_000;

    private final Organs organs;
    private final HistoryBatches batches;
    private final SearchDocuments documents;
    private final SearchIndex index;
    private final TransactionTemplate transaction;
    private final Clock clock;

    HistoryLoad(
            Organs organs,
            HistoryBatches batches,
            SearchDocuments documents,
            SearchIndex index,
            TransactionTemplate transaction,
            Clock clock) {
        this.organs = organs;
        this.batches = batches;
        this.documents = documents;
        this.index = index;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public long load(Stream<Past> items, LongConsumer progress) {
        Map<OrganId, String> names = new HashMap<>();
        for (Organ organ : organs.all()) {
            names.put(organ.id(), organ.name());
        }
        long loaded = 0;
        Iterator<Past> rest = items.iterator();
        while (rest.hasNext()) {
            List<Past> batch = new ArrayList<>(BATCH);
            while (rest.hasNext() && batch.size() < BATCH) {
                batch.add(accepted(rest.next(), names));
            }
            loaded += load(batch, names);
            progress.accept(loaded);
        }
        return loaded;
    }

    private int load(List<Past> batch, Map<OrganId, String> names) {
        List<HistoryItem> written = Objects.requireNonNull(transaction.execute(status -> {
            List<HistoryItem> numbered = batches.number(batch.stream()
                    .map(past -> new HistoryItem(
                            past,
                            Objects.requireNonNull(names.get(past.organ())),
                            Jsoup.parseBodyFragment(past.content().bodyHtml()).text(),
                            ContentHash.of(past.content())))
                    .toList());
            batches.write(numbered, clock.instant());
            return numbered;
        }));
        List<SearchDocument> found = written.stream()
                .filter(item -> item.past().channel() == Channel.WEBSITE)
                .map(item -> documents.document(
                        new ItemId(item.item()),
                        item.past().organ(),
                        item.organName(),
                        Objects.requireNonNull(item.indexNumber()),
                        item.past().content(),
                        item.bodyText()))
                .toList();
        index.putAll(found);
        return written.size();
    }

    /** Refuses what could not have been published, with every reason. */
    private Past accepted(Past past, Map<OrganId, String> names) {
        EditionContent content = past.content();
        LocalDate formed = content.formedOn();
        List<String> reasons = new ArrayList<>();
        if (!names.containsKey(past.organ())) {
            reasons.add("the organ is unknown");
        }
        if (content.title().isBlank()) {
            reasons.add("it has no title");
        }
        if (content.column() == null) {
            reasons.add("it is in no column");
        }
        if (formed == null) {
            reasons.add("it has no date of formation");
        } else if (formed.isAfter(past.releasedOn())) {
            reasons.add("it was formed after it was released");
        }
        if (content.attribute() != DisclosureAttribute.PROACTIVE) {
            reasons.add("it is not for proactive disclosure");
        }
        if (past.publishedAt().isAfter(clock.instant())) {
            reasons.add("it was published in the future");
        }
        if ((content.title() + content.summary() + content.bodyHtml()).indexOf('\0') >= 0) {
            reasons.add("it contains the character U+0000");
        }
        if (!reasons.isEmpty()) {
            throw new IllegalArgumentException(
                    "\"" + content.title() + "\" cannot be taken in: " + String.join("; ", reasons));
        }
        return past;
    }
}
