package org.yangguang.disclosure;

import java.time.Instant;
import org.yangguang.account.AccountId;
import org.yangguang.organ.OrganId;

/**
 * One act in the written review record (书面审查记录); never changed.
 *
 * @param actor who; 0 for the program itself
 * @param organ organ that the actor belonged to
 * @param contentHash SM3 of the content that the actor had before them
 */
public record Step(
        long id,
        EditionId edition,
        Stage stage,
        Action action,
        AccountId actor,
        String actorName,
        OrganId organ,
        String opinion,
        String contentHash,
        Instant at) {}
