@NullMarked
package org.yangguang.visit.web;

import org.jspecify.annotations.NullMarked;
