package org.yangguang.search;

import java.util.Set;

/** Answers which visibility keys the reader of the running request holds; implemented by the owner of the visibility gate. */
public interface SearchAccess {

    Set<String> keysOfReader();

    /** The keys of somebody who has shown nothing; what may be kept for everybody is made with these. */
    Set<String> keysOfAnybody();
}
