package org.yangguang.file.internal;

/** Bytes that are not wholly and only an image of a known type. */
public class NotAnImage extends Exception {

    public enum Flaw {
        /** Something else altogether. */
        OTHER_TYPE,
        /** An image that ends early or contradicts itself. */
        DAMAGED,
        /** An image that can be read as something else as well. */
        MIXED
    }

    private final Flaw flaw;

    NotAnImage(Flaw flaw, String message) {
        super(message);
        this.flaw = flaw;
    }

    public Flaw flaw() {
        return flaw;
    }
}
