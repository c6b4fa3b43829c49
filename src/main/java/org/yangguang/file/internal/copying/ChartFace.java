package org.yangguang.file.internal.copying;

import java.util.List;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.yangguang.file.internal.reading.BadContent;

/** Keeps what a chart draws when the sheet that it draws from goes: its references become the values that it showed last. */
final class ChartFace {

    private static final String CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart";

    private final OfficeParts parts;
    private final Set<String> hidden;

    /** @param hidden names of the sheets that go */
    ChartFace(OfficeParts parts, Set<String> hidden) {
        this.parts = parts;
        this.hidden = hidden;
    }

    void clean() throws BadContent {
        if (hidden.isEmpty()) {
            return;
        }
        for (String name : List.copyOf(parts.names())) {
            if (name.contains("/charts/") && name.endsWith(".xml")) {
                Document tree = parts.tree(name);
                boolean changed = false;
                for (Element each : Xml.all(tree)) {
                    if (CHART.equals(each.getNamespaceURI()) && "f".equals(each.getLocalName()) && leaves(each)) {
                        changed |= values(each);
                    }
                }
                if (changed) {
                    parts.put(name, Xml.write(tree));
                }
            }
        }
    }

    private boolean leaves(Element formula) {
        String text = formula.getTextContent();
        return hidden.stream().anyMatch(each -> text.contains(each + "!") || text.contains(each + "'!"));
    }

    /** ECMA-376 part 1, 21.2.2: numRef becomes numLit, strRef strLit, the name of a series its text. */
    private static boolean values(Element formula) {
        if (!(formula.getParentNode() instanceof Element reference)
                || !(reference.getParentNode() instanceof Element place)) {
            return false;
        }
        Element last = Xml.child(reference, reference.getLocalName().replace("Ref", "Cache"));
        boolean seriesName = "tx".equals(place.getLocalName());
        String literal = reference.getLocalName().equals("numRef") ? "numLit" : "strLit";
        if (last == null || reference.getLocalName().startsWith("multi")) {
            Xml.remove(reference);
        } else if (seriesName) {
            Element text = reference.getOwnerDocument().createElementNS(CHART, prefixed(reference, "v"));
            text.setTextContent(firstValue(last));
            place.replaceChild(text, reference);
        } else {
            place.replaceChild(
                    reference.getOwnerDocument().renameNode(last, CHART, prefixed(reference, literal)), reference);
        }
        return true;
    }

    private static String firstValue(Element cache) {
        return Xml.all(cache).stream()
                .filter(each -> "v".equals(each.getLocalName()))
                .map(Element::getTextContent)
                .findFirst()
                .orElse("");
    }

    private static String prefixed(Element like, String name) {
        return like.getPrefix() == null ? name : like.getPrefix() + ":" + name;
    }
}
