package org.yangguang.file.internal;

/** The disk has no room left; what was half written is gone again. */
public class FullDisk extends Exception {

    FullDisk(Throwable cause) {
        super(cause);
    }
}
