/** The index of what can be found. It knows documents, not their owners. */
@ApplicationModule(displayName = "Search")
@NullMarked
package org.yangguang.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
