@NullMarked
package org.yangguang.remedy.web;

import org.jspecify.annotations.NullMarked;
