package org.yangguang.disclosure.internal;

import java.util.Objects;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.yangguang.disclosure.Edition;
import org.yangguang.disclosure.EditionId;
import org.yangguang.disclosure.EditionPublished;
import org.yangguang.disclosure.ItemId;
import org.yangguang.disclosure.ItemWithdrawn;
import org.yangguang.disclosure.ValidityEnded;
import org.yangguang.search.SearchIndex;

/**
 * Keeps the index true to what stands on the website, once the transaction that changed it is over. What is told is only that
 * something changed: the listener looks at what is there now, so it may be told twice, late, or in another order.
 *
 * <p>What the index has of a changed item is out of every search with the commit, before anybody is told that it is done: a withdrawn
 * text is not found for as long as the index waits for its turn, or for its disk.
 */
@Component
class IndexedItems {

    private final JdbcClient jdbc;
    private final EditionTable editions;
    private final SearchDocuments documents;
    private final DraftContent contents;
    private final AttachmentTexts texts;
    private final SearchIndex index;

    IndexedItems(
            JdbcClient jdbc,
            EditionTable editions,
            SearchDocuments documents,
            DraftContent contents,
            AttachmentTexts texts,
            SearchIndex index) {
        this.jdbc = jdbc;
        this.editions = editions;
        this.documents = documents;
        this.contents = contents;
        this.texts = texts;
        this.index = index;
    }

    @EventListener
    void changes(EditionPublished event) {
        hideWithTheCommit(event.item());
    }

    @EventListener
    void changes(ItemWithdrawn event) {
        hideWithTheCommit(event.item());
    }

    private void hideWithTheCommit(ItemId item) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                index.hide(SearchDocuments.id(item));
            }
        });
    }

    @ApplicationModuleListener
    void on(EditionPublished event) {
        show(event.item());
    }

    @ApplicationModuleListener
    void on(ItemWithdrawn event) {
        show(event.item());
    }

    @ApplicationModuleListener
    void on(ValidityEnded event) {
        show(event.item());
    }

    @ApplicationModuleListener
    void on(AttachmentsRead event) {
        show(event.item());
    }

    /** Holds the item while it works: who changes the item next waits, and so comes to the index after this. */
    private void show(ItemId item) {
        jdbc.sql("select id from disclosure.item where id = ? for update")
                .param(item.value())
                .query(Long.class)
                .optional();
        index.hide(SearchDocuments.id(item));
        jdbc.sql("select edition_id from disclosure.publication where item_id = ?")
                .param(item.value())
                .query((row, number) -> new EditionId(row.getLong("edition_id")))
                .optional()
                .flatMap(editions::find)
                .ifPresentOrElse(this::put, () -> index.remove(SearchDocuments.id(item)));
    }

    private void put(Edition edition) {
        index.put(documents.document(
                edition.item(),
                edition.organ(),
                edition.organName(),
                Objects.requireNonNull(edition.indexNumber()),
                edition.content(),
                texts.with(edition, contents.text(edition.content()))));
    }
}
