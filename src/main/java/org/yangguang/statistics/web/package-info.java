@NullMarked
package org.yangguang.statistics.web;

import org.jspecify.annotations.NullMarked;
