@NullMarked
package org.yangguang.channel.web;

import org.jspecify.annotations.NullMarked;
