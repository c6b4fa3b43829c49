@NullMarked
package org.yangguang.delivery.internal;

import org.jspecify.annotations.NullMarked;
