package org.yangguang.request;

import java.util.List;

/**
 * A reply as it is drafted and reviewed.
 *
 * @param article what it rests on, as the letter cites it
 * @param reason why, where the kind needs a reason
 * @param referral name and contact of the organ that is responsible, for {@link ReplyKind#NOT_THIS_ORGAN}
 * @param body what the letter says
 * @param withheld parts that are withheld, each with its ground (2007 Art. 22, 2019 Art. 37)
 * @param files hashes of the files that are given
 */
public record ReplyContent(
        ReplyKind kind,
        String article,
        String reason,
        String referral,
        String body,
        List<Withheld> withheld,
        List<String> files) {

    public ReplyContent {
        withheld = List.copyOf(withheld);
        files = List.copyOf(files);
    }

    /** One part that is not given (区分处理). */
    public record Withheld(String part, ReplyKind ground, String reason) {}

    public static ReplyContent of(ReplyKind kind, String article, String reason, String body) {
        return new ReplyContent(kind, article, reason, "", body, List.of(), List.of());
    }

    /** May name people; not for logs. */
    @Override
    public String toString() {
        return "ReplyContent[" + kind + "]";
    }
}
