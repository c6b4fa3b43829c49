package org.yangguang.file.internal.copying;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.yangguang.file.internal.copying.LegacyDrawing.Picture;
import org.yangguang.file.internal.copying.OfficeParts.Relation;
import org.yangguang.file.internal.reading.BadContent;

/** Puts the pictures by which embedded objects show themselves on a sheet into its drawing, before the objects go. */
final class SheetObjects {

    private static final String SHEET_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
    private static final String DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.drawing+xml";
    private static final Pattern OBJECT = Pattern.compile("<(?:\\w+:)?oleObject\\s[^>]*shapeId=\"([0-9]{1,9})\"");
    private static final Pattern LEGACY = Pattern.compile("<(\\w+:)?legacyDrawing\\s[^>]*?(\\w+):id=");
    private static final int OF_A_DOT = 9_525;

    private final OfficeParts parts;

    SheetObjects(OfficeParts parts) {
        this.parts = parts;
    }

    void keepPictures(String sheet) throws BadContent {
        String text = new String(parts.part(sheet), StandardCharsets.UTF_8);
        Set<String> shapes = new HashSet<>();
        for (Matcher object = OBJECT.matcher(text); object.find(); ) {
            shapes.add("_x0000_s" + object.group(1));
        }
        if (shapes.isEmpty()) {
            return;
        }
        List<Picture> pictures = LegacyDrawing.of(parts, sheet).stream()
                .filter(each -> shapes.contains(each.shape()) && !each.anchor().isEmpty())
                .toList();
        Optional<String> drawing = pictures.isEmpty() ? Optional.empty() : drawing(sheet, text);
        if (drawing.isPresent()) {
            for (Picture each : pictures) {
                String image = parts.relate(drawing.get(), RELATIONS + "/image", each.image());
                Document tree = parts.tree(drawing.get());
                place(tree.getDocumentElement(), each, image);
                parts.put(drawing.get(), Xml.write(tree));
            }
        }
    }

    /** The drawing of the sheet; a new one where it has none. Empty where the sheet has no place for one. */
    private Optional<String> drawing(String sheet, String text) throws BadContent {
        for (Relation each : parts.relations(sheet)) {
            if (each.type().equals("drawing") && parts.has(each.target())) {
                return Optional.of(each.target());
            }
        }
        Matcher legacy = LEGACY.matcher(text);
        if (!legacy.find()) {
            return Optional.empty();
        }
        String name = "xl/drawings/objects" + sheet.replaceAll("[^0-9A-Za-z]", "") + ".xml";
        parts.add(name, TYPE, "<xdr:wsDr xmlns:xdr=\"" + SHEET_DRAWING + "\"/>");
        String id = parts.relate(sheet, RELATIONS + "/drawing", name);
        String prefix = legacy.group(1) == null ? "" : legacy.group(1);
        String element = "<" + prefix + "drawing " + legacy.group(2) + ":id=\"" + id + "\"/>";
        String with = text.substring(0, legacy.start()) + element + text.substring(legacy.start());
        parts.put(sheet, with.getBytes(StandardCharsets.UTF_8));
        return Optional.of(name);
    }

    /** ECMA-376 part 1, 20.5.2.33. */
    private static void place(Element drawing, Picture picture, String image) {
        Element anchor = Xml.add(drawing, SHEET_DRAWING, "xdr:twoCellAnchor");
        corner(Xml.add(anchor, SHEET_DRAWING, "xdr:from"), picture.anchor().subList(0, 4));
        corner(Xml.add(anchor, SHEET_DRAWING, "xdr:to"), picture.anchor().subList(4, 8));
        Element shown = Xml.add(anchor, SHEET_DRAWING, "xdr:pic");
        Element names = Xml.add(shown, SHEET_DRAWING, "xdr:nvPicPr");
        Element name = Xml.add(names, SHEET_DRAWING, "xdr:cNvPr");
        name.setAttribute("id", picture.shape().replaceAll("[^0-9]", "").replaceFirst("^0*(?=[1-9])", ""));
        name.setAttribute("name", picture.shape());
        Xml.add(names, SHEET_DRAWING, "xdr:cNvPicPr");
        Element fill = Xml.add(shown, SHEET_DRAWING, "xdr:blipFill");
        Xml.add(fill, DRAWING, "a:blip").setAttributeNS(RELATIONS, "r:embed", image);
        Xml.add(Xml.add(fill, DRAWING, "a:stretch"), DRAWING, "a:fillRect");
        Element outline = Xml.add(Xml.add(shown, SHEET_DRAWING, "xdr:spPr"), DRAWING, "a:prstGeom");
        outline.setAttribute("prst", "rect");
        Xml.add(outline, DRAWING, "a:avLst");
        Xml.add(anchor, SHEET_DRAWING, "xdr:clientData");
    }

    private static void corner(Element corner, List<Integer> place) {
        Xml.add(corner, SHEET_DRAWING, "xdr:col").setTextContent(String.valueOf(place.get(0)));
        Xml.add(corner, SHEET_DRAWING, "xdr:colOff").setTextContent(String.valueOf((long) place.get(1) * OF_A_DOT));
        Xml.add(corner, SHEET_DRAWING, "xdr:row").setTextContent(String.valueOf(place.get(2)));
        Xml.add(corner, SHEET_DRAWING, "xdr:rowOff").setTextContent(String.valueOf((long) place.get(3) * OF_A_DOT));
    }
}
