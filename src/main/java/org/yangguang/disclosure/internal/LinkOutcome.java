package org.yangguang.disclosure.internal;

import org.jspecify.annotations.Nullable;
import org.yangguang.disclosure.Finding;

/**
 * What is known of where a link leads.
 *
 * @param told what came back, for people: a status, or the kind of failure
 */
record LinkOutcome(Standing standing, String told) {

    enum Standing {
        /** Somebody answered that it is there, or that only some may see it. */
        ALIVE(null),
        /** Its site says that it is not there. */
        GONE(Finding.Kind.DEAD_LINK),
        /** Nobody answered, or the answer was no use; it may be another time. */
        SILENT(Finding.Kind.SILENT_LINK),
        /** It leads into a network that readers cannot reach; it is not called. */
        PRIVATE(Finding.Kind.PRIVATE_LINK);

        final Finding.@Nullable Kind finding;

        Standing(Finding.@Nullable Kind finding) {
            this.finding = finding;
        }
    }

    static LinkOutcome alive(String told) {
        return new LinkOutcome(Standing.ALIVE, told);
    }

    static LinkOutcome gone(String told) {
        return new LinkOutcome(Standing.GONE, told);
    }

    static LinkOutcome silent(String told) {
        return new LinkOutcome(Standing.SILENT, told);
    }

    static LinkOutcome inside(String told) {
        return new LinkOutcome(Standing.PRIVATE, told);
    }
}
