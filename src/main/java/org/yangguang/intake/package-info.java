/** What comes in from elsewhere: sheets, folders, old sites and other systems, taken in row by row with every refusal told. */
@ApplicationModule(displayName = "Intake")
@NullMarked
package org.yangguang.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
