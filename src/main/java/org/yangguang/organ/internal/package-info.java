@NullMarked
package org.yangguang.organ.internal;

import org.jspecify.annotations.NullMarked;
