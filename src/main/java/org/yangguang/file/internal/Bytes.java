package org.yangguang.file.internal;

import java.nio.charset.StandardCharsets;
import org.yangguang.file.internal.NotAnImage.Flaw;

/** A position in the bytes of an image; running over the end means that the image is damaged. */
final class Bytes {

    private final byte[] content;
    private int position;

    Bytes(byte[] content) {
        this.content = content;
    }

    int position() {
        return position;
    }

    int length() {
        return content.length;
    }

    byte[] array() {
        return content;
    }

    boolean atEnd() {
        return position == content.length;
    }

    int next() throws NotAnImage {
        need(1);
        return content[position++] & 0xff;
    }

    /** Looks ahead without moving; -1 beyond the end. */
    int peek(int ahead) {
        return position + ahead < content.length ? content[position + ahead] & 0xff : -1;
    }

    int bigEndian(int bytes) throws NotAnImage {
        int value = 0;
        for (int i = 0; i < bytes; i++) {
            value = value << 8 | next();
        }
        return value;
    }

    int littleEndian(int bytes) throws NotAnImage {
        int value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= next() << 8 * i;
        }
        return value;
    }

    String ascii(int length) throws NotAnImage {
        need(length);
        String text = new String(content, position, length, StandardCharsets.ISO_8859_1);
        position += length;
        return text;
    }

    void skip(int length) throws NotAnImage {
        need(length);
        position += length;
    }

    /** Refuses unless nothing, or nothing but zeros, follows. */
    void end() throws NotAnImage {
        for (int i = position; i < content.length; i++) {
            if (content[i] != 0) {
                throw new NotAnImage(Flaw.MIXED, "something follows the end of the image");
            }
        }
    }

    static void require(boolean condition, String otherwise) throws NotAnImage {
        if (!condition) {
            throw new NotAnImage(Flaw.DAMAGED, otherwise);
        }
    }

    private void need(int length) throws NotAnImage {
        require(length >= 0 && length <= content.length - position, "the image ends early");
    }
}
