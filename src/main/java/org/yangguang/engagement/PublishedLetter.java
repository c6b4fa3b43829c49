package org.yangguang.engagement;

import java.time.Instant;
import java.time.LocalDate;
import org.yangguang.organ.OrganId;

/**
 * A letter with its answer as the public reads it, without personal data.
 *
 * @param organName name of the answering organ when it was published
 */
public record PublishedLetter(
        long id,
        String number,
        LetterKind kind,
        OrganId organ,
        String organName,
        String title,
        String question,
        String answer,
        LocalDate receivedOn,
        LocalDate repliedOn,
        Instant publishedAt) {

    /** Address of its page on this site. */
    public String href() {
        return "/letters/" + id;
    }
}
