package org.yangguang.disclosure.web;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yangguang.catalogue.Catalogue;
import org.yangguang.disclosure.VisibilityGate;
import org.yangguang.disclosure.internal.ItemOrder;
import org.yangguang.disclosure.internal.Listed;
import org.yangguang.disclosure.internal.PublishedItems;
import org.yangguang.organ.Organs;
import org.yangguang.site.BadParameters;
import org.yangguang.site.SiteIdentity;

/** What is new, as an Atom feed (RFC 4287), of the whole site or of a list with filters. It holds what everybody may see. */
@Controller
class Feed {

    private static final int ENTRIES = 50;
    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private final VisibilityGate gate;
    private final PublishedItems items;
    private final Organs organs;
    private final Catalogue catalogue;
    private final SiteIdentity site;

    Feed(VisibilityGate gate, PublishedItems items, Organs organs, Catalogue catalogue, SiteIdentity site) {
        this.gate = gate;
        this.items = items;
        this.organs = organs;
        this.catalogue = catalogue;
        this.site = site;
    }

    @GetMapping("/feed.atom")
    ResponseEntity<byte[]> feed(@RequestParam Map<String, String> parameters) throws XMLStreamException {
        ListQuery query = query(parameters);
        List<Listed> latest = items.list(query.filter(), ItemOrder.PUBLISHED, 0, ENTRIES, gate.anybody());
        ListAddress address = new ListAddress(site.url() + "/feed.atom", parameters);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/atom+xml;charset=UTF-8"))
                .body(xml(latest, address.toString()));
    }

    private ListQuery query(Map<String, String> parameters) {
        try {
            return new ListQuery.Reading(organs, catalogue, parameters).query(null, ENTRIES, ENTRIES);
        } catch (BadParameters bad) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, bad.getMessage(), bad);
        }
    }

    private byte[] xml(List<Listed> latest, String address) throws XMLStreamException {
        StringWriter text = new StringWriter();
        XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(ATOM);
        element(xml, "id", address);
        element(xml, "title", site.name());
        element(
                xml,
                "updated",
                latest.stream()
                        .map(Listed::publishedAt)
                        .findFirst()
                        .orElse(Instant.EPOCH)
                        .toString());
        link(xml, "self", address);
        link(xml, "alternate", site.url() + "/");
        for (Listed item : latest) {
            xml.writeStartElement("entry");
            element(xml, "id", site.url() + item.href());
            element(xml, "title", readable(item.title()));
            element(xml, "published", item.firstPublishedAt().toString());
            element(xml, "updated", item.publishedAt().toString());
            xml.writeStartElement("author");
            element(xml, "name", item.organName());
            xml.writeEndElement();
            link(xml, "alternate", site.url() + item.href());
            element(xml, "summary", item.indexNumber());
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.close();
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String relation, String href) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", href);
    }

    /** XML 1.0 has no way to write control characters. */
    private static String readable(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f]", " ");
    }
}
