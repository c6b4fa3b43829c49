package org.yangguang.disclosure.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.audit.Act;
import org.yangguang.audit.AuditTrail;
import org.yangguang.catalogue.IndexNumbers;
import org.yangguang.disclosure.Attachment;
import org.yangguang.disclosure.AttachmentId;
import org.yangguang.disclosure.BulkLoad;
import org.yangguang.disclosure.Channel;
import org.yangguang.disclosure.EditionContent;
import org.yangguang.disclosure.EditionState;
import org.yangguang.disclosure.VisibilityGate;
import org.yangguang.file.StoredFile;
import org.yangguang.organ.OrganId;

/** Writes a batch of history into all tables at once. Runs in the caller's transaction, so that there is never half an item. */
@Repository
class HistoryBatches {

    /** Who did what nobody here did: the account number of no account. */
    private static final long NOBODY = 0;

    private static final String IMPORT = "历史数据导入";

    private record Series(OrganId organ, int year) {}

    private final JdbcClient jdbc;
    private final DataSource source;
    private final IndexNumbers numbers;
    private final AuditTrail audit;

    HistoryBatches(JdbcClient jdbc, DataSource source, IndexNumbers numbers, AuditTrail audit) {
        this.jdbc = jdbc;
        this.source = source;
        this.numbers = numbers;
        this.audit = audit;
    }

    /** Gives each item its ids, and its index number where it brings none; those that are brought have been registered. */
    List<HistoryItem> number(List<HistoryItem> batch) {
        Map<Series, Iterator<String>> issued = issue(batch);
        Iterator<Long> items = ids("disclosure.item_id", batch.size());
        Iterator<Long> editions = ids("disclosure.edition_id", batch.size());
        List<HistoryItem> numbered = new ArrayList<>(batch.size());
        for (HistoryItem item : batch) {
            String number = item.indexNumber() != null
                    ? item.indexNumber()
                    : Objects.requireNonNull(issued.get(series(item))).next();
            numbered.add(item.numbered(items.next(), editions.next(), number));
        }
        return numbered;
    }

    void write(@Nullable String actor, List<HistoryItem> batch, Instant now) {
        if (batch.isEmpty()) {
            return;
        }
        items(batch, now);
        editions(batch, now);
        steps(batch, now);
        publications(batch);
        files(batch);
        attachments(batch, now);
        audit(actor, batch);
    }

    private Map<Series, Iterator<String>> issue(List<HistoryItem> batch) {
        Map<Series, Integer> wanted = new HashMap<>();
        for (HistoryItem item : batch) {
            if (item.indexNumber() == null) {
                wanted.merge(series(item), 1, Integer::sum);
            }
        }
        Map<Series, Iterator<String>> issued = new HashMap<>();
        wanted.forEach((series, count) -> issued.put(
                series, numbers.issue(series.organ(), series.year(), count).iterator()));
        return issued;
    }

    /**
     * Registers the numbers that items bring.
     *
     * @return those of the batch whose number cannot be theirs: it is taken, or an item before it in the batch brings the same
     */
    Set<HistoryItem> register(List<HistoryItem> batch) {
        Map<OrganId, Map<String, HistoryItem>> brought = new LinkedHashMap<>();
        Set<HistoryItem> refused = Collections.newSetFromMap(new IdentityHashMap<>());
        for (HistoryItem item : batch) {
            if (item.indexNumber() != null
                    && brought.computeIfAbsent(item.past().organ(), organ -> new TreeMap<>())
                                    .putIfAbsent(item.indexNumber(), item)
                            != null) {
                refused.add(item);
            }
        }
        brought.forEach((organ, items) -> numbers.register(organ, items.keySet())
                .forEach(taken -> refused.add(Objects.requireNonNull(items.get(taken)))));
        return refused;
    }

    private static Series series(HistoryItem item) {
        return new Series(
                item.past().organ(),
                Objects.requireNonNull(item.past().content().formedOn()).getYear());
    }

    private Iterator<Long> ids(String sequence, int count) {
        return jdbc.sql("select nextval(cast(? as regclass)) from generate_series(1, ?)")
                .params(sequence, count)
                .query(Long.class)
                .list()
                .iterator();
    }

    private void items(List<HistoryItem> batch, Instant now) {
        CopyRows rows = new CopyRows("disclosure.item (id, organ_id, index_number, origin, created_at)");
        batch.forEach(each -> rows.add(each.item(), each.past().organ().value(), each.indexNumber(), "IMPORTED", now));
        rows.send(source);
    }

