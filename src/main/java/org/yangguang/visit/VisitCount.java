package org.yangguang.visit;

/**
 * Counts visits. Whoever answers a reader with a page says so here, also when the page came out of a cache.
 *
 * <p>A visitor counts once a day for the site and once a day for each page. What tells visitors apart is a hash under a salt that is
 * made anew each day and kept in memory only; neither address nor hash is ever stored.
 */
public interface VisitCount {

    /**
     * @param path path of the page, without query
     * @param visitor what tells this visitor from others today, such as address and browser; only its salted hash is kept, for the day
     */
    void seen(String path, String visitor);
}
