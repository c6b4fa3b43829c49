@NullMarked
package org.yangguang.account.internal;

import org.jspecify.annotations.NullMarked;
