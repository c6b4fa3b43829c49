package org.yangguang.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.yangguang.file.internal.reading.XmlPart;

/** What can be read in Word, Excel and PowerPoint files, part by part. */
final class OfficeWords {

    private final StringBuilder words = new StringBuilder();
    private final Map<String, String> links = new LinkedHashMap<>();
    private int undescribed;

    private OfficeWords() {}

    static FileText in(InputStream bytes, int most) throws IOException {
        OfficeWords found = new OfficeWords();
        try (ZipInputStream zip = new ZipInputStream(bytes)) {
            for (ZipEntry part = zip.getNextEntry();
                    part != null && found.words.length() < most;
                    part = zip.getNextEntry()) {
                if (part.getName().endsWith(".rels")) {
                    found.relations(zip.readAllBytes());
                } else if (part.getName().endsWith(".xml") && part.getName().contains("/")) {
                    found.part(zip.readAllBytes());
                }
            }
        }
        return new FileText(found.words.toString(), 0, 0, found.undescribed, found.links);
    }

    private void relations(byte[] part) {
        try {
            XMLStreamReader reader = XmlPart.reader(new ByteArrayInputStream(part));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT
                        && "External".equals(reader.getAttributeValue(null, "TargetMode"))
                        && String.valueOf(reader.getAttributeValue(null, "Type"))
                                .endsWith("/hyperlink")
                        && links.size() < FileText.MOST_LINKS) {
                    links.putIfAbsent(String.valueOf(reader.getAttributeValue(null, "Target")), "");
                }
            }
        } catch (XMLStreamException unreadable) {
            // whoever opens the file is told so by its program
        }
    }

    /** Runs of one paragraph belong together, cells and paragraphs do not. */
    private void part(byte[] part) {
        try {
            XMLStreamReader reader = XmlPart.reader(new ByteArrayInputStream(part));
            String element = "";
            boolean described = false;
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        element = reader.getLocalName();
                        // Word says it of the frame around the picture, the others of the picture
                        described = switch (element) {
                            case "docPr" -> describes(reader);
                            case "cNvPr" -> described || describes(reader);
                            default -> described;
                        };
                    }
                    case XMLStreamConstants.CHARACTERS -> {
                        if (element.equals("t") || element.equals("v")) {
                            words.append(reader.getText());
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        switch (reader.getLocalName()) {
                            case "p", "si", "c", "row" -> words.append("\n\n");
                            case "br", "tab" -> words.append('\n');
                            case "tc" -> words.append('\t');
                            case "pic" -> {
                                undescribed += described ? 0 : 1;
                                described = false;
                            }
                            case "sp", "graphicFrame" -> described = false;
                            default -> {}
                        }
                        element = "";
                    }
                    default -> {}
                }
            }
        } catch (XMLStreamException unreadable) {
            words.append('\n');
        }
    }

    private static boolean describes(XMLStreamReader element) {
        String description = element.getAttributeValue(null, "descr");
        return (description != null && !description.isBlank())
                || "1".equals(element.getAttributeValue(null, "decorative"));
    }
}
