package org.yangguang.file.internal.copying;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.yangguang.file.Carried.What;
import org.yangguang.file.internal.copying.OfficeParts.Relation;
import org.yangguang.file.internal.reading.BadContent;

/** What a reader sees of a Word document: tracked changes are accepted, hidden text and the marks of comments go. */
final class WordFace {

    private static final Set<String> GONE = Set.of(
            "del",
            "moveFrom",
            "rPrChange",
            "pPrChange",
            "sectPrChange",
            "tblPrChange",
            "tblPrExChange",
            "trPrChange",
            "tcPrChange",
            "tblGridChange",
            "numberingChange",
            "cellIns",
            "cellMerge",
            "moveFromRangeStart",
            "moveFromRangeEnd",
            "moveToRangeStart",
            "moveToRangeEnd",
            "customXmlInsRangeStart",
            "customXmlInsRangeEnd",
            "customXmlDelRangeStart",
            "customXmlDelRangeEnd",
            "customXmlMoveFromRangeStart",
            "customXmlMoveFromRangeEnd",
            "customXmlMoveToRangeStart",
            "customXmlMoveToRangeEnd",
            "commentRangeStart",
            "commentRangeEnd",
            "commentReference",
            "proofErr",
            "dataBinding");
    private static final Set<String> CHANGES = Set.of("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange");
    private static final Set<String> SETTINGS = Set.of(
            "rsids",
            "mailMerge",
            "docVars",
            "trackRevisions",
            "documentProtection",
            "writeProtection",
            "revisionView",
            "saveThroughXslt",
            "attachedTemplate",
            "attachedSchema",
            "docId");

    private final OfficeParts parts;
    private final Findings found;

    WordFace(OfficeParts parts, Findings found) {
        this.parts = parts;
        this.found = found;
    }

    void clean(String main) throws BadContent {
        Set<String> hiding = hidingStyles(main);
        text(main, hiding);
        for (Relation relation : parts.relations(main)) {
            if (relation.external() || !parts.has(relation.target())) {
                continue;
            }
            switch (relation.type()) {
                case "header", "footer", "footnotes", "endnotes" -> text(relation.target(), hiding);
                case "settings" -> settings(relation.target());
                case "styles", "numbering" -> marks(relation.target());
                case "comments" ->
                    Xml.all(parts.tree(relation.target())).stream()
                            .filter(each -> "comment".equals(each.getLocalName()))
                            .forEach(each -> found.add(What.COMMENTS, Xml.attribute(each, "author")));
                default -> {}
            }
        }
    }

    private Set<String> hidingStyles(String main) throws BadContent {
        Set<String> hiding = new HashSet<>();
        for (Relation relation : parts.relations(main)) {
            if (relation.type().equals("styles") && parts.has(relation.target())) {
                for (Element each : Xml.all(parts.tree(relation.target()))) {
                    if ("style".equals(each.getLocalName())) {
                        Element run = Xml.child(each, "rPr");
                        if (run != null && vanishes(run)) {
                            hiding.add(Xml.attribute(each, "styleId"));
                        }
                    }
                }
            }
        }
        return hiding;
    }

    private void text(String part, Set<String> hiding) throws BadContent {
        Document tree = parts.tree(part);
        for (Element each : Xml.all(tree)) {
            if (word(each) && CHANGES.contains(each.getLocalName())) {
                found.add(What.TRACKED_CHANGES, Xml.attribute(each, "author"));
            }
        }
        deletedRowsAndCells(tree);
        for (Element each : Xml.all(tree)) {
            if (!word(each)) {
                continue;
            }
            String name = each.getLocalName();
            boolean mark = each.getParentNode() instanceof Element parent
                    && List.of("rPr", "trPr").contains(parent.getLocalName());
            if (GONE.contains(name)) {
                Xml.remove(each);
            } else if (name.equals("ins") || name.equals("moveTo")) {
                if (mark) {
                    Xml.remove(each);
                } else {
                    Xml.unwrap(each);
                }
            } else if (name.equals("r") && hidden(each, hiding)) {
                found.add(What.HIDDEN_TEXT, each.getTextContent());
                Xml.remove(each);
            }
        }
        Xml.all(tree).forEach(WordFace::forgetSessions);
        parts.put(part, Xml.write(tree));
    }

    private static void deletedRowsAndCells(Document tree) {
        for (Element each : Xml.all(tree)) {
            if (word(each)
                    && each.getLocalName().equals("del")
                    && each.getParentNode() instanceof Element parent
                    && parent.getLocalName().equals("trPr")) {
                Element row = Xml.parent(each, "tr");
                if (row != null) {
                    Xml.remove(row);
                }
            } else if (word(each) && each.getLocalName().equals("cellDel")) {
                Element cell = Xml.parent(each, "tc");
                if (cell != null) {
                    Xml.remove(cell);
                }
            }
        }
    }

    private static boolean hidden(Element run, Set<String> hiding) {
        Element properties = Xml.child(run, "rPr");
        if (properties == null) {
            return false;
        }
        Element style = Xml.child(properties, "rStyle");
        return vanishes(properties) || (style != null && hiding.contains(Xml.attribute(style, "val")));
    }

    private static boolean vanishes(Element properties) {
        Element vanish = Xml.child(properties, "vanish");
        return vanish != null && !List.of("0", "false", "off").contains(Xml.attribute(vanish, "val"));
    }

    private void settings(String part) throws BadContent {
        Document tree = parts.tree(part);
        for (Element each : Xml.all(tree)) {
            if (SETTINGS.contains(each.getLocalName())) {
                Xml.remove(each);
            }
        }
        parts.put(part, Xml.write(tree));
    }

    private void marks(String part) throws BadContent {
        Document tree = parts.tree(part);
        for (Element each : Xml.all(tree)) {
            if (word(each) && GONE.contains(each.getLocalName())) {
                Xml.remove(each);
            }
            forgetSessions(each);
        }
        parts.put(part, Xml.write(tree));
    }

    /** Word numbers each sitting in which something was written. */
    private static void forgetSessions(Element element) {
        for (int i = element.getAttributes().getLength() - 1; i >= 0; i--) {
            String name = element.getAttributes().item(i).getLocalName();
            if (name != null && (name.startsWith("rsid") || name.equals("paraId") || name.equals("textId"))) {
                element.removeAttributeNode(
                        (org.w3c.dom.Attr) element.getAttributes().item(i));
            }
        }
    }

    private static boolean word(Element element) {
        String space = element.getNamespaceURI();
        return space != null && space.endsWith("/main") && space.contains("wordprocessingml");
    }
}
