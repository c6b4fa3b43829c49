package org.yangguang.calendar.internal;

/** A holiday file that cannot be trusted; the program does not start with it. */
public class MalformedArrangement extends RuntimeException {

    MalformedArrangement(String file, int line, String reason) {
        super(file + ", line " + line + ": " + reason);
    }
}
