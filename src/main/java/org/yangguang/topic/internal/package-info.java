@NullMarked
package org.yangguang.topic.internal;

import org.jspecify.annotations.NullMarked;
