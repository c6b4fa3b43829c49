package org.yangguang.intake.internal;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The texts that the cells of a workbook share, kept on disk: a sheet of unique texts would otherwise be in memory whole. */
final class SharedStrings implements Closeable {

    private static final int KEPT = 2_000;
    private static final int KEPT_LENGTH = 200;
    /** Longer than any cell may be (32,767 characters). */
    static final int LONGEST = 100_000;

    private final Path texts;
    private final Path places;
    private RandomAccessFile text;
    private RandomAccessFile place;
    private final Map<Integer, String> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, String> eldest) {
            return size() > KEPT;
        }
    };

    /** Takes the strings of {@code xl/sharedStrings.xml}. */
    SharedStrings(InputStream xml) throws IOException, XMLStreamException {
        texts = Files.createTempFile("yangguang-sheet", ".texts");
        places = Files.createTempFile("yangguang-sheet", ".places");
        try {
            try (DataOutputStream to = out(texts);
                    DataOutputStream at = out(places)) {
                write(xml, to, at);
            }
            text = new RandomAccessFile(texts.toFile(), "r");
            place = new RandomAccessFile(places.toFile(), "r");
        } catch (IOException | XMLStreamException | RuntimeException e) {
            Files.deleteIfExists(texts);
            Files.deleteIfExists(places);
            throw e;
        }
    }

    private static DataOutputStream out(Path file) throws IOException {
        return new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
    }

    private static void write(InputStream xml, DataOutputStream to, DataOutputStream at)
            throws IOException, XMLStreamException {
        XMLStreamReader reader = XlsxRows.reader(xml);
        long position = 0;
        StringBuilder string = new StringBuilder();
        int phonetic = 0;
        boolean inText = false;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    switch (reader.getLocalName()) {
                        case "si" -> string.setLength(0);
                        case "rPh" -> phonetic++;
                        case "t" -> inText = phonetic == 0;
                        default -> {}
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (inText && string.length() < LONGEST) {
                        string.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    switch (reader.getLocalName()) {
                        case "rPh" -> phonetic--;
                        case "t" -> inText = false;
                        case "si" -> {
                            byte[] bytes = string.toString().getBytes(StandardCharsets.UTF_8);
                            at.writeLong(position);
                            to.writeInt(bytes.length);
                            to.write(bytes);
                            position += 4 + bytes.length;
                        }
                        default -> {}
                    }
                }
                default -> {}
            }
        }
    }

    /** Null when there is no such string. */
    @org.jspecify.annotations.Nullable
    String get(int number) throws IOException {
        String known = kept.get(number);
        if (known != null) {
            return known;
        }
        if (number < 0 || 8L * number + 8 > place.length()) {
            return null;
        }
        place.seek(8L * number);
        text.seek(place.readLong());
        byte[] bytes = new byte[text.readInt()];
        text.readFully(bytes);
        String found = new String(bytes, StandardCharsets.UTF_8);
        if (found.length() <= KEPT_LENGTH) {
            kept.put(number, found);
        }
        return found;
    }

    @Override
    public void close() throws IOException {
        text.close();
        place.close();
        Files.deleteIfExists(texts);
        Files.deleteIfExists(places);
    }
}
