@NullMarked
package org.yangguang.account.web;

import org.jspecify.annotations.NullMarked;
