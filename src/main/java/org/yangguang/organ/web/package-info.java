@NullMarked
package org.yangguang.organ.web;

import org.jspecify.annotations.NullMarked;
