package org.yangguang.site;

import java.time.Instant;
import java.util.List;

/** Pages of numbered records that a module wants in the map of the site for search engines: as many as there will ever be, in parts. */
public interface MappedRecords {

    /** In the addresses of the parts; lower-case letters. */
    String name();

    /** The highest number of a record that stands on the site; 0 when there is none. */
    long last();

    /** At most {@code most} of those that stand on the site, the lowest numbers above {@code number} first. */
    List<Mapped> after(long number, int most);

    /**
     * A record.
     *
     * @param path its address on this site
     */
    record Mapped(long number, String path, Instant changed) {}
}
