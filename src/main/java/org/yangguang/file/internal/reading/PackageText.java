package org.yangguang.file.internal.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.yangguang.file.FileKind;

/** The words in the parts of an office package, a line for each paragraph or cell. */
final class PackageText {

    /** Large sheets are let in; what is read of them is limited by what is written. */
    static final OfficePackage.Limits LIMITS = new OfficePackage.Limits(1L << 30, 20_000, 500L << 20, 40_000_000);

    private static final Pattern WORD = Pattern.compile("word/(document|footnotes|endnotes)\\.xml");
    private static final Pattern SHEET = Pattern.compile("xl/(sharedStrings|worksheets/[^/]+)\\.xml");
    private static final Pattern SLIDES = Pattern.compile("ppt/slides/[^/]+\\.xml");
    private static final Pattern OPEN = Pattern.compile("content\\.xml");
    private static final Pattern OFD = Pattern.compile("Doc_[0-9]+/Pages/.*\\.xml");
    /** Elements of the formats whose text is text, and those that end a line. */
    private static final Set<String> TEXT = Set.of("t", "p", "h", "span", "a", "TextCode");

    private static final Set<String> LINE = Set.of("p", "h", "si", "is", "TextCode", "tab");

    private PackageText() {}

    static void write(FileKind kind, Path file, Writer text) throws IOException, BadContent {
        Pattern wanted =
                switch (kind) {
                    case WORD, WORD_WITH_MACROS -> WORD;
                    case SHEET, SHEET_WITH_MACROS -> SHEET;
                    case SLIDES, SLIDES_WITH_MACROS -> SLIDES;
                    case OFD -> OFD;
                    default -> OPEN;
                };
        try (OfficePackage parts = OfficePackage.open(Files.newByteChannel(file), LIMITS)) {
            List<String> names = parts.names().stream()
                    .filter(name -> wanted.matcher(name).matches())
                    .sorted(Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()))
                    .toList();
            for (String name : names) {
                try (InputStream part = parts.stream(name)) {
                    words(part, text);
                }
            }
        } catch (XMLStreamException e) {
            throw new BadContent("file.document.damaged");
        }
    }

    private static void words(InputStream part, Writer text) throws XMLStreamException, IOException {
        XMLStreamReader xml = XmlPart.reader(part);
        int inside = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && TEXT.contains(xml.getLocalName())) {
                inside++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                inside -= TEXT.contains(xml.getLocalName()) ? 1 : 0;
                if (LINE.contains(xml.getLocalName())) {
                    text.write('\n');
                }
            } else if (event == XMLStreamConstants.CHARACTERS && inside > 0 && !xml.isWhiteSpace()) {
                text.write(xml.getText());
            }
        }
    }
}
