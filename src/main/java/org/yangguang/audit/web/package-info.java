@NullMarked
package org.yangguang.audit.web;

import org.jspecify.annotations.NullMarked;
