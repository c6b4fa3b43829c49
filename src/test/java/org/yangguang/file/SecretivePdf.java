package org.yangguang.file;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.util.Matrix;

/**
 * PDFs with a secret on their first page: open words stand at 72, 700 of an A4 page, the secret at 72, 400, where it is to be covered. What is
 * drawn of it other than as text is blue. Some keep it in other places too, where nobody sees it.
 */
enum SecretivePdf {
    PLAIN((pdf, page) -> write(pdf, page, SecretivePdf.SECRET, 400)),
    ROTATED((pdf, page) -> {
        page.setRotation(90);
        write(pdf, page, SecretivePdf.SECRET, 400);
    }),
    UPSIDE_DOWN((pdf, page) -> {
        page.setRotation(180);
        write(pdf, page, SecretivePdf.SECRET, 400);
    }),
    CROPPED((pdf, page) -> {
        page.setCropBox(new PDRectangle(50, 300, 400, 500));
        write(pdf, page, SecretivePdf.SECRET, 400);
        write(pdf, page, "beyond " + SecretivePdf.SECRET, 100);
    }),
    CROPPED_AND_ROTATED((pdf, page) -> {
        page.setCropBox(new PDRectangle(50, 300, 400, 500));
        page.setRotation(270);
        write(pdf, page, SecretivePdf.SECRET, 400);
        write(pdf, page, "beyond " + SecretivePdf.SECRET, 100);
    }),
    ORIGIN_ELSEWHERE((pdf, page) -> {
        page.setMediaBox(new PDRectangle(-100, -200, 695, 1042));
        page.setCropBox(new PDRectangle(-20, -30, 595, 842));
        write(pdf, page, SecretivePdf.SECRET, 400);
    }),
    LARGE_UNIT((pdf, page) -> {
        page.setUserUnit(2);
        write(pdf, page, SecretivePdf.SECRET, 400);
    }),
    LAYERED((pdf, page) -> layers(pdf, page, 400)),
    HIDDEN_LAYER_ELSEWHERE((pdf, page) -> layers(pdf, page, 600)),
    FORM_IN_FORM((pdf, page) -> {
        PDFormXObject inner = form(pdf, text(SecretivePdf.SECRET, 400));
        PDFormXObject outer = form(pdf, "/Inner Do");
        outer.getResources().put(COSName.getPDFName("Inner"), inner);
        append(pdf, page, content -> content.drawForm(outer));
    }),
    FORM_WITHOUT_RESOURCES((pdf, page) -> {
        PDFormXObject form = form(pdf, text(SecretivePdf.SECRET, 400));
        form.getCOSObject().removeItem(COSName.RESOURCES);
        page.getResources().put(COSName.getPDFName("Own"), SecretivePdf.helvetica());
        append(pdf, page, content -> content.drawForm(form));
    }),
    PATTERN((pdf, page) -> {
        COSStream pattern = stream(pdf, text(SecretivePdf.SECRET, 400) + " 0 0 1 rg 72 400 200 16 re f");
        pattern.setItem(COSName.TYPE, COSName.PATTERN);
        pattern.setInt(COSName.PATTERN_TYPE, 1);
        pattern.setInt(COSName.PAINT_TYPE, 1);
        pattern.setInt(COSName.TILING_TYPE, 1);
        pattern.setItem(COSName.BBOX, PDRectangle.A4.getCOSArray());
        pattern.setItem(COSName.getPDFName("XStep"), new COSFloat(595));
        pattern.setItem(COSName.getPDFName("YStep"), new COSFloat(842));
        pattern.setItem(COSName.RESOURCES, fonts().getCOSObject());
        COSDictionary patterns = new COSDictionary();
        patterns.setItem("Secret", pattern);
        page.getResources().getCOSObject().setItem(COSName.PATTERN, patterns);
        raw(pdf, page, "/Pattern cs /Secret scn 60 390 300 40 re f");
    }),
    INLINE_IMAGE((pdf, page) -> raw(
            pdf,
            page,
            "q 200 0 0 16 72 400 cm BI /W 1 /H 1 /CS /RGB /BPC 8 /F /AHx ID 0000FF> EI Q"
                    + text(SecretivePdf.SECRET, 400))),
    SOFT_MASK((pdf, page) -> {
        PDFormXObject group = form(pdf, "1 g " + text(SecretivePdf.SECRET, 400));
        group.getCOSObject().setItem(COSName.GROUP, dictionary(Map.of("S", "Transparency", "CS", "DeviceGray")));
        COSDictionary mask = dictionary(Map.of("S", "Luminosity"));
        mask.setItem(COSName.G, group.getCOSObject());
        COSDictionary state = new COSDictionary();
        state.setItem(COSName.SMASK, mask);
        COSDictionary states = new COSDictionary();
        states.setItem("Masked", state);
        page.getResources().getCOSObject().setItem(COSName.EXT_G_STATE, states);
        raw(pdf, page, "q /Masked gs 0 0 1 rg 60 390 300 40 re f Q");
    }),
    MASKED_IMAGE((pdf, page) -> {
        BufferedImage image = new BufferedImage(200, 16, BufferedImage.TYPE_INT_ARGB);
        for (int x = 0; x < 200; x++) {
            image.setRGB(x, 8, new Color(0, 0, 255, 40).getRGB());
        }
        PDImageXObject masked = LosslessFactory.createFromImage(pdf, image);
        append(pdf, page, content -> content.drawImage(masked, 72, 400, 200, 16));
    }),
    FONT_OF_DRAWINGS((pdf, page) -> {
        COSStream sign = stream(
                pdf,
                "1000 0 d0 /Span <</ActualText (" + SecretivePdf.SECRET + ")>> BDC 0 0 1 rg 0 0 1000 1000 re f EMC");
        COSDictionary signs = new COSDictionary();
        signs.setItem("a", sign);
        COSDictionary encoding = dictionary(Map.of("Type", "Encoding"));
        encoding.setItem(COSName.DIFFERENCES, new COSArray(List.of(COSInteger.get(97), COSName.getPDFName("a"))));
        COSDictionary font = dictionary(Map.of("Type", "Font", "Subtype", "Type3"));
        font.setItem("CharProcs", signs);
        font.setItem(COSName.ENCODING, encoding);
        font.setItem(COSName.FONT_BBOX, new PDRectangle(0, 0, 1000, 1000).getCOSArray());
        font.setItem("FontMatrix", new Matrix(0.001f, 0, 0, 0.001f, 0, 0).toCOSArray());
        font.setInt(COSName.FIRST_CHAR, 97);
        font.setInt(COSName.LAST_CHAR, 97);
        font.setItem(COSName.WIDTHS, new COSArray(List.of(COSInteger.get(1000))));
        page.getResources().getCOSObject().getCOSDictionary(COSName.FONT).setItem("Drawn", font);
        raw(pdf, page, "BT /Drawn 16 Tf 72 400 Td (aaaa) Tj ET");
    }),
    TRANSPARENT((pdf, page) -> {
        PDExtendedGraphicsState state = new PDExtendedGraphicsState();
        state.setNonStrokingAlphaConstant(0.2f);
        append(pdf, page, content -> {
            content.setGraphicsStateParameters(state);
            words(content, SecretivePdf.SECRET, 400);
        });
    }),
    INVISIBLE((pdf, page) -> invisible(pdf, page, SecretivePdf.SECRET, 400)),
    SCANNED((pdf, page) -> {
        scan(pdf, page);
        invisible(pdf, page, SecretivePdf.SECRET, 400);
    }),
    SCANNED_WITH_WORDS_OUT_OF_PLACE((pdf, page) -> {
        scan(pdf, page);
        invisible(pdf, page, "holder " + SecretivePdf.SECRET, 436);
    }),
    WHITE_ON_WHITE((pdf, page) -> raw(pdf, page, "1 g " + text(SecretivePdf.SECRET, 600) + " 0 g")),
    COVERED_BY_THE_OFFICE(
            (pdf, page) -> raw(pdf, page, "0 g " + text(SecretivePdf.SECRET, 600) + " 70 594 220 26 re f")),
    COVERED_BY_A_PICTURE((pdf, page) -> {
        write(pdf, page, SecretivePdf.SECRET, 600);
        BufferedImage black = new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB);
        PDImageXObject cover = LosslessFactory.createFromImage(pdf, black);
        append(pdf, page, content -> content.drawImage(cover, 70, 594, 220, 26));
    }),
    REPLACED_WORDS((pdf, page) -> raw(
            pdf,
            page,
            "/Span <</ActualText (" + SecretivePdf.SECRET + ") /Alt (" + SecretivePdf.SECRET + ") /E ("
                    + SecretivePdf.SECRET + ")>> BDC " + text("shown", 600) + text("secret", 400) + " EMC")),
    COMMENTED((pdf, page) -> {
        raw(
                pdf,
                page,
                "% " + SecretivePdf.SECRET + "\nBX (" + SecretivePdf.SECRET + ") unknown EX (" + SecretivePdf.SECRET
                        + ")");
    }),
    STRUCTURED((pdf, page) -> {
        COSDictionary part = dictionary(Map.of("Type", "StructElem", "S", "Span"));
        for (String key : List.of("ActualText", "Alt", "E", "T")) {
            part.setString(key, SecretivePdf.SECRET);
        }
        part.setItem("Pg", page.getCOSObject());
        part.setInt("K", 0);
        COSDictionary root = dictionary(Map.of("Type", "StructTreeRoot"));
        root.setItem("K", part);
        pdf.getDocumentCatalog().getCOSObject().setItem("StructTreeRoot", root);
        raw(pdf, page, "/Span <</MCID 0>> BDC " + text("secret", 400) + " EMC");
    }),
    FIELDS((pdf, page) -> {
        COSStream face = form(pdf, text(SecretivePdf.SECRET, 400)).getCOSObject();
        COSDictionary field = dictionary(Map.of("Type", "Annot", "Subtype", "Widget", "FT", "Tx"));
        field.setString("T", "number");
        field.setString("V", SecretivePdf.SECRET);
        field.setString("DV", SecretivePdf.SECRET);
        field.setItem("Rect", PDRectangle.A4.getCOSArray());
        COSDictionary faces = new COSDictionary();
        faces.setItem("N", face);
        faces.setItem("D", face);
        field.setItem("AP", faces);
        COSDictionary form = new COSDictionary();
        form.setItem("Fields", new COSArray(List.of(field)));
        form.setItem("XFA", stream(pdf, "<xfa>" + SecretivePdf.SECRET + "</xfa>"));
        pdf.getDocumentCatalog().getCOSObject().setItem("AcroForm", form);
        page.getCOSObject().setItem(COSName.ANNOTS, new COSArray(List.of(field)));
    }),
    NOTES_ON_THE_PAGE((pdf, page) -> {
        PDAnnotationText note = new PDAnnotationText();
        note.setContents(SecretivePdf.SECRET);
        note.setRectangle(new PDRectangle(300, 600, 20, 20));
        COSDictionary free = dictionary(Map.of("Type", "Annot", "Subtype", "FreeText"));
        free.setString("Contents", SecretivePdf.SECRET);
        free.setString("RC", "<body>" + SecretivePdf.SECRET + "</body>");
        free.setItem("Rect", PDRectangle.A4.getCOSArray());
        COSDictionary faces = new COSDictionary();
        faces.setItem(
                "N",
                new PDAppearanceStream(form(pdf, "0 0 1 rg 72 600 200 16 re f " + text(SecretivePdf.SECRET, 550))
                                .getCOSObject())
                        .getCOSObject());
        free.setItem("AP", faces);
        COSDictionary popup = dictionary(Map.of("Type", "Annot", "Subtype", "Popup"));
        popup.setString("Contents", SecretivePdf.SECRET);
        popup.setItem("Parent", free);
        popup.setItem("Rect", new PDRectangle(10, 10, 10, 10).getCOSArray());
        free.setItem("Popup", popup);
        page.getCOSObject().setItem(COSName.ANNOTS, new COSArray(List.of(note.getCOSObject(), free, popup)));
    }),
    THUMBNAILS((pdf, page) -> {
        for (PDPage each : pdf.getPages()) {
            each.getCOSObject()
                    .setItem(
                            "Thumb",
                            LosslessFactory.createFromImage(pdf, blueBar()).getCOSObject());
        }
    }),
    ATTACHED((pdf, page) -> {
        PDEmbeddedFile file = new PDEmbeddedFile(
                pdf, new ByteArrayInputStream(SecretivePdf.SECRET.getBytes(StandardCharsets.US_ASCII)));
        PDComplexFileSpecification attached = new PDComplexFileSpecification();
        attached.setFile(SecretivePdf.SECRET + ".txt");
        attached.setEmbeddedFile(file);
        COSDictionary tree = new COSDictionary();
        tree.setItem("Names", new COSArray(List.of(new COSString(SecretivePdf.SECRET), attached.getCOSObject())));
        COSDictionary names = new COSDictionary();
        names.setItem("EmbeddedFiles", tree);
        COSDictionary places = new COSDictionary();
        COSArray place = new COSArray(List.of(page.getCOSObject(), COSName.getPDFName("Fit")));
        places.setItem("Names", new COSArray(List.of(new COSString(SecretivePdf.SECRET), place)));
        names.setItem("Dests", places);
        COSDictionary catalog = pdf.getDocumentCatalog().getCOSObject();
        catalog.setItem("Names", names);
        catalog.setItem("AF", new COSArray(List.of(attached.getCOSObject())));
        page.getCOSObject().setItem("AF", new COSArray(List.of(attached.getCOSObject())));
        COSDictionary pin = dictionary(Map.of("Type", "Annot", "Subtype", "FileAttachment"));
        pin.setItem("FS", attached.getCOSObject());
        pin.setItem("Rect", new PDRectangle(10, 10, 10, 10).getCOSArray());
        page.getCOSObject().setItem(COSName.ANNOTS, new COSArray(List.of(pin)));
    }),
    PROPERTIES((pdf, page) -> {
        for (COSDictionary each : List.of(pdf.getDocumentCatalog().getCOSObject(), page.getCOSObject())) {
            PDMetadata xmp = new PDMetadata(pdf);
            xmp.importXMPMetadata(("<x>" + SecretivePdf.SECRET + "</x>").getBytes(StandardCharsets.US_ASCII));
            each.setItem(COSName.METADATA, xmp);
            each.setItem("PieceInfo", dictionary(Map.of("Private", SecretivePdf.SECRET)));
        }
        pdf.getDocumentInformation().setCustomMetadataValue(SecretivePdf.SECRET, SecretivePdf.SECRET);
    }),
    /** The other page stays as it is; what leads from it to the first page must not bring that along. */
    TIED_TO_THE_OTHER_PAGE((pdf, page) -> {
        write(pdf, page, SecretivePdf.SECRET, 400);
        PDPage other = pdf.getPage(1);
        COSDictionary link = dictionary(Map.of("Type", "Annot", "Subtype", "Link"));
        link.setItem("Rect", new PDRectangle(72, 690, 100, 20).getCOSArray());
        link.setItem("Dest", new COSArray(List.of(page.getCOSObject(), COSName.getPDFName("Fit"))));
        link.setItem("P", page.getCOSObject());
        COSDictionary bead = dictionary(Map.of("Type", "Bead"));
        bead.setItem("P", page.getCOSObject());
        COSDictionary group = dictionary(Map.of("S", "Transparency"));
        group.setItem("Back", page.getCOSObject());
        other.getCOSObject().setItem(COSName.ANNOTS, new COSArray(List.of(link)));
        other.getCOSObject().setItem("B", new COSArray(List.of(bead)));
        other.getCOSObject().setItem(COSName.GROUP, group);
        PDImageXObject image =
                LosslessFactory.createFromImage(pdf, new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB));
        image.getCOSObject().setItem("Back", page.getCOSObject());
        image.getCOSObject().setString("Ground", SecretivePdf.SECRET);
        append(pdf, other, content -> content.drawImage(image, 10, 10, 10, 10));
        for (COSName name : other.getResources().getFontNames()) {
            other.getResources().getFont(name).getCOSObject().setItem("Back", page.getCOSObject());
        }
    }),
    REVISED((pdf, page) -> write(pdf, page, SecretivePdf.SECRET, 600)) {
        @Override
        byte[] saved(PDDocument pdf) throws IOException {
            byte[] before = super.saved(pdf);
            ByteArrayOutputStream after = new ByteArrayOutputStream();
            try (PDDocument revised = Loader.loadPDF(before)) {
                PDPage page = revised.getPage(0);
                COSStream content = stream(revised, text(SecretivePdf.OPEN, 700));
                COSDictionary fonts = fonts().getCOSObject();
                page.getCOSObject().setItem(COSName.CONTENTS, content);
                page.getCOSObject().setItem(COSName.RESOURCES, fonts);
                page.getCOSObject().setNeedToBeUpdated(true);
                revised.saveIncremental(after);
            }
            return after.toByteArray();
        }
    };

    static final String SECRET = "320102199001011232";
    static final String OPEN = "public words";
    static final String OTHER = "the other page";

    private interface Hiding {
        void in(PDDocument pdf, PDPage page) throws IOException;
    }

    private interface Drawing {
        void on(PDPageContentStream content) throws IOException;
    }

    private final Hiding hiding;

    SecretivePdf(Hiding hiding) {
        this.hiding = hiding;
    }

    byte[] bytes() throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            PDPage other = new PDPage(PDRectangle.A4);
            pdf.addPage(page);
            pdf.addPage(other);
            page.setResources(new PDResources());
            other.setResources(new PDResources());
            write(pdf, page, OPEN, 700);
            write(pdf, other, OTHER, 700);
            hiding.in(pdf, page);
            share(page.getResources(), other.getResources());
            PDDocumentOutline outline = new PDDocumentOutline();
            PDOutlineItem bookmark = new PDOutlineItem();
            bookmark.setTitle("Bookmark " + SECRET);
            bookmark.setDestination(page);
            outline.addLast(bookmark);
            pdf.getDocumentCatalog().setDocumentOutline(outline);
            pdf.getDocumentInformation().setSubject(SECRET);
            return saved(pdf);
        }
    }

    byte[] saved(PDDocument pdf) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        pdf.save(bytes);
        return bytes.toByteArray();
    }

    /** The area around 72, 400, as a reader sees the page. */
    RedactionMark mark() {
        return switch (this) {
            case ROTATED -> area(390 / 842.0, 60 / 595.0, 40 / 842.0, 300 / 595.0);
            case UPSIDE_DOWN -> area(235 / 595.0, 387 / 842.0, 300 / 595.0, 40 / 842.0);
            case CROPPED -> area(10 / 400.0, 370 / 500.0, 300 / 400.0, 45 / 500.0);
            case CROPPED_AND_ROTATED -> area(370 / 500.0, 90 / 400.0, 45 / 500.0, 300 / 400.0);
            case ORIGIN_ELSEWHERE -> area(80 / 595.0, 385 / 842.0, 300 / 595.0, 40 / 842.0);
            default -> area(60 / 595.0, 415 / 842.0, 300 / 595.0, 40 / 842.0);
        };
    }

    /** One page with words at 72, 700, each sign 30 points wide, in a font that the file names but does not hold. */
    static byte[] withFontByName(String words) throws IOException {
        COSDictionary signs = new COSDictionary();
        signs.setString("Registry", "Adobe");
        signs.setString("Ordering", "GB1");
        signs.setInt("Supplement", 2);
        COSDictionary descendant = dictionary(Map.of("Type", "Font", "Subtype", "CIDFontType0"));
        descendant.setName("BaseFont", "STSong-Light");
        descendant.setItem("CIDSystemInfo", signs);
        COSDictionary font = dictionary(Map.of("Type", "Font", "Subtype", "Type0", "Encoding", "UniGB-UCS2-H"));
        font.setName("BaseFont", "STSong-Light-UniGB-UCS2-H");
        font.setItem("DescendantFonts", new COSArray(List.of(descendant)));
        try (PDDocument pdf = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            pdf.addPage(page);
            page.setResources(new PDResources());
            String codes = HexFormat.of().formatHex(words.getBytes(StandardCharsets.UTF_16BE));
            raw(pdf, page, "BT /Named 30 Tf 72 700 Td <" + codes + "> Tj ET");
            page.getResources().getCOSObject().getCOSDictionary(COSName.FONT).setItem("Named", font);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            pdf.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static RedactionMark area(double x, double y, double width, double height) {
        return new RedactionMark(1, x, y, width, height, "个人隐私");
    }

    /** As many programs write it: all pages have the resources of all pages. */
    private static void share(PDResources one, PDResources other) {
        COSDictionary from = one.getCOSObject();
        COSDictionary to = other.getCOSObject();
        for (COSName kind : List.copyOf(from.keySet())) {
            COSDictionary shared = to.getCOSDictionary(kind);
            COSDictionary all = shared == null ? new COSDictionary() : shared;
            COSDictionary some = from.getCOSDictionary(kind);
            if (some != null) {
                some.keySet().forEach(name -> {
                    if (!all.containsKey(name)) {
                        all.setItem(name, some.getItem(name));
                    }
                });
                to.setItem(kind, all);
            }
        }
    }

    private static void layers(PDDocument pdf, PDPage page, float y) throws IOException {
        PDOptionalContentProperties layers = new PDOptionalContentProperties();
        PDOptionalContentGroup shown = new PDOptionalContentGroup("shown");
        PDOptionalContentGroup hidden = new PDOptionalContentGroup("hidden");
        layers.addGroup(shown);
        layers.addGroup(hidden);
        layers.setGroupEnabled(hidden, false);
        pdf.getDocumentCatalog().setOCProperties(layers);
        append(pdf, page, content -> {
            content.beginMarkedContent(COSName.OC, shown);
            words(content, SECRET, 400);
            content.endMarkedContent();
            content.beginMarkedContent(COSName.OC, hidden);
            words(content, SECRET, y);
            content.endMarkedContent();
        });
    }

    private static void scan(PDDocument pdf, PDPage page) throws IOException {
        PDImageXObject scan = LosslessFactory.createFromImage(pdf, blueBar());
        append(pdf, page, content -> {
            content.drawImage(scan, 0, 0, PDRectangle.A4.getWidth(), PDRectangle.A4.getHeight());
            words(content, OPEN, 700);
        });
    }

    private static BufferedImage blueBar() {
        BufferedImage scan = new BufferedImage(595, 842, BufferedImage.TYPE_INT_RGB);
        Graphics2D paint = scan.createGraphics();
        paint.setColor(Color.WHITE);
        paint.fillRect(0, 0, 595, 842);
        paint.setColor(Color.BLUE);
        paint.fillRect(72, 842 - 416, 200, 16);
        paint.dispose();
        return scan;
    }

    private static void invisible(PDDocument pdf, PDPage page, String words, float y) throws IOException {
        append(pdf, page, content -> {
            content.setRenderingMode(RenderingMode.NEITHER);
            words(content, words, y);
            content.setRenderingMode(RenderingMode.FILL);
        });
    }

    private static void write(PDDocument pdf, PDPage page, String words, float y) throws IOException {
        append(pdf, page, content -> words(content, words, y));
    }

    private static void append(PDDocument pdf, PDPage page, Drawing drawing) throws IOException {
        try (PDPageContentStream content = new PDPageContentStream(pdf, page, AppendMode.APPEND, true)) {
            drawing.on(content);
        }
    }

    private static void words(PDPageContentStream content, String words, float y) throws IOException {
        content.beginText();
        content.setFont(helvetica(), 18);
        content.newLineAtOffset(72, y);
        content.showText(words);
        content.endText();
    }

    /** Adds operators as they are; the page's first font is {@code /Own}. */
    private static void raw(PDDocument pdf, PDPage page, String operators) throws IOException {
        page.getResources().put(COSName.getPDFName("Own"), helvetica());
        COSArray all = new COSArray();
        page.getContentStreams().forEachRemaining(each -> all.add(each.getCOSObject()));
        all.add(stream(pdf, "\n" + operators + "\n"));
        page.getCOSObject().setItem(COSName.CONTENTS, all);
    }

    private static String text(String words, float y) {
        return " BT /Own 18 Tf 1 0 0 1 72 " + y + " Tm (" + words + ") Tj ET ";
    }

    private static PDFormXObject form(PDDocument pdf, String operators) throws IOException {
        PDFormXObject form = new PDFormXObject(stream(pdf, operators));
        form.setBBox(PDRectangle.A4);
        form.setResources(fonts());
        return form;
    }

    private static PDResources fonts() {
        PDResources fonts = new PDResources();
        fonts.put(COSName.getPDFName("Own"), helvetica());
        return fonts;
    }

    private static PDType1Font helvetica() {
        return new PDType1Font(Standard14Fonts.FontName.HELVETICA);
    }

    private static COSStream stream(PDDocument pdf, String operators) throws IOException {
        COSStream stream = pdf.getDocument().createCOSStream();
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(operators.getBytes(StandardCharsets.US_ASCII));
        }
        return stream;
    }

    private static COSDictionary dictionary(Map<String, String> names) {
        COSDictionary dictionary = new COSDictionary();
        names.forEach(dictionary::setName);
        return dictionary;
    }
}
