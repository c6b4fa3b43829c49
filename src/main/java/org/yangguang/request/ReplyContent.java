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
 * @param unconsulted why a third party whose trade secret or privacy it rests on was not asked, or why it is withheld though they consent; empty where they were
 */
public record ReplyContent(
        ReplyKind kind,
        String article,
        String reason,
        String referral,
        String body,
        List<Withheld> withheld,
        List<String> files,
        String unconsulted) {

    public ReplyContent {
        unconsulted = unconsulted == null ? "" : unconsulted;
        withheld = List.copyOf(withheld);
        files = List.copyOf(files);
    }

    public ReplyContent(
            ReplyKind kind,
            String article,
            String reason,
            String referral,
            String body,
            List<Withheld> withheld,
            List<String> files) {
        this(kind, article, reason, referral, body, withheld, files, "");
    }

    /** The same, with the reason why no third party was asked. */
    public ReplyContent unconsulted(String why) {
        return new ReplyContent(kind, article, reason, referral, body, withheld, files, why);
    }

    /** Whether something is withheld for the sake of a third party (2007 Art. 14, 23; 2019 Art. 15, 32). */
    public boolean protectsThirdParty() {
        return kind.protectsThirdParty()
                || withheld.stream().anyMatch(part -> part.ground().protectsThirdParty());
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
