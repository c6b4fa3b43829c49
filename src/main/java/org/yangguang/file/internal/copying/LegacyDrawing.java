package org.yangguang.file.internal.copying;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.yangguang.file.internal.copying.OfficeParts.Relation;
import org.yangguang.file.internal.reading.BadContent;

/**
 * The pictures in the drawings of the older sort (VML) that a part leads to: embedded objects show themselves by them. Office programs write them with elements that
 * nothing closes, so that they are read as leniently as a page.
 */
final class LegacyDrawing {

    static final String RELATION = "vmlDrawing";
    private static final int LARGEST = 8 << 20;

    private LegacyDrawing() {}

    /**
     * @param shape its name, by which the object refers to it
     * @param image part with the picture
     * @param anchor where it stands on a sheet: column, dots in it, row, dots in it, and the same of its end; empty elsewhere
     */
    record Picture(String shape, String image, List<Integer> anchor) {}

    static List<Picture> of(OfficeParts parts, String part) throws BadContent {
        List<Picture> pictures = new ArrayList<>();
        for (Relation drawing : parts.relations(part)) {
            if (drawing.type().equals(RELATION) && parts.has(drawing.target())) {
                Map<String, String> targets = new HashMap<>();
                parts.relations(drawing.target()).forEach(each -> targets.put(each.id(), each.target()));
                for (Element shape : tree(parts.part(drawing.target())).getElementsByTag("v:shape")) {
                    Optional.ofNullable(shape.getElementsByTag("v:imagedata").first())
                            .map(each -> targets.get(each.attr("o:relid")))
                            .filter(parts::has)
                            .ifPresent(image -> pictures.add(new Picture(shape.id(), image, anchor(shape))));
                }
            }
        }
        return pictures;
    }

    private static Document tree(byte[] drawing) throws BadContent {
        if (drawing.length > LARGEST) {
            throw new BadContent("file.document.bomb");
        }
        try {
            return Jsoup.parse(new ByteArrayInputStream(drawing), null, "", Parser.xmlParser());
        } catch (IOException e) {
            throw new BadContent("file.document.damaged");
        }
    }

    private static List<Integer> anchor(Element shape) {
        Element anchor = shape.getElementsByTag("x:Anchor").first();
        String[] numbers =
                anchor == null ? new String[0] : anchor.text().strip().split("\\s*,\\s*");
        List<Integer> places = new ArrayList<>();
        for (String each : numbers) {
            if (each.matches("[0-9]{1,7}")) {
                places.add(Integer.parseInt(each));
            }
        }
        return places.size() == 8 ? List.copyOf(places) : List.of();
    }
}
