@NullMarked
package org.yangguang.intake.internal;

import org.jspecify.annotations.NullMarked;
