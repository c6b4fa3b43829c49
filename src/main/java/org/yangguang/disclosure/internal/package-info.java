@NullMarked
package org.yangguang.disclosure.internal;

import org.jspecify.annotations.NullMarked;
