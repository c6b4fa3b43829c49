package org.yangguang.file.internal;

/** GIF: a screen and blocks, to the trailer. */
final class Gif {

    private static final int EXTENSION = 0x21;
    private static final int PICTURE = 0x2c;
    private static final int TRAILER = 0x3b;

    private Gif() {}

    static Image examine(Bytes bytes) throws NotAnImage {
        String signature = bytes.ascii(6);
        Bytes.require(signature.equals("GIF87a") || signature.equals("GIF89a"), "unknown version");
        int width = bytes.littleEndian(2);
        int height = bytes.littleEndian(2);
        int screen = bytes.next();
        bytes.skip(2);
        skipColours(bytes, screen);
        boolean picture = false;
        for (int block = bytes.next(); block != TRAILER; block = bytes.next()) {
            Bytes.require(block == EXTENSION || block == PICTURE, "unknown block");
            if (block == EXTENSION) {
                bytes.skip(1);
            } else {
                picture = true;
                bytes.skip(8);
                skipColours(bytes, bytes.next());
                bytes.skip(1);
            }
            for (int length = bytes.next(); length != 0; length = bytes.next()) {
                bytes.skip(length);
            }
        }
        Bytes.require(picture, "there is no picture");
        bytes.end();
        return new Image("image/gif", width, height);
    }

    private static void skipColours(Bytes bytes, int flags) throws NotAnImage {
        if ((flags & 0x80) != 0) {
            bytes.skip(3 << (flags & 7) + 1);
        }
    }
}
