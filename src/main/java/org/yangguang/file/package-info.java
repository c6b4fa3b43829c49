/** Content-addressed files with a type decided by their content. */
@ApplicationModule(displayName = "Files")
@NullMarked
package org.yangguang.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
