package org.yangguang.report.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The package of a Word or Excel file, opened with limits on what it unfolds to. */
final class OfficeReader {

    private static final int MOST_UNFOLDED = 96 * 1024 * 1024;
    private static final int MOST_ENTRIES = 5_000;

    private OfficeReader() {}

    static Document read(byte[] content) throws Unreadable {
        try {
            Map<String, byte[]> parts = unfold(content);
            if (parts.containsKey("word/document.xml")) {
                return WordReader.read(parts.get("word/document.xml"));
            }
            if (parts.keySet().stream().anyMatch(name -> name.startsWith("xl/worksheets/"))) {
                return SheetReader.read(parts);
            }
            throw new Unreadable("unreadable.unknown");
        } catch (IOException | XMLStreamException | RuntimeException e) {
            throw new Unreadable("unreadable.broken");
        }
    }

    private static Map<String, byte[]> unfold(byte[] content) throws IOException, Unreadable {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        int unfolded = 0;
        int entries = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > MOST_ENTRIES) {
                    throw new Unreadable("unreadable.unfolds");
                }
                if (isText(entry.getName())) {
                    byte[] part = read(zip, MOST_UNFOLDED - unfolded);
                    unfolded += part.length;
                    parts.put(entry.getName(), part);
                }
            }
        }
        return parts;
    }

    private static boolean isText(String name) {
        return name.equals("word/document.xml")
                || name.equals("xl/sharedStrings.xml")
                || name.startsWith("xl/worksheets/") && name.endsWith(".xml");
    }

    private static byte[] read(InputStream stream, int most) throws IOException, Unreadable {
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        byte[] buffer = new byte[16 * 1024];
        for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
            if (part.size() + read > most) {
                throw new Unreadable("unreadable.unfolds");
            }
            part.write(buffer, 0, read);
        }
        return part.toByteArray();
    }

    /** A reader that knows neither document types nor entities. */
    static XMLStreamReader xml(byte[] part) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLStreamReader(new ByteArrayInputStream(part));
    }
}
