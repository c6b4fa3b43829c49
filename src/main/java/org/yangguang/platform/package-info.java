/** What the program stands on: its database, its data directory, its command line, its clock. */
@ApplicationModule(displayName = "Platform")
@NullMarked
package org.yangguang.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
