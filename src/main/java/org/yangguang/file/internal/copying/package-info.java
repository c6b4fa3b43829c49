@NullMarked
package org.yangguang.file.internal.copying;

import org.jspecify.annotations.NullMarked;
