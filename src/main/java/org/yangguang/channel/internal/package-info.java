@NullMarked
package org.yangguang.channel.internal;

import org.jspecify.annotations.NullMarked;
