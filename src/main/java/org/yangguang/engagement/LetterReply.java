package org.yangguang.engagement;

import java.time.Instant;
import java.util.Set;

/**
 * The reply to a letter as it was last saved.
 *
 * @param version goes up with every saving; 0 while there is none
 * @param writers accounts of all who wrote it; none of them may approve it
 */
public record LetterReply(String text, int version, Set<Long> writers, String savedBy, Instant savedAt) {

    public static final LetterReply NONE = new LetterReply("", 0, Set.of(), "", Instant.EPOCH);
}
