/** The demonstration district, generated from facts, deterministic. */
@ApplicationModule(displayName = "Demo")
@NullMarked
package org.yangguang.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
