package org.yangguang.site;

import java.util.Set;

/** Says which of the things that pages show ({@link Shown}) a recorded act has changed. */
public interface ShownChanges {

    /** Whether this module can tell for acts of this name. */
    boolean know(String action);

    /**
     * The changed things, also those that stopped or began to belong together by it. May ask the database.
     *
     * @param subject what was done something to, as it is recorded: {@code disclosure.edition:17}
     */
    Set<String> of(String action, String subject);
}
