@NullMarked
package org.yangguang.platform.internal;

import org.jspecify.annotations.NullMarked;
