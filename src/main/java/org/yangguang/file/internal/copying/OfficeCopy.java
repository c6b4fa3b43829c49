package org.yangguang.file.internal.copying;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.yangguang.file.Carried.What;
import org.yangguang.file.FileKind;
import org.yangguang.file.internal.copying.OfficeParts.Relation;
import org.yangguang.file.internal.reading.BadContent;

/**
 * Word, Excel and PowerPoint files, part by part: relations to what is not the file's face are cut together with the elements that use
 * them, and what nothing leads to any more is left out.
 */
final class OfficeCopy {

    private static final String RELATIONS = "/relationships";
    private static final String EXTENDED = "extended-properties";
    private static final Pattern PROGRAM = Pattern.compile("(Microsoft|WPS|LibreOffice|永中)[A-Za-z ]{0,40}");
    private static final Pattern VERSION = Pattern.compile("[0-9]{1,2}\\.[0-9]{1,4}");

    /** Last words of the types of relations that are cut, and what is lost with them; null where nobody misses it. */
    private static final Map<String, What> CUT = Map.ofEntries(
            Map.entry("comments", What.COMMENTS),
            Map.entry("commentsExtended", What.COMMENTS),
            Map.entry("commentsIds", What.COMMENTS),
            Map.entry("commentsExtensible", What.COMMENTS),
            Map.entry("commentAuthors", What.COMMENTS),
            Map.entry("authors", What.COMMENTS),
            Map.entry("threadedComment", What.COMMENTS),
            Map.entry("person", What.AUTHOR),
            Map.entry("people", What.AUTHOR),
            Map.entry("customXml", What.DATA_BEHIND),
            Map.entry("vbaProject", What.MACROS),
            Map.entry("oleObject", What.EMBEDDED_OBJECTS),
            Map.entry("package", What.EMBEDDED_OBJECTS),
            Map.entry("control", What.EMBEDDED_OBJECTS),
            Map.entry("ctrlProp", What.EMBEDDED_OBJECTS),
            Map.entry("webextension", What.EMBEDDED_OBJECTS),
            Map.entry("webextensiontaskpanes", What.EMBEDDED_OBJECTS),
            Map.entry("ui", What.MACROS),
            Map.entry("extensibility", What.MACROS),
            Map.entry("keyMapCustomizations", What.MACROS),
            Map.entry("attachedTemplate", What.OUTSIDE_LINKS),
            Map.entry("mailMergeSource", What.OUTSIDE_LINKS),
            Map.entry("mailMergeHeaderSource", What.OUTSIDE_LINKS),
            Map.entry("recipientData", What.DATA_BEHIND),
            Map.entry("glossaryDocument", What.DATA_BEHIND),
            Map.entry("externalLink", What.OUTSIDE_LINKS),
            Map.entry("externalLinkPath", What.OUTSIDE_LINKS),
            Map.entry("pivotCacheDefinition", What.DATA_BEHIND),
            Map.entry("pivotTable", What.DATA_BEHIND),
            Map.entry("slicer", What.DATA_BEHIND),
            Map.entry("slicerCache", What.DATA_BEHIND),
            Map.entry("connections", What.OUTSIDE_LINKS),
            Map.entry("queryTable", What.OUTSIDE_LINKS),
            Map.entry("xmlMaps", What.DATA_BEHIND),
            Map.entry("customProperty", What.PROPERTIES),
            Map.entry("revisionHeaders", What.EARLIER_REVISIONS),
            Map.entry("usernames", What.AUTHOR),
            Map.entry("printerSettings", What.PROPERTIES),
            Map.entry("calcChain", What.PROPERTIES),
            Map.entry("notesSlide", What.NOTES),
            Map.entry("tags", What.PROPERTIES),
            Map.entry("origin", What.SIGNATURE),
            Map.entry("core-properties", What.PROPERTIES),
            Map.entry(EXTENDED, What.PROPERTIES),
            Map.entry("custom-properties", What.PROPERTIES),
            Map.entry("thumbnail", What.PROPERTIES));

    private static final Set<String> CONTAINERS = Set.of(
            "oleObjects",
            "controls",
            "pivotCaches",
            "externalReferences",
            "tableParts",
            "custDataLst",
            "legacyDrawing");

    private final OfficeParts parts;
    private final Findings found;
    private final String main;
    private String writtenBy = "";

    private OfficeCopy(OfficeParts parts, Findings found) throws BadContent {
        this.parts = parts;
        this.found = found;
        this.main = parts.main();
    }

