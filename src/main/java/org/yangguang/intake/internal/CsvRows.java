package org.yangguang.intake.internal;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yangguang.disclosure.Reason;

/**
 * Rows of a CSV file (RFC 4180), separated by comma, semicolon or tab. Each row is decoded by itself, UTF-8 or else GB18030: neither has a
 * separator, quote or line end inside a character, and files that were put together from both are not rare.
 */
final class CsvRows implements SheetRows {

    private static final int LONGEST_ROW = 8_000_000;
    private static final int MOST_CELLS = 2_000;
    /** A control character that separates units by its own definition (US), and is in no text. */
    private static final int CELL_END = 0x1F;

    private final InputStream in;
    private final int separator;
    private int ahead = -2;
    private long number;

    CsvRows(Path file) {
        try {
            separator = separator(file);
            in = bytes(file);
        } catch (IOException e) {
            throw new UnreadableSource("intake.unreadable.file");
        }
    }

    @Override
    public @Nullable SheetRow next() {
        try {
            while (peek() >= 0) {
                number++;
                SheetRow row = row();
                if (!row.empty()) {
                    return row;
                }
            }
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SheetRow row() throws IOException {
        List<byte[]> cells = new ArrayList<>();
        ByteArrayOutputStream cell = new ByteArrayOutputStream(64);
        long size = 0;
        boolean quoted = false;
        boolean open = true;
        while (open) {
            int c = read();
            if (c < 0) {
                open = false;
            } else if (quoted) {
                if (c != '"') {
                    size = keep(cell, c, size);
                } else if (peek() == '"') {
                    size = keep(cell, read(), size);
                } else {
                    quoted = false;
                }
            } else if (c == '"' && cell.size() == 0) {
                quoted = true;
            } else if (c == separator) {
                add(cells, cell);
            } else if (c == '\n' || c == '\r') {
                if (c == '\r' && peek() == '\n') {
                    read();
                }
                open = false;
            } else {
                size = keep(cell, c, size);
            }
        }
        add(cells, cell);
        if (size > LONGEST_ROW) {
            return SheetRow.refused(number, Reason.of("intake.refused.rowTooLong", LONGEST_ROW / 1_000_000));
        }
        return quoted ? SheetRow.refused(number, Reason.of("intake.refused.quoteOpen")) : decoded(cells);
    }

    private static long keep(ByteArrayOutputStream cell, int c, long size) {
        if (size <= LONGEST_ROW && c != CELL_END) {
            cell.write(c);
        }
        return size + 1;
    }

    private static void add(List<byte[]> cells, ByteArrayOutputStream cell) {
        if (cells.size() < MOST_CELLS) {
            cells.add(cell.toByteArray());
        }
        cell.reset();
    }

    private SheetRow decoded(List<byte[]> cells) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] cell : cells) {
            whole.writeBytes(cell);
            whole.write(CELL_END);
        }
        Optional<String> text = TextBytes.decode(whole.toByteArray());
        if (text.isEmpty()) {
            return SheetRow.refused(number, Reason.of("intake.refused.encoding"));
        }
        return SheetRow.of(
                number,
                List.of(text.get().split(String.valueOf((char) CELL_END), -1)).subList(0, cells.size()));
    }

    private int read() throws IOException {
        int c = peek();
        ahead = -2;
        return c;
    }

    private int peek() throws IOException {
        if (ahead == -2) {
            ahead = in.read();
        }
        return ahead;
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            // nothing was written
        }
    }

    private static InputStream bytes(Path file) throws IOException {
        BufferedInputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        in.mark(4);
        byte[] mark = in.readNBytes(3);
        if (mark.length >= 2 && mark[0] == (byte) 0xFF && mark[1] == (byte) 0xFE) {
            return recoded(in, StandardCharsets.UTF_16LE);
        }
        if (mark.length >= 2 && mark[0] == (byte) 0xFE && mark[1] == (byte) 0xFF) {
            return recoded(in, StandardCharsets.UTF_16BE);
        }
        if (!(mark.length == 3 && mark[0] == (byte) 0xEF && mark[1] == (byte) 0xBB && mark[2] == (byte) 0xBF)) {
            in.reset();
        }
        return in;
    }

    private static InputStream recoded(BufferedInputStream in, Charset charset) throws IOException {
        in.reset();
        in.skipNBytes(2);
        return new Recoded(new InputStreamReader(in, charset));
    }

    /** UTF-8 of a text. */
    private static final class Recoded extends InputStream {

        private final Reader text;
        private byte[] bytes = new byte[0];
        private int at;

        Recoded(Reader text) {
            this.text = text;
        }

        @Override
        public int read() throws IOException {
            if (at == bytes.length) {
                char[] chars = new char[4_097];
                int count = text.read(chars, 0, 4_096);
                if (count < 0) {
                    return -1;
                }
                if (Character.isHighSurrogate(chars[count - 1])) {
                    int low = text.read();
                    if (low >= 0) {
                        chars[count++] = (char) low;
                    }
                }
                bytes = new String(chars, 0, count).getBytes(StandardCharsets.UTF_8);
                at = 0;
            }
            return bytes[at++] & 0xFF;
        }

        @Override
        public void close() throws IOException {
            text.close();
        }
    }

    /** The separator that the first line has most of. */
    private static int separator(Path file) throws IOException {
        int commas = 0;
        int semicolons = 0;
        int tabs = 0;
        try (InputStream in = bytes(file)) {
            boolean quoted = false;
            for (int i = 0, c = in.read(); i < 1 << 20 && c >= 0 && (quoted || c != '\n'); i++, c = in.read()) {
                quoted ^= c == '"';
                if (!quoted) {
                    commas += c == ',' ? 1 : 0;
                    semicolons += c == ';' ? 1 : 0;
                    tabs += c == '\t' ? 1 : 0;
                }
            }
        }
        if (tabs > commas && tabs > semicolons) {
            return '\t';
        }
        return semicolons > commas ? ';' : ',';
    }
}
