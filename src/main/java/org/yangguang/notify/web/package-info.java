@NullMarked
package org.yangguang.notify.web;

import org.jspecify.annotations.NullMarked;
