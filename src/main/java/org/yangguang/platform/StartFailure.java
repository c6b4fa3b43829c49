package org.yangguang.platform;

import org.jspecify.annotations.Nullable;

/** Why the program cannot start, as one whole sentence that tells the operator what to do. */
public class StartFailure extends RuntimeException {

    public StartFailure(String sentence) {
        super(sentence);
    }

    public StartFailure(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
