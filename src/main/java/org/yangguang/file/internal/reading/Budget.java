package org.yangguang.file.internal.reading;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** So many bytes may be read from several streams together; what a container says of its parts' sizes is not believed. */
final class Budget {

    /** There was more to read. */
    static final class Spent extends IOException {}

    private long left;

    Budget(long bytes) {
        this.left = bytes;
    }

    boolean spent() {
        return left < 0;
    }

    InputStream of(InputStream stream) {
        return new FilterInputStream(stream) {
            @Override
            public int read() throws IOException {
                int read = super.read();
                take(read < 0 ? 0 : 1);
                return read;
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                int read = super.read(bytes, from, length);
                take(Math.max(read, 0));
                return read;
            }

            @Override
            public long skip(long wanted) throws IOException {
                byte[] bytes = new byte[16_384];
                long skipped = 0;
                for (int read = read(bytes, 0, bytes.length); read >= 0; read = read(bytes, 0, bytes.length)) {
                    skipped += read;
                    if (skipped >= wanted) {
                        break;
                    }
                }
                return skipped;
            }

            @Override
            public boolean markSupported() {
                return false;
            }
        };
    }

    private void take(int bytes) throws Spent {
        left -= bytes;
        if (left < 0) {
            throw new Spent();
        }
    }
}
