package org.yangguang.search;

import java.util.List;

/** What readers looked for and did not find, for the editors: counted by day, without anything of who looked. */
public interface VainSearches {

    /** Days after which a note is forgotten. */
    int KEPT_DAYS = 90;

    /** From so many times on words are shown: what one reader typed once may be a name. */
    int SHOWN_FROM = 3;

    record Looked(String text, long times) {}

    /** Notes one search that found nothing with all its words; drops it when it might tell of a person. Never waits. */
    void note(String typed);

    /** What was looked for in vain in the last {@link #KEPT_DAYS} days, most often first. */
    List<Looked> most(int limit);
}
