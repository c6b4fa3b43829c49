/** Annual reports: anybody's report is read, whatever its file, and checked against the form it follows. */
@ApplicationModule(displayName = "Reports")
@NullMarked
package org.yangguang.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
