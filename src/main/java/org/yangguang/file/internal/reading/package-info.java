@NullMarked
package org.yangguang.file.internal.reading;

import org.jspecify.annotations.NullMarked;
