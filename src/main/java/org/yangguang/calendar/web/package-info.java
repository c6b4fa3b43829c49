@NullMarked
package org.yangguang.calendar.web;

import org.jspecify.annotations.NullMarked;
