package org.yangguang.disclosure;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yangguang.account.AccountId;
import org.yangguang.organ.OrganId;

/**
 * An edition as those who write and review it know it.
 *
 * @param number 1 for the first edition of the item
 * @param version grows with every change; an act names the version that its officer saw
 * @param attachments in their order
 * @param contentHash SM3 of the content and the attachments, set when it is submitted
 * @param handler who drafts it, and who submitted it once it is submitted
 * @param held message keys of what kept the program from publishing it at its time; empty when nothing did
 */
public record Edition(
        EditionId id,
        ItemId item,
        OrganId organ,
        String organName,
        int number,
        EditionState state,
        int version,
        EditionContent content,
        List<Attachment> attachments,
        @Nullable String indexNumber,
        @Nullable String contentHash,
        AccountId handler,
        String handlerName,
        @Nullable Instant submittedAt,
        @Nullable Instant approvedAt,
        @Nullable Instant publishedAt,
        Instant updatedAt,
        List<String> held) {}
