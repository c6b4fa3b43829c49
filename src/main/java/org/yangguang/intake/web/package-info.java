@NullMarked
package org.yangguang.intake.web;

import org.jspecify.annotations.NullMarked;
