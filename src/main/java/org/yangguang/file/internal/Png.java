package org.yangguang.file.internal;

import java.util.zip.CRC32;

/** PNG: a signature and chunks with check sums, from IHDR to IEND. */
final class Png {

    private Png() {}

    static Image examine(Bytes bytes) throws NotAnImage {
        bytes.skip(8);
        int width = 0;
        int height = 0;
        boolean data = false;
        for (String chunk = ""; !chunk.equals("IEND"); ) {
            boolean first = width == 0;
            int length = bytes.bigEndian(4);
            int start = bytes.position();
            chunk = bytes.ascii(4);
            Bytes.require(first == chunk.equals("IHDR"), "IHDR is not the first chunk");
            if (first) {
                Bytes.require(length == 13, "IHDR has a wrong length");
                width = bytes.bigEndian(4);
                height = bytes.bigEndian(4);
                Bytes.require(width > 0 && height > 0, "no extent");
                bytes.skip(5);
            } else {
                bytes.skip(length);
            }
            data |= chunk.equals("IDAT");
            CRC32 sum = new CRC32();
            sum.update(bytes.array(), start, bytes.position() - start);
            Bytes.require((int) sum.getValue() == bytes.bigEndian(4), "a check sum is wrong");
        }
        Bytes.require(data, "there is no picture");
        bytes.end();
        return new Image("image/png", width, height);
    }
}
