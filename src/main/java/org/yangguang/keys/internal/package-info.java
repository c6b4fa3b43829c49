@NullMarked
package org.yangguang.keys.internal;

import org.jspecify.annotations.NullMarked;
