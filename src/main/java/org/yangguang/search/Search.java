package org.yangguang.search;

import java.util.List;
import java.util.Set;

/** Asks the index. No query string makes it fail. */
public interface Search {

    SearchResult find(SearchQuery query, Set<String> visibilityKeys);

    /** At most {@code limit} titles that a reader who has typed {@code prefix} may mean. */
    List<String> suggest(String prefix, int limit, Set<String> visibilityKeys);
}
