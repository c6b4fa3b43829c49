package org.yangguang.file.internal.reading;

import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XML of unknown origin without ever resolving anything: a document type (and with it every entity, external or multiplying)
 * is refused.
 */
public final class XmlPart {

    private static final int DEEPEST = 400;

    private XmlPart() {}

    /** A reader that knows no document types; look out for {@link XMLStreamConstants#DTD} all the same. */
    public static XMLStreamReader reader(InputStream xml) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLResolver((publicId, systemId, baseUri, namespace) -> InputStream.nullInputStream());
        return factory.createXMLStreamReader(xml);
    }

    /**
     * Walks it once.
     *
     * @return how many elements it has
     * @throws BadContent when it has a document type, is nested beyond reason, has more than {@code most} elements, or is no XML
     */
    static int walk(InputStream xml, int most) throws BadContent {
        int elements = 0;
        int depth = 0;
        try {
            XMLStreamReader reader = reader(xml);
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.DTD -> throw new BadContent("file.document.dtd");
                    case XMLStreamConstants.START_ELEMENT -> {
                        elements++;
                        depth++;
                        if (depth > DEEPEST || elements > most) {
                            throw new BadContent("file.document.bomb");
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> depth--;
                    default -> {}
                }
            }
            return elements;
        } catch (XMLStreamException | RuntimeException e) {
            throw new BadContent("file.document.damaged");
        }
    }
}
