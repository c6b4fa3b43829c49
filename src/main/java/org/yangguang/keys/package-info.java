/** Changing the keys with which personal data is sealed. */
@ApplicationModule(displayName = "Keys")
@NullMarked
package org.yangguang.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
