package org.yangguang.topic;

import org.jspecify.annotations.Nullable;

/**
 * A running subject (专题), such as a reform or a construction project, that collects items, and later interpretations and answers.
 *
 * @param code part of its address, {@code /topics/housing}
 * @param about what it is about, plain text
 * @param version goes up with every change; a change made to another version is refused
 */
public record Topic(
        long id, String code, String name, @Nullable String nameEn, String about, State state, int version) {

    public enum State {
        /** Seen by those who keep it only. */
        PREPARED,
        OPEN,
        /** Still read by everybody, and told to be over. */
        CLOSED
    }

    /** Address of its page on this site. */
    public String href() {
        return "/topics/" + code;
    }
}
