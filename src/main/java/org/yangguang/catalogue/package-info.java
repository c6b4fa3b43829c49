/** Columns, subjects, genres, index numbers, and the guide and rules of each organ. */
@ApplicationModule(displayName = "Catalogue")
@NullMarked
package org.yangguang.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
