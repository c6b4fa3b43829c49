package org.yangguang.channel;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yangguang.organ.OrganId;

/**
 * One carrier of one organ: its account at Weibo, its board in the entrance hall.
 *
 * @param organ whose it is; items of this organ and of all below it may go out by it
 * @param address where the public finds it: a web address, a telephone number, a place
 * @param columns codes of the columns that it takes when it takes {@link Takes#COLUMNS}, those below them included
 * @param connected whether the program has been given access to its service
 * @param heldUntil nothing is tried before this time, because the service failed; null when nothing holds it
 * @param problem message key of what was wrong when the service failed last; null when it worked
 * @param version goes up with every change; a change made to another version is refused
 */
public record Outlet(
        long id,
        OrganId organ,
        Carrier carrier,
        String name,
        @Nullable String nameEn,
        String address,
        Takes takes,
        List<String> columns,
        boolean connected,
        @Nullable Instant heldUntil,
        @Nullable String problem,
        int version,
        boolean open) {

    /** Which published items are planned for it without a clerk. */
    public enum Takes {
        NONE,
        ALL,
        COLUMNS
    }

    /** Whether the address is one that a browser opens. */
    public boolean web() {
        return address.startsWith("https://") || address.startsWith("http://");
    }
}
