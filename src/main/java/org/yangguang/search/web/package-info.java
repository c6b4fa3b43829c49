@NullMarked
package org.yangguang.search.web;

import org.jspecify.annotations.NullMarked;
