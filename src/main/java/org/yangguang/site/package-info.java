/** Page shell, navigation, home page, languages and error pages; every other module's pages hang in it. */
@ApplicationModule(displayName = "Site")
@NullMarked
package org.yangguang.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
