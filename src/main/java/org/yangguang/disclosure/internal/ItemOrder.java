package org.yangguang.disclosure.internal;

/** How a list is ordered. */
public enum ItemOrder {
    /** Date of formation, newest first. */
    FORMED("formed_on desc, item_id desc"),
    /** Date of formation, oldest first. */
    OLDEST("formed_on, item_id"),
    /** Time of publication, newest first. */
    PUBLISHED("published_at desc, item_id desc");

    final String sql;

    ItemOrder(String sql) {
        this.sql = sql;
    }
}
