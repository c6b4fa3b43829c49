package org.yangguang.disclosure.internal;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;
import org.yangguang.disclosure.Edition;
import org.yangguang.disclosure.EditionPublished;
import org.yangguang.file.FileTexts;
import org.yangguang.file.StoredFile;

/**
 * The words of what is attached. Files are read when their edition has gone public, never before, and only in their public copies; the
 * index learns of it when that is done. Reading takes seconds, so it happens outside of any transaction.
 */
@Component
class AttachmentTexts {

    private final EditionTable editions;
    private final FileTexts texts;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;

    AttachmentTexts(
            EditionTable editions,
            FileTexts texts,
            ApplicationEventPublisher events,
            TransactionTemplate transactions) {
        this.editions = editions;
        this.texts = texts;
        this.events = events;
        this.transactions = transactions;
    }

    @Async("fileWork")
    @TransactionalEventListener
    void on(EditionPublished event) {
        List<StoredFile> copies = editions.find(event.edition()).stream()
                .flatMap(AttachmentTexts::copies)
                .toList();
        if (!copies.isEmpty()) {
            copies.forEach(texts::read);
            transactions.executeWithoutResult(status -> events.publishEvent(new AttachmentsRead(event.item())));
        }
    }

    /** {@code body} and behind it the name and the words of each file. */
    String with(Edition edition, String body) {
        if (edition.attachments().isEmpty()) {
            return body;
        }
        Map<String, String> known = texts.known(copies(edition).toList());
        StringBuilder all = new StringBuilder(body);
        edition.attachments().stream().filter(each -> each.publicCopy() != null).forEach(each -> all.append('\n')
                .append(each.name())
                .append('\n')
                .append(known.getOrDefault(
                        Objects.requireNonNull(each.publicCopy()).hash(), "")));
        return all.toString();
    }

    private static Stream<StoredFile> copies(Edition edition) {
        return edition.attachments().stream().flatMap(each -> Stream.ofNullable(each.publicCopy()));
    }
}
