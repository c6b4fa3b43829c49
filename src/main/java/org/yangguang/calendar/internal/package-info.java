@NullMarked
package org.yangguang.calendar.internal;

import org.jspecify.annotations.NullMarked;
