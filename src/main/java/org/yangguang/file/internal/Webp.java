package org.yangguang.file.internal;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** WebP: a RIFF container whose first chunk tells the extent. */
final class Webp {

    private Webp() {}

    static Image examine(Bytes bytes) throws NotAnImage {
        Bytes.require(bytes.ascii(4).equals("RIFF"), "not a RIFF container");
        int size = bytes.littleEndian(4);
        Bytes.require(size > 12 && size <= bytes.length() - 8, "the image ends early");
        int end = 8 + size;
        Bytes.require(bytes.ascii(4).equals("WEBP"), "not WebP");
        @Nullable Image image = null;
        boolean picture = false;
        while (bytes.position() < end) {
            String chunk = bytes.ascii(4);
            int length = bytes.littleEndian(4);
            int start = bytes.position();
            if (image == null) {
                image = extent(chunk, bytes);
            }
            picture |= chunk.equals("VP8 ") || chunk.equals("VP8L") || chunk.equals("ANMF");
            int read = bytes.position() - start;
            Bytes.require(length >= read, "a chunk is too short");
            bytes.skip(length - read);
            if (length % 2 != 0 && bytes.position() < end) {
                bytes.skip(1);
            }
        }
        Bytes.require(picture && bytes.position() == end, "there is no whole picture");
        bytes.end();
        return Objects.requireNonNull(image);
    }

    private static Image extent(String chunk, Bytes bytes) throws NotAnImage {
        switch (chunk) {
            case "VP8 " -> {
                bytes.skip(3);
                Bytes.require(bytes.bigEndian(3) == 0x9d012a, "no key frame");
                int width = bytes.littleEndian(2) & 0x3fff;
                return new Image("image/webp", width, bytes.littleEndian(2) & 0x3fff);
            }
            case "VP8L" -> {
                Bytes.require(bytes.next() == 0x2f, "no lossless picture");
                int bits = bytes.littleEndian(4);
                return new Image("image/webp", (bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1);
            }
            case "VP8X" -> {
                bytes.skip(4);
                int width = bytes.littleEndian(3) + 1;
                return new Image("image/webp", width, bytes.littleEndian(3) + 1);
            }
            default -> throw new NotAnImage(NotAnImage.Flaw.DAMAGED, "unknown first chunk");
        }
    }
}
