@NullMarked
package org.yangguang.visit.internal;

import org.jspecify.annotations.NullMarked;
