@NullMarked
package org.yangguang.statistics.internal;

import org.jspecify.annotations.NullMarked;