    static FileKind write(Path original, FileKind kind, Path target, Findings found) throws IOException, BadContent {
        OfficeParts parts = OfficeParts.read(original);
        OfficeCopy copy = new OfficeCopy(parts, found);
        FileKind made =
                switch (kind) {
                    case WORD, WORD_WITH_MACROS -> FileKind.WORD;
                    case SHEET, SHEET_WITH_MACROS -> FileKind.SHEET;
                    default -> FileKind.SLIDES;
                };
        copy.properties();
        switch (made) {
            case WORD -> new WordFace(parts, found).clean(copy.main);
            case SHEET -> new SheetFace(parts, found).clean(copy.main);
            default -> new SlideFace(parts, found).clean(copy.main);
        }
        copy.program();
        copy.cut("");
        for (String name : parts.names()) {
            if (!name.endsWith(".rels") && !parts.relations(name).isEmpty()) {
                copy.cut(name);
            }
        }
        copy.lostMacros();
        parts.sweep(made.type() + ".main+xml");
        copy.images();
        parts.write(target);
        return made;
    }

    /** A project that no relation leads to is swept without a word, and was in the file all the same. */
    private void lostMacros() {
        boolean project = parts.names().stream()
                .anyMatch(name -> name.toLowerCase(Locale.ROOT).endsWith("/vbaproject.bin"));
        if (project && !found.has(What.MACROS)) {
            found.add(What.MACROS);
        }
    }

    private void properties() throws BadContent {
        for (Relation relation : parts.relations("")) {
            if (relation.type().endsWith("-properties") && parts.has(relation.target())) {
                for (Element each : Xml.all(parts.tree(relation.target()))) {
                    String value = each.getTextContent().strip();
                    switch (each.getLocalName()) {
                        case "creator", "lastModifiedBy" -> {
                            if (!value.isEmpty()) {
                                found.add(What.AUTHOR, value);
                            }
                        }
                        case "Company", "Manager" -> {
                            if (!value.isEmpty()) {
                                found.add(What.COMPANY, value);
                            }
                        }
                        default -> {}
                    }
                }
            }
        }
    }

    /** Readers draw by which program wrote the file; its name and version stay, and nothing else of the properties. */
    private void program() throws BadContent {
        for (Relation relation : parts.relations("")) {
            if (relation.type().equals(EXTENDED) && parts.has(relation.target())) {
                String name = "";
                String version = "";
                for (Element each : Xml.all(parts.tree(relation.target()))) {
                    String value = each.getTextContent().strip();
                    name = "Application".equals(each.getLocalName()) ? value : name;
                    version = "AppVersion".equals(each.getLocalName()) ? value : version;
                }
                if (PROGRAM.matcher(name).matches() && VERSION.matcher(version).matches()) {
                    parts.put(
                            relation.target(),
                            ("<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">"
                                            + "<Application>" + name + "</Application><AppVersion>" + version
                                            + "</AppVersion></Properties>")
                                    .getBytes(StandardCharsets.UTF_8));
                    writtenBy = relation.id();
                }
            }
        }
    }

    private void cut(String part) throws BadContent {
        Set<String> kept = new HashSet<>();
        Set<String> cut = new HashSet<>();
        boolean sheet = part.contains("/worksheets/");
        for (Relation relation : parts.relations(part)) {
            boolean legacy = sheet && relation.type().equals("vmlDrawing");
            boolean gone = !relation.external() && !parts.has(relation.target());
            boolean program = part.isEmpty() && relation.id().equals(writtenBy);
            if (program) {
                kept.add(relation.id());
                found.add(What.PROPERTIES);
            } else if (CUT.containsKey(relation.type()) || legacy || gone) {
                cut.add(relation.id());
                if (!legacy && !gone) {
                    found.add(Objects.requireNonNull(CUT.get(relation.type())));
                }
            } else {
                kept.add(relation.id());
            }
        }
        if (cut.isEmpty()) {
            parts.keep(part, kept);
            return;
        }
        parts.keep(part, kept);
        if (!part.isEmpty() && !sheet && !part.endsWith(".vml")) {
            Document tree = parts.tree(part);
            Xml.all(tree).forEach(each -> unlink(each, cut));
            parts.put(part, Xml.write(tree));
        } else if (sheet) {
            parts.put(part, SheetFace.unlinked(parts.part(part), cut));
        }
    }

    private static void unlink(Element element, Set<String> cut) {
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            String space = attribute.getNamespaceURI();
            if (space != null && space.endsWith(RELATIONS) && cut.contains(attribute.getNodeValue())) {
                Node parent = element.getParentNode();
                Xml.remove(element);
                if (parent instanceof Element container
                        && CONTAINERS.contains(container.getLocalName())
                        && container.getElementsByTagName("*").getLength() == 0) {
                    Xml.remove(container);
                }
                return;
            }
        }
    }

    private void images() throws BadContent {
        for (String name : parts.names()) {
            byte[] part = parts.part(name);
            if (part.length > 4 && (part[0] & 0xff) == 0xff && (part[1] & 0xff) == 0xd8) {
                parts.put(name, ImageCopy.jpeg(part, found));
            } else if (part.length > 8 && (part[0] & 0xff) == 0x89 && part[1] == 'P' && part[2] == 'N') {
                parts.put(name, ImageCopy.png(part, found));
            }
        }
    }
}
