package org.yangguang.intake.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A part of an archive that may not grow beyond what an honest one does. */
final class BoundedStream extends FilterInputStream {

    private static final long HARMLESS = 50_000_000;
    private static final long MOST = 4_000_000_000L;
    private static final long MOST_TIMES = 250;

    private final long packed;
    private long unpacked;

    BoundedStream(InputStream in, long packed) {
        super(in);
        this.packed = Math.max(1, packed);
    }

    @Override
    public int read() throws IOException {
        int c = super.read();
        count(c < 0 ? 0 : 1);
        return c;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int count = super.read(bytes, from, length);
        count(count);
        return count;
    }

    private void count(int more) {
        unpacked += Math.max(0, more);
        if (unpacked > MOST || (unpacked > HARMLESS && unpacked / packed > MOST_TIMES)) {
            throw new UnreadableSource("intake.unreadable.bomb");
        }
    }
}
