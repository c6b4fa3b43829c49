/** The ways by which information reaches the public beside the website, and what went out by them. */
@ApplicationModule(displayName = "Channel")
@NullMarked
package org.yangguang.channel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
