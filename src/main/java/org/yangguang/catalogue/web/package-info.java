@NullMarked
package org.yangguang.catalogue.web;

import org.jspecify.annotations.NullMarked;
