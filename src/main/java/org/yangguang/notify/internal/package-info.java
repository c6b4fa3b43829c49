@NullMarked
package org.yangguang.notify.internal;

import org.jspecify.annotations.NullMarked;
