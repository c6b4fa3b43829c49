package org.yangguang.site;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What waits for the officer of the running request in a module; its beans fill the desk, the most urgent first. */
public interface DeskWork {

    /** Granted authorities ({@code ROLE_…}) of which the officer needs one; empty means any officer. */
    Set<String> roles();

    /** At most some dozens: the page of the module itself shows all. */
    List<Line> waiting();

    /**
     * One thing to do.
     *
     * @param what message key of what is to be done
     * @param arguments fill {0}, {1} … of the message
     * @param about number or place by which it is known; empty when there is none
     * @param due last day; null when no period runs
     * @param since when it began to wait; null when that is not known
     */
    record Line(
            String what,
            List<String> arguments,
            String about,
            String href,
            @Nullable LocalDate due,
            @Nullable Instant since) {}
}
