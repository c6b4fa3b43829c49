@NullMarked
package org.yangguang.governance.internal;

import org.jspecify.annotations.NullMarked;
