package org.yangguang.file.internal;

import java.io.InputStream;
import java.nio.file.Path;

/** Where the bytes of files lie, each under its hash. A file appears whole or not at all. */
public interface Vault {

    /** Keeps {@code content} under {@code hash}; does nothing when it is there already. */
    void put(String hash, byte[] content) throws FullDisk;

    /** As above, for what lies in a file; that file stays where it is. */
    void put(String hash, Path content) throws FullDisk;

    /** The bytes; the caller closes the stream. */
    InputStream open(String hash);

    /** Takes the bytes away; does nothing when they are not there. */
    void remove(String hash);
}
