package org.yangguang.file;

/** Whoever refers to files of the {@link FileStore} says so by a bean of this type: a file to which nobody refers can be taken away. */
@FunctionalInterface
public interface FileUses {

    /** Whether the file with this hash is needed. */
    boolean include(String hash);
}
