@NullMarked
package org.yangguang.site.web;

import org.jspecify.annotations.NullMarked;
