package org.yangguang.disclosure.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.yangguang.disclosure.BulkLoad;
import org.yangguang.disclosure.Channel;
import org.yangguang.disclosure.DisclosureAttribute;
import org.yangguang.disclosure.EditionContent;
import org.yangguang.disclosure.ItemId;
import org.yangguang.disclosure.Reason;
import org.yangguang.organ.Organ;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.Organs;
import org.yangguang.search.SearchDocument;
import org.yangguang.search.SearchIndex;
import org.yangguang.site.SafeHtml;

/** Loads history batch by batch: a batch is written whole, with its numbers and its audit entries, and then indexed. */
@Service
class HistoryLoad implements BulkLoad {

    private static final int BATCH = 2_000;

    private final Organs organs;
    private final HistoryBatches batches;
    private final ContentRules rules;
    private final PublishedDocuments published;
    private final SearchDocuments documents;
    private final SearchIndex index;
    private final TransactionTemplate transaction;
    private final Clock clock;

    HistoryLoad(
            Organs organs,
            HistoryBatches batches,
            ContentRules rules,
            PublishedDocuments published,
            SearchDocuments documents,
            SearchIndex index,
            TransactionTemplate transaction,
            Clock clock) {
        this.organs = organs;
        this.batches = batches;
        this.rules = rules;
        this.published = published;
        this.documents = documents;
        this.index = index;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public long load(Stream<Past> items, LongConsumer progress) {
        Map<OrganId, String> names = names();
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
        Batch written = Objects.requireNonNull(transaction.execute(status -> {
            Batch result = write(null, batch, names);
            String taken = taken(batch, result.fates());
            if (!taken.isEmpty()) {
                throw new IllegalArgumentException("index numbers are taken already: " + taken);
            }
            return result;
        }));
        index.putAll(written.documents());
        return batch.size();
    }

    private static String taken(List<Past> batch, List<Fate> fates) {
        return IntStream.range(0, fates.size())
                .filter(i -> fates.get(i) instanceof Fate.Refused)
                .mapToObj(i -> String.valueOf(batch.get(i).indexNumber()))
                .collect(Collectors.joining(", "));
    }

    @Override
    public List<Reason> against(Past item) {
        return rules.againstHistory(item);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Batch take(String actor, List<Past> items) {
        return write(actor, items, names());
    }

    @Override
    public List<SearchDocument> documents(Collection<ItemId> items) {
        return published.of(items);
    }

    private Map<OrganId, String> names() {
        return organs.all().stream().collect(Collectors.toMap(Organ::id, Organ::name));
    }

    private Batch write(@Nullable String actor, List<Past> batch, Map<OrganId, String> names) {
        List<HistoryItem> items = batch.stream()
                .map(past -> new HistoryItem(
                        past,
                        Objects.requireNonNull(names.get(past.organ())),
                        SafeHtml.plainText(past.content().bodyHtml()),
                        ContentHash.of(past.content(), HistoryBatches.attachments(past))))
                .toList();
        Set<HistoryItem> refused = batches.register(items);
        List<HistoryItem> numbered = batches.number(
                items.stream().filter(item -> !refused.contains(item)).toList());
        batches.write(actor, numbered, clock.instant());
        Iterator<HistoryItem> written = numbered.iterator();
        List<Fate> fates = items.stream()
                .map(item -> refused.contains(item)
                        ? new Fate.Refused(List.of(Reason.at(
                                "indexNumber",
                                "disclosure.invalid.indexNumberTaken",
                                String.valueOf(item.indexNumber()))))
                        : (Fate) new Fate.Taken(new ItemId(written.next().item())))
                .toList();
        return new Batch(fates, documents(numbered));
    }

    private List<SearchDocument> documents(List<HistoryItem> written) {
        return written.stream()
                .filter(item -> item.past().channel() == Channel.WEBSITE)
                .map(item -> documents.document(
                        new ItemId(item.item()),
                        item.past().organ(),
                        item.organName(),
                        Objects.requireNonNull(item.indexNumber()),
                        item.past().content(),
                        item.bodyText()))
                .toList();
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
