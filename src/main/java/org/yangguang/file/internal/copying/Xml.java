package org.yangguang.file.internal.copying;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.yangguang.file.internal.reading.BadContent;

/** Parts of an office file as trees; a document type was refused before and is refused again. */
final class Xml {

    private static final int LARGEST = 48 << 20;

    private Xml() {}

    static Document read(byte[] part) throws BadContent {
        if (part.length > LARGEST) {
            throw new BadContent("file.document.bomb");
        }
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(part));
        } catch (Exception e) {
            throw new BadContent("file.document.damaged");
        }
    }

    static byte[] write(Document document) {
        try {
            document.setXmlStandalone(true);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            TransformerFactory.newDefaultInstance()
                    .newTransformer()
                    .transform(new DOMSource(document), new StreamResult(bytes));
            return bytes.toByteArray();
        } catch (javax.xml.transform.TransformerException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every element, in the order of the document; the list stays as it is while the tree is changed. */
    static List<Element> all(Node node) {
        List<Element> elements = new ArrayList<>();
        collect(node, elements);
        return elements;
    }

    private static void collect(Node node, List<Element> elements) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                elements.add(element);
            }
            collect(child, elements);
        }
    }

    static void remove(Node node) {
        if (node.getParentNode() != null) {
            node.getParentNode().removeChild(node);
        }
    }

    /** A new last child. */
    static Element add(Element parent, String space, String name) {
        Element child = parent.getOwnerDocument().createElementNS(space, name);
        parent.appendChild(child);
        return child;
    }

    /** Its children take its place. */
    static void unwrap(Element element) {
        Node parent = element.getParentNode();
        while (parent != null && element.getFirstChild() != null) {
            parent.insertBefore(element.getFirstChild(), element);
        }
        remove(element);
    }

    static @Nullable Element parent(Element element, String name) {
        for (Node up = element.getParentNode(); up != null; up = up.getParentNode()) {
            if (up instanceof Element found && name.equals(found.getLocalName())) {
                return found;
            }
        }
        return null;
    }

    static @Nullable Element child(Element element, String name) {
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element found && name.equals(found.getLocalName())) {
                return found;
            }
        }
        return null;
    }

    /** The attribute of this local name in whatever namespace; empty when there is none. */
    static String attribute(Element element, String name) {
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            if (name.equals(attribute.getLocalName())) {
                return attribute.getNodeValue();
            }
        }
        return "";
    }

    static boolean yes(String value) {
        return value.equals("1") || value.equals("true") || value.equals("on");
    }
}
