@NullMarked
package org.yangguang.topic.web;

import org.jspecify.annotations.NullMarked;
