@NullMarked
package org.yangguang.audit.internal;

import org.jspecify.annotations.NullMarked;
