@NullMarked
package org.yangguang.remedy.internal;

import org.jspecify.annotations.NullMarked;
