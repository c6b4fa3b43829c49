/** Tells people outside by mail and text message, after the transaction in which it was asked for. */
@ApplicationModule(displayName = "Notify")
@NullMarked
package org.yangguang.notify;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
