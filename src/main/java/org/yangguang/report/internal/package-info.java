@NullMarked
package org.yangguang.report.internal;

import org.jspecify.annotations.NullMarked;
