/** Regions and organs: who publishes, where they sit in the tree, how to reach them, and what they were once called. */
@ApplicationModule(displayName = "Organs")
@NullMarked
package org.yangguang.organ;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
