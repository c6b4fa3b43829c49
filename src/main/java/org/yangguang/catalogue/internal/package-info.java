@NullMarked
package org.yangguang.catalogue.internal;

import org.jspecify.annotations.NullMarked;
