package org.yangguang.site;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * What is new, as an Atom feed (RFC 4287).
 *
 * @param self absolute address of the feed itself, which is also its id
 * @param page absolute address of the page that shows the same
 */
public record AtomFeed(String title, String self, String page, List<Entry> entries) {

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    /** @param address absolute, and the id of the entry */
    public record Entry(
            String address, String title, Instant published, Instant updated, String author, String summary) {}

    public ResponseEntity<byte[]> answer() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/atom+xml;charset=UTF-8"))
                .body(xml());
    }

    private byte[] xml() {
        StringWriter text = new StringWriter();
        try {
            write(XMLOutputFactory.newFactory().createXMLStreamWriter(text));
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void write(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(ATOM);
        element(xml, "id", self);
        element(xml, "title", title);
        Instant updated =
                entries.stream().map(Entry::updated).max(Instant::compareTo).orElse(Instant.EPOCH);
        element(xml, "updated", updated.toString());
        link(xml, "self", self);
        link(xml, "alternate", page);
        for (Entry entry : entries) {
            xml.writeStartElement("entry");
            element(xml, "id", entry.address());
            element(xml, "title", entry.title());
            element(xml, "published", entry.published().toString());
            element(xml, "updated", entry.updated().toString());
            xml.writeStartElement("author");
            element(xml, "name", entry.author());
            xml.writeEndElement();
            link(xml, "alternate", entry.address());
            element(xml, "summary", entry.summary());
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.close();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(readable(text));
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String relation, String href) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", readable(href));
    }

    /** XML 1.0 has no way to write control characters. */
    private static String readable(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]", " ");
    }
}
