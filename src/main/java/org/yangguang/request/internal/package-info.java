@NullMarked
package org.yangguang.request.internal;

import org.jspecify.annotations.NullMarked;
