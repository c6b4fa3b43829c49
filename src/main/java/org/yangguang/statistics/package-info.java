/** What statistical forms ask for: schemes of tables, and the rules by which their figures agree. */
@ApplicationModule(displayName = "Statistics")
@NullMarked
package org.yangguang.statistics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
