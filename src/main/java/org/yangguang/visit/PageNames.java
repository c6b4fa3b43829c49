package org.yangguang.visit;

import java.util.Collection;
import java.util.Map;

/** What pages are called; a module offers it for its own pages. */
public interface PageNames {

    /** Names by path, as far as this module has them and the reader of the running request may see them. */
    Map<String, String> of(Collection<String> paths);
}
