package org.yangguang.file;

import java.util.Optional;

/** The pictures that lie beside a document and are named in it by a relative address. */
@FunctionalInterface
public interface ImagesBeside {

    /** A document that comes alone. */
    ImagesBeside NONE = address -> Optional.empty();

    /**
     * The picture.
     *
     * @param address as the document names it, decoded; never absolute, without scheme, and never leading upwards out of its folder
     *     by itself: who looks it up in a file system must check that too
     */
    Optional<byte[]> find(String address);
}
