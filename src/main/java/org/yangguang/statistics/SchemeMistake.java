package org.yangguang.statistics;

import java.util.List;

/** A scheme file that cannot be used; the message names file, line and reason of every mistake, a line each. */
public final class SchemeMistake extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SchemeMistake(List<String> mistakes) {
        super(String.join(System.lineSeparator(), mistakes));
    }
}
