@NullMarked
package org.yangguang.delivery.web;

import org.jspecify.annotations.NullMarked;
