@NullMarked
package org.yangguang.file.internal;

import org.jspecify.annotations.NullMarked;
