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

    private static final String PRESENTATION = "http://schemas.openxmlformats.org/presentationml/2006/main";
    private static final String DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String IMAGE = RELATIONS + "/image";

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
            boolean ofHidden =
                    "sldId".equals(each.getLocalName()) && hidden.contains(each.getAttributeNS(RELATIONS, "id"));
            boolean list =
                    Set.of("custShowLst", "modifyVerifier", "custDataLst").contains(each.getLocalName());
            boolean sections = !hidden.isEmpty() && "extLst".equals(each.getLocalName());
            if (ofHidden || list || sections) {
                Xml.remove(each);
            }
        }
        parts.put(main, Xml.write(presentation));
        parts.keep(main, kept);
        Set<String> shown = shown(main);
        for (String slide : slides.values()) {
            slide(slide, shown);
        }
        for (String part : parts.names()) {
            if (part.matches("ppt/slide(Masters|Layouts)/[^/]+\\.xml")) {
                slide(part, shown);
            }
        }
    }

    private Set<String> shown(String main) throws BadContent {
        Set<String> shown = new HashSet<>();
        parts.relations(main).forEach(each -> shown.add(each.target()));
        return shown;
    }

    private void slide(String part, Set<String> shown) throws BadContent {
        Document tree = parts.tree(part);
        Map<String, String> legacy = new HashMap<>();
        LegacyDrawing.of(parts, part).forEach(each -> legacy.put(each.shape(), each.image()));
        for (Element each : Xml.all(tree)) {
            if ("cNvPr".equals(each.getLocalName()) && Xml.yes(each.getAttribute("hidden"))) {
                found.add(What.HIDDEN_SHAPES, each.getAttribute("name"));
                if (each.getParentNode() instanceof Element properties
                        && properties.getParentNode() instanceof Element shape) {
                    Xml.remove(shape);
                }
            } else if ("oleObj".equals(each.getLocalName())) {
                picture(part, each, legacy);
            } else if ("cNvPr".equals(each.getLocalName())) {
                each.removeAttribute("descrAuthor");
            }
        }
        boolean drawnOld = Xml.all(tree).stream().anyMatch(each -> "legacyDrawing".equals(each.getLocalName()));
        Set<String> kept = new HashSet<>();
        for (Relation relation : parts.relations(part)) {
            boolean old = relation.type().equals(LegacyDrawing.RELATION) && !drawnOld;
            boolean hiddenSlide = relation.type().equals("slide") && !shown.contains(relation.target());
            if (!hiddenSlide && !old) {
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
            String id = each.getAttributeNS(RELATIONS, "id");
            if (!id.isEmpty() && !kept.contains(id) && each.getLocalName().startsWith("hlink")) {
                Xml.remove(each);
            }
        }
        parts.put(part, Xml.write(tree));
        parts.keep(part, kept);
    }

    private void picture(String part, Element object, Map<String, String> legacy) throws BadContent {
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
        Element frame = Xml.parent(object, "graphicFrame");
        String image = legacy.get(object.getAttribute("spid"));
        if (frame != null && image != null) {
            place.getParentNode().insertBefore(picture(frame, parts.relate(part, IMAGE, image)), place);
        }
        Xml.remove(place);
    }

    /** A picture in the place of a frame, with its identity. */
    private static Element picture(Element frame, String image) {
        Document tree = frame.getOwnerDocument();
        Element picture = tree.createElementNS(PRESENTATION, "p:pic");
        Element properties = Xml.add(picture, PRESENTATION, "p:nvPicPr");
        for (Element each : Xml.all(frame)) {
            if ("cNvPr".equals(each.getLocalName())) {
                properties.appendChild(each.cloneNode(true));
                break;
            }
        }
        Xml.add(properties, PRESENTATION, "p:cNvPicPr");
        Xml.add(properties, PRESENTATION, "p:nvPr");
        Element fill = Xml.add(picture, PRESENTATION, "p:blipFill");
        Xml.add(fill, DRAWING, "a:blip").setAttributeNS(RELATIONS, "r:embed", image);
        Xml.add(Xml.add(fill, DRAWING, "a:stretch"), DRAWING, "a:fillRect");
        Element shape = Xml.add(picture, PRESENTATION, "p:spPr");
        Element place = Xml.child(frame, "xfrm");
        if (place != null) {
            Element there = Xml.add(shape, DRAWING, "a:xfrm");
            for (Element each : Xml.all(place)) {
                there.appendChild(each.cloneNode(true));
            }
        }
        Element outline = Xml.add(shape, DRAWING, "a:prstGeom");
        outline.setAttribute("prst", "rect");
        Xml.add(outline, DRAWING, "a:avLst");
        return picture;
    }
}
