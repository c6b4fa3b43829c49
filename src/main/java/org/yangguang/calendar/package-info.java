/** Working days with make-up days, statutory periods, and deadlines that explain themselves. */
@ApplicationModule(displayName = "Calendar")
@NullMarked
package org.yangguang.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
