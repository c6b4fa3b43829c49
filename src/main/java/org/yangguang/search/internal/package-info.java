@NullMarked
package org.yangguang.search.internal;

import org.jspecify.annotations.NullMarked;