    private void editions(List<HistoryItem> batch, Instant now) {
        CopyRows rows = new CopyRows("""
                disclosure.edition (id, item_id, number, state, title, summary, body_html, body_text, document_number, \
                column_id, subject_code, genre_code, audience_groups, formed_on, normative, issued_on, effective_on, \
                expires_on, repealed_on, validity, source, keywords, attribute, legal_basis, scope, audience_id, \
                organ_name, content_hash, handler_id, handler_name, submitted_at, approved_at, published_at, created_at, \
                updated_at)""");
        for (HistoryItem each : batch) {
            EditionContent c = each.past().content();
            Instant out = each.past().publishedAt();
            rows.add(
                    each.edition(),
                    each.item(),
                    1,
                    onSite(each) ? EditionState.PUBLISHED : EditionState.REGISTERED,
                    c.title(),
                    c.summary(),
                    c.bodyHtml(),
                    each.bodyText(),
                    c.documentNumber(),
                    Objects.requireNonNull(c.column()).value(),
                    c.subject(),
                    c.genre(),
                    c.audienceGroups(),
                    c.formedOn(),
                    c.normative(),
                    c.issuedOn(),
                    c.effectiveOn(),
                    c.expiresOn(),
                    c.repealedOn(),
                    c.validity(),
                    c.source(),
                    c.keywords(),
                    c.attribute(),
                    c.legalBasis(),
                    c.scope(),
                    c.audience(),
                    each.organName(),
                    each.contentHash(),
                    NOBODY,
                    IMPORT,
                    out,
                    out,
                    out,
                    now,
                    now);
        }
        rows.send(source);
    }

    private void steps(List<HistoryItem> batch, Instant now) {
        CopyRows rows = new CopyRows("""
                disclosure.review_step (edition_id, stage, action, actor_id, actor_name, organ_id, opinion, content_hash, \
                at)""");
        batch.forEach(each -> rows.add(
                each.edition(),
                "OFFICE",
                "IMPORT",
                NOBODY,
                IMPORT,
                each.past().organ().value(),
                "",
                each.contentHash(),
                now));
        rows.send(source);
    }

    private void publications(List<HistoryItem> batch) {
        CopyRows rows = new CopyRows("""
                disclosure.publication (item_id, edition_id, visibility_key, first_published_at, published_at, organ_id, \
                organ_name, column_id, subject_code, genre_code, audience_groups, year, formed_on, index_number, title, \
                document_number, validity, keywords)""");
        CopyRows releases = new CopyRows("disclosure.release (item_id, channel, released_on)");
        for (HistoryItem each : batch) {
            releases.add(each.item(), each.past().channel(), each.past().releasedOn());
            if (onSite(each)) {
                EditionContent c = each.past().content();
                OrganId organ = each.past().organ();
                rows.add(
                        each.item(),
                        each.edition(),
                        VisibilityGate.key(c.scope(), c.audience(), organ),
                        each.past().publishedAt(),
                        each.past().publishedAt(),
                        organ.value(),
                        each.organName(),
                        Objects.requireNonNull(c.column()).value(),
                        c.subject(),
                        c.genre(),
                        c.audienceGroups(),
                        Objects.requireNonNull(c.formedOn()).getYear(),
                        c.formedOn(),
                        each.indexNumber(),
                        c.title(),
                        c.documentNumber(),
                        c.validity(),
                        c.keywords());
            }
        }
        rows.send(source);
        releases.send(source);
    }

    private void files(List<HistoryItem> batch) {
        CopyRows rows = new CopyRows("disclosure.edition_file (edition_id, file_hash)");
        for (HistoryItem each : batch) {
            FileReferences.in(each.past().content().bodyHtml()).forEach(hash -> rows.add(each.edition(), hash));
        }
        rows.send(source);
    }

    private void attachments(List<HistoryItem> batch, Instant now) {
        CopyRows rows = new CopyRows("""
                disclosure.attachment (edition_id, position, name, original_hash, original_type, original_size, public_hash, \
                public_type, public_size, added_by, added_by_name, added_at)""");
        for (HistoryItem each : batch) {
            for (Attachment file : attachments(each.past())) {
                StoredFile stored = file.original();
                rows.add(
                        each.edition(),
                        file.position(),
                        file.name(),
                        stored.hash(),
                        stored.type(),
                        stored.size(),
                        stored.hash(),
                        stored.type(),
                        stored.size(),
                        NOBODY,
                        IMPORT,
                        now);
            }
        }
        rows.send(source);
    }

    /** What went out once goes out as it is. */
    static List<Attachment> attachments(BulkLoad.Past past) {
        List<Attachment> attachments = new ArrayList<>();
        for (BulkLoad.Attached each : past.attachments()) {
            attachments.add(
                    new Attachment(new AttachmentId(0), attachments.size() + 1, each.name(), each.file(), each.file()));
        }
        return attachments;
    }

    private void audit(@Nullable String actor, List<HistoryItem> batch) {
        List<Act> acts = batch.stream()
                .map(each -> new Act("item.imported", "disclosure.item:" + each.item(), null, each.contentHash()))
                .toList();
        if (actor == null) {
            audit.recordAll(acts);
        } else {
            audit.recordAll(actor, acts);
        }
    }

    private static boolean onSite(HistoryItem item) {
        return item.past().channel() == Channel.WEBSITE;
    }
}
