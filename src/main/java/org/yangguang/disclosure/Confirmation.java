package org.yangguang.disclosure;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yangguang.account.AccountId;
import org.yangguang.organ.OrganId;

/**
 * A question to another organ during review (Article 11 of the 2019 Regulations).
 *
 * @param agreed null while it is open, and when it was cancelled
 */
public record Confirmation(
        long id,
        EditionId edition,
        OrganId asked,
        String question,
        AccountId askedBy,
        String askedByName,
        Instant askedAt,
        @Nullable Boolean agreed,
        @Nullable String answer,
        @Nullable String answeredName,
        @Nullable Instant answeredAt) {

    public boolean open() {
        return answeredAt == null;
    }
}
