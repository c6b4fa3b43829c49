@NullMarked
package org.yangguang.request.web;

import org.jspecify.annotations.NullMarked;
