/** Information items, their immutable editions, three-level review, publication, withdrawal, and the one visibility gate. */
@ApplicationModule(displayName = "Disclosure")
@NullMarked
package org.yangguang.disclosure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
