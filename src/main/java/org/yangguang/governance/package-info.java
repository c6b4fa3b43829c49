/** The people and means behind disclosure: leading group, filed officers and their cover, meetings, training, reading points, funds. */
@ApplicationModule(displayName = "Governance")
@NullMarked
package org.yangguang.governance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
