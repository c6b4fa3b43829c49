package org.yangguang.file;

/** A file that may not be stored; {@link #reason()} is a message key. */
public class RefusedFile extends RuntimeException {

    private final String reason;

    public RefusedFile(String reason) {
        super(reason);
        this.reason = reason;
    }

    RefusedFile(String reason, Exception cause) {
        super(reason, cause);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
