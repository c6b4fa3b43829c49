package org.yangguang.file.internal;

/** JPEG: marked segments and entropy-coded data, to the end mark. Cameras put a second picture (a preview) behind the first. */
final class Jpeg {

    private static final int START = 0xd8;
    private static final int END = 0xd9;
    private static final int SCAN = 0xda;

    private Jpeg() {}

    static Image examine(Bytes bytes) throws NotAnImage {
        Image first = picture(bytes);
        while (bytes.peek(0) == 0xff && bytes.peek(1) == START) {
            picture(bytes);
        }
        bytes.end();
        return first;
    }

    private static Image picture(Bytes bytes) throws NotAnImage {
        Bytes.require(bytes.next() == 0xff && bytes.next() == START, "no start mark");
        int width = 0;
        int height = 0;
        boolean scanned = false;
        while (true) {
            int marker = marker(bytes);
            if (marker == END) {
                Bytes.require(scanned && width > 0, "there is no picture");
                return new Image("image/jpeg", width, height);
            }
            Bytes.require(marker >= 0xc0 && marker != START, "unknown segment");
            int length = bytes.bigEndian(2);
            if (frame(marker)) {
                bytes.skip(1);
                height = bytes.bigEndian(2);
                width = bytes.bigEndian(2);
                bytes.skip(length - 7);
            } else {
                bytes.skip(length - 2);
            }
            if (marker == SCAN) {
                scanned = true;
                skipCodedData(bytes);
            }
        }
    }

    private static int marker(Bytes bytes) throws NotAnImage {
        Bytes.require(bytes.next() == 0xff, "a segment is not marked");
        int marker = bytes.next();
        while (marker == 0xff) {
            marker = bytes.next();
        }
        return marker;
    }

    /** Start-of-frame segments tell the extent; DHT, JPG and DAC lie among their numbers. */
    private static boolean frame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    /** In coded data 0xff is followed by zero, or is a restart mark. */
    private static void skipCodedData(Bytes bytes) throws NotAnImage {
        while (true) {
            int ahead = bytes.peek(1);
            boolean mark = bytes.peek(0) == 0xff && ahead != 0 && ahead != 0xff && (ahead < 0xd0 || ahead > 0xd7);
            if (mark) {
                return;
            }
            bytes.skip(1);
        }
    }
}
