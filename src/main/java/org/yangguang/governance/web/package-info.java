@NullMarked
package org.yangguang.governance.web;

import org.jspecify.annotations.NullMarked;
