@NullMarked
package org.yangguang.engagement.internal;

import org.jspecify.annotations.NullMarked;
