package org.yangguang.file.internal.copying;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.yangguang.file.internal.reading.BadContent;
import org.yangguang.file.internal.reading.OfficePackage;

/** The parts of an OOXML file (ISO/IEC 29500-2) and the relationships that lead from one to another. */
final class OfficeParts {

    /** @param type last word of the relationship's type */
    record Relation(String id, String type, String target, boolean external) {}

    static final OfficePackage.Limits LIMITS = new OfficePackage.Limits(300L << 20, 5_000, 200L << 20, 20_000_000);
    private static final String MAIN = "officeDocument";
    private static final String NO_RELATIONS =
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>";

    /** ISO/IEC 29500-2, 6.2.2.3: names that differ only in their letters' case are the same. */
    private final Map<String, byte[]> parts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    static OfficeParts read(Path file) throws IOException, BadContent {
        OfficeParts read = new OfficeParts();
        try (OfficePackage opened = OfficePackage.open(Files.newByteChannel(file), LIMITS)) {
            for (String name : opened.names()) {
                byte[] part = opened.part(name).orElse(null);
                if (part != null) {
                    read.parts.put(name, part);
                }
            }
        }
        return read;
    }

    Set<String> names() {
        return Set.copyOf(parts.keySet());
    }

    byte[] part(String name) throws BadContent {
        byte[] part = parts.get(name);
        if (part == null) {
            throw new BadContent("file.document.damaged");
        }
        return part;
    }

    boolean has(String name) {
        return parts.containsKey(name);
    }

    void put(String name, byte[] part) {
        parts.put(name, part);
    }

    Document tree(String name) throws BadContent {
        return Xml.read(part(name));
    }

    /** The part with which a reader begins. */
    String main() throws BadContent {
        return relations("").stream()
                .filter(each -> each.type().equals(MAIN))
                .map(Relation::target)
                .findFirst()
                .orElseThrow(() -> new BadContent("file.document.damaged"));
    }

    /** Where the part leads; the root is the part without a name. */
    List<Relation> relations(String part) throws BadContent {
        List<Relation> relations = new ArrayList<>();
        byte[] xml = parts.get(relationsOf(part));
        if (xml == null) {
            return relations;
        }
        for (Element each : Xml.all(Xml.read(xml))) {
            if ("Relationship".equals(each.getLocalName())) {
                boolean external = each.getAttribute("TargetMode").equals("External");
                String type = each.getAttribute("Type");
                String target = each.getAttribute("Target");
                relations.add(new Relation(
                        each.getAttribute("Id"),
                        type.substring(type.lastIndexOf('/') + 1),
                        external ? target : resolved(part, target),
                        external));
            }
        }
        return relations;
    }

    /** Keeps only these relations of a part; an outside target that is no web address leads nowhere. */
    void keep(String part, Set<String> ids) throws BadContent {
        String name = relationsOf(part);
        if (!parts.containsKey(name)) {
            return;
        }
        Document tree = tree(name);
        for (Element each : Xml.all(tree)) {
            if ("Relationship".equals(each.getLocalName())) {
                if (!ids.contains(each.getAttribute("Id"))) {
                    Xml.remove(each);
                } else if (each.getAttribute("TargetMode").equals("External")
                        && !each.getAttribute("Target").matches("(?is)(https?://|mailto:).*")) {
                    each.setAttribute("Target", "about:blank");
                }
            }
        }
        parts.put(name, Xml.write(tree));
    }

    /** A new part. */
    void add(String name, String type, String xml) throws BadContent {
        parts.put(name, xml.getBytes(StandardCharsets.UTF_8));
        Document types = tree("[Content_Types].xml");
        Element root = types.getDocumentElement();
        Element override = Xml.add(root, root.getNamespaceURI(), "Override");
        override.setAttribute("PartName", "/" + name);
        override.setAttribute("ContentType", type);
        parts.put("[Content_Types].xml", Xml.write(types));
    }

    /**
     * Lets a part lead to another one.
     *
     * @param type whole
     * @return the new relation's id
     */
    String relate(String part, String type, String target) throws BadContent {
        if (!parts.containsKey(relationsOf(part))) {
            parts.put(relationsOf(part), NO_RELATIONS.getBytes(StandardCharsets.UTF_8));
        }
        Document tree = tree(relationsOf(part));
        Set<String> taken = new LinkedHashSet<>();
        Xml.all(tree).forEach(each -> taken.add(each.getAttribute("Id")));
        int number = 1;
        while (taken.contains("rIdShown" + number)) {
            number++;
        }
        Element root = tree.getDocumentElement();
        Element relation = Xml.add(root, root.getNamespaceURI(), "Relationship");
        relation.setAttribute("Id", "rIdShown" + number);
        relation.setAttribute("Type", type);
        relation.setAttribute("Target", "/" + target);
        parts.put(relationsOf(part), Xml.write(tree));
        return "rIdShown" + number;
    }

    /** Drops whatever no relation leads to, and what the list of types says of it. */
    void sweep(String mainType) throws BadContent {
        Set<String> reached = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        Deque<String> open = new ArrayDeque<>();
        open.add("");
        while (!open.isEmpty()) {
            for (Relation relation : relations(open.remove())) {
                if (!relation.external() && parts.containsKey(relation.target()) && reached.add(relation.target())) {
                    open.add(relation.target());
                }
            }
        }
        Set<String> kept = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        kept.addAll(reached);
        kept.add("[Content_Types].xml");
        kept.add(relationsOf(""));
        reached.forEach(each -> kept.add(relationsOf(each)));
        parts.keySet().retainAll(kept);
        Set<String> endings = new LinkedHashSet<>(Set.of("rels", "xml"));
        reached.forEach(each -> endings.add(ending(each)));
        Document types = tree("[Content_Types].xml");
        String main = main();
        for (Element each : Xml.all(types)) {
            String part = each.getAttribute("PartName");
            if ("Override".equals(each.getLocalName()) && !reached.contains(part.replaceFirst("^/", ""))) {
                Xml.remove(each);
            } else if ("Default".equals(each.getLocalName())
                    && !endings.contains(each.getAttribute("Extension").toLowerCase(Locale.ROOT))) {
                Xml.remove(each);
            } else if (part.equals("/" + main)) {
                each.setAttribute("ContentType", mainType);
            }
        }
        parts.put("[Content_Types].xml", Xml.write(types));
    }

    void write(Path target) throws IOException {
        try (OutputStream file = Files.newOutputStream(target);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            write(zip, "[Content_Types].xml");
            for (String name : parts.keySet()) {
                if (!name.equals("[Content_Types].xml")) {
                    write(zip, name);
                }
            }
        }
    }

    private void write(ZipOutputStream zip, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(315_532_800_000L);
        zip.putNextEntry(entry);
        zip.write(parts.getOrDefault(name, new byte[0]));
        zip.closeEntry();
    }

    private static String relationsOf(String part) {
        int slash = part.lastIndexOf('/');
        return part.substring(0, slash + 1) + "_rels/" + part.substring(slash + 1) + ".rels";
    }

    private static String resolved(String part, String target) throws BadContent {
        try {
            String path = URI.create("/" + part.replace(" ", "%20"))
                    .resolve(target.replace(" ", "%20"))
                    .normalize()
                    .getPath();
            return path.replaceFirst("^/+", "");
        } catch (IllegalArgumentException e) {
            throw new BadContent("file.document.damaged");
        }
    }

    static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
