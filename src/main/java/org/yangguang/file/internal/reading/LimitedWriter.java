package org.yangguang.file.internal.reading;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/** Writes so many characters and no more. */
final class LimitedWriter extends FilterWriter {

    /** There is more, and it is not wanted. */
    static final class Full extends IOException {}

    private int left;

    LimitedWriter(Writer target, int characters) {
        super(target);
        this.left = characters;
    }

    @Override
    public void write(int character) throws IOException {
        write(new char[] {(char) character}, 0, 1);
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
        write(text.substring(from, from + length).toCharArray(), 0, length);
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
        int fits = Math.min(length, left);
        out.write(text, from, fits);
        left -= fits;
        if (fits < length) {
            throw new Full();
        }
    }
}
