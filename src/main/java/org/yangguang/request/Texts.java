package org.yangguang.request;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words beside a step; they may name people, so they are sealed where they are kept and can be erased while the step stays.
 *
 * @param words opinion, reason, what to correct, the corrected request …
 * @param party name and address of who is consulted; empty otherwise
 * @param reply the draft of a reply that is submitted; null otherwise
 * @param files hashes of papers that belong to the step
 */
public record Texts(String words, String party, @Nullable ReplyContent reply, List<String> files) {

    public static final Texts NONE = new Texts("", "", null, List.of());

    public Texts {
        files = List.copyOf(files);
    }

    public static Texts words(String words) {
        return new Texts(words, "", null, List.of());
    }

    public static Texts party(String party, String words) {
        return new Texts(words, party, null, List.of());
    }

    public static Texts reply(ReplyContent reply) {
        return new Texts("", "", reply, List.of());
    }

    /** May name people; not for logs. */
    @Override
    public String toString() {
        return "Texts";
    }
}
