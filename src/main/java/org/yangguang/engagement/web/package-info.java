@NullMarked
package org.yangguang.engagement.web;

import org.jspecify.annotations.NullMarked;
