/**
 * How answers reach readers: public pages are kept as they were made, compressed, until something is recorded that may change them;
 * and no more are made at a time than the machine can bear.
 */
@ApplicationModule(displayName = "Delivery")
@NullMarked
package org.yangguang.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
