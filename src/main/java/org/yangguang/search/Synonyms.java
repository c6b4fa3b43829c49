package org.yangguang.search;

import java.util.List;

/** Words that mean the same, kept by the office: who searches for one finds the others too. */
public interface Synonyms {

    /**
     * @param words two to twelve, as the index compares them: simplified, half-width, small letters
     * @param version counts its changes
     */
    record Group(long id, List<String> words, int version) {}

    /** All groups; a change is seen at once on the node that made it, and within a fifth of a second on every other. */
    List<Group> groups();
}
