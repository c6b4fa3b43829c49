/** How many people read which page: counted without cookies and without knowing who they are. */
@ApplicationModule(displayName = "Visits")
@NullMarked
package org.yangguang.visit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
