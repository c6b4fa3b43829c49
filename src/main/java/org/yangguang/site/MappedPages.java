package org.yangguang.site;

import java.util.List;

/** Pages for everybody that a module wants in the map of the site for search engines: some tens, read anew for each map. */
@FunctionalInterface
public interface MappedPages {

    /** Addresses on this site: {@code /letters}. */
    List<String> paths();
}
