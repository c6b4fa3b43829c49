package org.yangguang.search;

/** How the index is. */
public enum IndexState {
    /** Not opened yet, or closed. */
    CLOSED,
    /** Whole. */
    READY,
    /** Whole and used, while another is built to take its place. */
    REBUILDING,
    /** Being built; searches find only what is in it already. */
    FILLING,
    /** Cannot be used. */
    UNAVAILABLE
}
