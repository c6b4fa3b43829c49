package org.yangguang.site;

import java.time.Instant;
import java.util.List;

/** Pages of numbered records that a module wants in the map of the site for search engines: as many as there will ever be, in parts. */
public interface MappedRecords {

    /** In the addresses of the parts; lower-case letters. */
    String name();

    /** The highest number of a record that stands on the site; 0 when there is none. */
    long last();

    /** Those that stand on the site with numbers from {@code from} on and below {@code until}. */
    List<Mapped> between(long from, long until);

    /** @param path its address on this site */
    record Mapped(String path, Instant changed) {}
}
