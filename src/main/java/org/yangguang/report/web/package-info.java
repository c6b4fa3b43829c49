@NullMarked
package org.yangguang.report.web;

import org.jspecify.annotations.NullMarked;
