/** Topics: a running subject that collects what several modules publish about it. */
@ApplicationModule(displayName = "Topics")
@NullMarked
package org.yangguang.topic;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
