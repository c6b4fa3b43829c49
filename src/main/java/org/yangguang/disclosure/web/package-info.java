@NullMarked
package org.yangguang.disclosure.web;

import org.jspecify.annotations.NullMarked;
