@NullMarked
package org.yangguang.site.internal;

import org.jspecify.annotations.NullMarked;
