package org.yangguang.file.internal.copying;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.yangguang.file.Carried.What;
import org.yangguang.file.internal.copying.OfficeParts.Relation;
import org.yangguang.file.internal.reading.BadContent;

/** What an audience sees of a presentation: hidden slides and shapes go, an embedded object stays as its picture. */
final class SlideFace {

    private final OfficeParts parts;
    private final Findings found;

    SlideFace(OfficeParts parts, Findings found) {
        this.parts = parts;
        this.found = found;
    }

    void clean(String main) throws BadContent {
        Map<String, String> slides = new HashMap<>();
        Set<String> hidden = new HashSet<>();
        Set<String> kept = new HashSet<>();
        for (Relation relation : parts.relations(main)) {
            if (relation.type().equals("slide") && parts.has(relation.target())) {
                Document slide = parts.tree(relation.target());
                String show = slide.getDocumentElement().getAttribute("show");
                if (show.equals("0") || show.equals("false")) {
                    hidden.add(relation.id());
                    found.add(What.HIDDEN_SLIDES);
                    continue;
                }
                slides.put(relation.id(), relation.target());
            }
            kept.add(relation.id());
        }
        Document presentation = parts.tree(main);
        for (Element each : Xml.all(presentation)) {
            boolean ofHidden = "sldId".equals(each.getLocalName())
                    && hidden.contains(each.getAttributeNS(
                            "http://schemas.openxmlformats.org/officeDocument/2006/relationships", "id"));
            boolean list =
                    Set.of("custShowLst", "modifyVerifier", "custDataLst").contains(each.getLocalName());
            boolean sections = !hidden.isEmpty() && "extLst".equals(each.getLocalName());
            if (ofHidden || list || sections) {
                Xml.remove(each);
            }
        }
        parts.put(main, Xml.write(presentation));
        parts.keep(main, kept);
        for (String slide : slides.values()) {
            slide(slide, hidden(main));
        }
    }

    private Set<String> hidden(String main) throws BadContent {
        Set<String> shown = new HashSet<>();
        parts.relations(main).forEach(each -> shown.add(each.target()));
        return shown;
    }

    private void slide(String part, Set<String> shown) throws BadContent {
        Document tree = parts.tree(part);
        for (Element each : Xml.all(tree)) {
            if ("cNvPr".equals(each.getLocalName()) && Xml.yes(each.getAttribute("hidden"))) {
                found.add(What.HIDDEN_SHAPES, each.getAttribute("name"));
                if (each.getParentNode() instanceof Element properties
                        && properties.getParentNode() instanceof Element shape) {
                    Xml.remove(shape);
                }
            } else if ("oleObj".equals(each.getLocalName())) {
                picture(each);
            } else if ("cNvPr".equals(each.getLocalName())) {
                each.removeAttribute("descrAuthor");
            }
        }
        Set<String> kept = new HashSet<>();
        for (Relation relation : parts.relations(part)) {
            if (!relation.type().equals("slide") || shown.contains(relation.target())) {
                kept.add(relation.id());
            }
        }
        parts.put(part, Xml.write(tree));
        if (kept.size() < parts.relations(part).size()) {
            jumps(part, kept);
        }
    }

    /** A link to a slide that is not shown leads nowhere. */
    private void jumps(String part, Set<String> kept) throws BadContent {
        Document tree = parts.tree(part);
        for (Element each : Xml.all(tree)) {
            String id =
                    each.getAttributeNS("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "id");
            if (!id.isEmpty() && !kept.contains(id) && each.getLocalName().startsWith("hlink")) {
                Xml.remove(each);
            }
        }
        parts.put(part, Xml.write(tree));
        parts.keep(part, kept);
    }

    private static void picture(Element object) {
        Element choice = Xml.parent(object, "AlternateContent");
        Element place = choice != null ? choice : Xml.parent(object, "graphicFrame");
        if (place == null || place.getParentNode() == null) {
            return;
        }
        for (Element each : Xml.all(place)) {
            if ("pic".equals(each.getLocalName())) {
                place.getParentNode().replaceChild(each, place);
                return;
            }
        }
        Xml.remove(place);
    }
}
