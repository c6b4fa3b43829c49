/** The append-only chain of what was done, and its verifier. */
@ApplicationModule(displayName = "Audit")
@NullMarked
package org.yangguang.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
