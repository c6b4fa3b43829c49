package org.yangguang.file.internal.copying;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.yangguang.file.Carried.What;

/** Lists what a PDF carries besides its pages. */
final class PdfInspection {

    private static final byte[] END = "%%EOF".getBytes(StandardCharsets.US_ASCII);

    private PdfInspection() {}

    static void list(Path file, PDDocument document, HiddenLayers layers, Findings found) throws IOException {
        PDDocumentInformation information = document.getDocumentInformation();
        for (String key : information.getMetadataKeys()) {
            String value = information.getCustomMetadataValue(key);
            if (value != null && !value.isBlank()) {
                found.add(key.equals("Author") ? What.AUTHOR : What.PROPERTIES, key.equals("Author") ? value : "");
            }
        }
        COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
        if (catalog.containsKey(COSName.METADATA)) {
            found.add(What.XMP);
        }
        revisions(file, found);
        layers.all().values().forEach(name -> found.add(What.HIDDEN_LAYERS, name));
        if (catalog.containsKey(COSName.OPEN_ACTION) && script(catalog.getDictionaryObject(COSName.OPEN_ACTION))
                || catalog.containsKey(COSName.AA)) {
            found.add(What.SCRIPTS);
        }
        COSDictionary names = catalog.getCOSDictionary(COSName.NAMES);
        if (names != null) {
            entries(names, COSName.getPDFName("JavaScript"), What.SCRIPTS, found);
            entries(names, COSName.EMBEDDED_FILES, What.ATTACHMENTS, found);
        }
        COSDictionary form = catalog.getCOSDictionary(COSName.ACRO_FORM);
        if (form != null && form.getCOSArray(COSName.FIELDS) != null) {
            form.getCOSArray(COSName.FIELDS).forEach(field -> found.add(What.FORM_FIELDS));
        }
        if (catalog.containsKey(COSName.STRUCT_TREE_ROOT)) {
            found.add(What.STRUCTURE);
        }
        for (PDPage page : document.getPages()) {
            annotations(page.getCOSObject().getCOSArray(COSName.ANNOTS), found);
            if (page.getCOSObject().containsKey(COSName.AA)) {
                found.add(What.SCRIPTS);
            }
        }
    }

    private static void annotations(COSArray annotations, Findings found) {
        for (int i = 0; annotations != null && i < annotations.size(); i++) {
            if (annotations.getObject(i) instanceof COSDictionary annotation) {
                String kind = annotation.getNameAsString(COSName.SUBTYPE, "");
                switch (kind) {
                    case "Link", "Popup" -> {}
                    case "Widget" -> {
                        if (COSName.SIG.equals(annotation.getCOSName(COSName.FT))) {
                            found.add(What.SIGNATURE);
                        }
                    }
                    case "FileAttachment" -> found.add(What.ATTACHMENTS);
                    default -> found.add(What.ANNOTATIONS, annotation.getString(COSName.T, ""));
                }
                if (script(annotation.getDictionaryObject(COSName.A)) || annotation.containsKey(COSName.AA)) {
                    found.add(What.SCRIPTS);
                }
            }
        }
    }

    private static boolean script(COSBase action) {
        return action instanceof COSDictionary dictionary
                && !"URI".equals(dictionary.getNameAsString(COSName.S))
                && !"GoTo".equals(dictionary.getNameAsString(COSName.S));
    }

    private static void entries(COSDictionary names, COSName tree, What what, Findings found) {
        COSDictionary root = names.getCOSDictionary(tree);
        if (root != null) {
            COSArray leaves = root.getCOSArray(COSName.NAMES);
            int count = leaves == null ? 1 : leaves.size() / 2;
            for (int i = 0; i < count; i++) {
                found.add(
                        what,
                        leaves != null && leaves.getObject(2 * i) instanceof org.apache.pdfbox.cos.COSString name
                                ? name.getString()
                                : "");
            }
        }
    }

    /** Every time a program only adds to a file, what was before stays in it. A linearized file has two ends from the start. */
    private static void revisions(Path file, Findings found) throws IOException {
        int ends = 0;
        boolean linear;
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 65_536)) {
            bytes.mark(2048);
            linear = new String(bytes.readNBytes(1024), StandardCharsets.ISO_8859_1).contains("/Linearized");
            bytes.reset();
            int matched = 0;
            for (int each = bytes.read(); each >= 0; each = bytes.read()) {
                matched = each == END[matched] ? matched + 1 : each == END[0] ? 1 : 0;
                if (matched == END.length) {
                    ends++;
                    matched = 0;
                }
            }
        }
        for (int i = linear ? 2 : 1; i < ends; i++) {
            found.add(What.EARLIER_REVISIONS);
        }
    }
}
