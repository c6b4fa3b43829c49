package org.yangguang.file.internal.copying;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.multipdf.PDFCloneUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;
import org.yangguang.file.Carried.What;
import org.yangguang.file.RedactionMark;
import org.yangguang.file.internal.reading.BadContent;

/**
 * A new document of a PDF's pages. Nothing is taken off the old one; only what makes a page's face is taken over: its boxes, what it
 * draws without hidden layers, the resources it draws with, links to other places, and the titles of bookmarks. Stamps and form fields are
 * drawn into the page, because a seal belongs to its face. A page with words that nobody sees on it is drawn anew as a picture.
 */
final class PdfCopy {

    private static final Set<String> DRAWN = Set.of("Widget", "Stamp", "Watermark");
    private static final int HIDDEN = 2 | 32;
    private static final int MOST_BOOKMARKS = 20_000;

    private final PDDocument source;
    private final PDDocument copy;
    private final PdfContent content;
    private final HiddenLayers layers;
    private final OwnObjects objects;
    private final PageAsPicture pictures;
    private final Findings found;
    private final Map<COSDictionary, PDPage> pages = new IdentityHashMap<>();

    /** Objects of another document bring their numbers along, and those may be taken here; so each is made anew. */
    private static final class OwnObjects extends PDFCloneUtility {

        OwnObjects(PDDocument document) {
            super(document);
        }
    }

    private PdfCopy(PDDocument source, PDDocument copy, HiddenLayers layers, Findings found) {
        this.source = source;
        this.copy = copy;
        this.objects = new OwnObjects(copy);
        this.pictures = new PageAsPicture(copy);
        this.found = found;
        this.layers = layers;
        this.content = new PdfContent(layers);
    }

    static void write(Path original, Path target, Findings found) throws IOException, BadContent {
        try (PDDocument source = PdfGuard.open(original);
                PDDocument copy = new PDDocument(IOUtils.createTempFileOnlyStreamCache())) {
            HiddenLayers layers = new HiddenLayers(source);
            PdfInspection.list(original, source, layers, found);
            new PdfCopy(source, copy, layers, found).all();
            copy.save(target.toFile());
        } catch (IOException | RuntimeException e) {
            throw new BadContent("file.document.damaged");
        }
    }

    /** Takes pages one by one, without links and bookmarks: those could lead to what is no longer there. */
    static PdfCopy of(PDDocument source, PDDocument copy) {
        return new PdfCopy(source, copy, new HiddenLayers(source), new Findings());
    }

    /** A page without words that it does not show, not yet part of the copy. */
    PDPage take(PDPage page) throws IOException {
        PDPage face = face(page);
        if (UnseenWords.on(face)) {
            found.add(What.UNSEEN_WORDS);
            return pictures.draw(face, List.of());
        }
        return face;
    }

    /** A page without anything beneath the marks, not yet part of the copy. */
    PDPage covered(PDPage page, List<RedactionMark> marks) throws IOException {
        return pictures.draw(face(page), marks);
    }

    /** The face of a page, not yet part of the copy. Words that it does not show may still be in it. */
    PDPage face(PDPage page) throws IOException {
        PDPage fresh = new PDPage(page.getMediaBox());
        fresh.setCropBox(page.getCropBox());
        fresh.setRotation(page.getRotation());
        COSDictionary group = page.getCOSObject().getCOSDictionary(COSName.GROUP);
        if (group != null) {
            content.cleanGroup(group);
            fresh.getCOSObject().setItem(COSName.GROUP, objects.cloneForNewDocument(group));
        }
        if (page.getUserUnit() != 1) {
            fresh.setUserUnit(page.getUserUnit());
        }
        COSDictionary resources = page.getResources() == null
                ? new COSDictionary()
                : new COSDictionary(page.getResources().getCOSObject());
        if (resources.getCOSDictionary(COSName.XOBJECT) != null) {
            resources.setItem(COSName.XOBJECT, new COSDictionary(resources.getCOSDictionary(COSName.XOBJECT)));
        }
        byte[] drawn;
        try (InputStream contents = page.getContents()) {
            drawn = contents.readAllBytes();
        }
        byte[] rewritten = content.rewrite(withStamps(page, drawn, resources), resources);
        content.cleanResources(resources);
        COSStream stream = copy.getDocument().createCOSStream();
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(rewritten);
        }
        fresh.getCOSObject().setItem(COSName.CONTENTS, stream);
        fresh.getCOSObject().setItem(COSName.RESOURCES, objects.cloneForNewDocument(resources));
        return fresh;
    }

    private void all() throws IOException {
        for (PDPage page : source.getPages()) {
            PDPage fresh = take(page);
            copy.addPage(fresh);
            pages.put(page.getCOSObject(), fresh);
        }
        for (Map.Entry<COSDictionary, PDPage> each : pages.entrySet()) {
            links(each.getKey(), each.getValue());
        }
        PDDocumentOutline bookmarks = source.getDocumentCatalog().getDocumentOutline();
        if (bookmarks != null) {
            PDDocumentOutline titles = new PDDocumentOutline();
            bookmarks(bookmarks, titles, 0);
            copy.getDocumentCatalog().setDocumentOutline(titles);
        }
        String language = source.getDocumentCatalog().getLanguage();
        if (language != null && language.length() < 20) {
            copy.getDocumentCatalog().setLanguage(language);
        }
        copy.setVersion(Math.max(1.6f, source.getVersion()));
    }

    /** Draws the seals and fields behind the content of the page. */
    private byte[] withStamps(PDPage page, byte[] drawn, COSDictionary resources) throws IOException {
        COSArray annotations = page.getCOSObject().getCOSArray(COSName.ANNOTS);
        StringBuilder stamps = new StringBuilder();
        for (int i = 0; annotations != null && i < annotations.size(); i++) {
            if (annotations.getObject(i) instanceof COSDictionary annotation
                    && DRAWN.contains(annotation.getNameAsString(COSName.SUBTYPE, ""))
                    && (annotation.getInt(COSName.F, 0) & HIDDEN) == 0
                    && !layers.hides(annotation.getDictionaryObject(COSName.OC))) {
                COSStream form = appearance(annotation);
                Matrix place = form == null ? null : place(annotation, form);
                if (form != null && place != null) {
                    form.setItem(COSName.TYPE, COSName.XOBJECT);
                    form.setItem(COSName.SUBTYPE, COSName.FORM);
                    COSName name = COSName.getPDFName("Seal" + i + "x" + Integer.toHexString(annotation.size()));
                    COSDictionary objects = resources.getCOSDictionary(COSName.XOBJECT);
                    if (objects == null) {
                        objects = new COSDictionary();
                        resources.setItem(COSName.XOBJECT, objects);
                    }
                    objects.setItem(name, form);
                    stamps.append(String.format(
                            Locale.ROOT,
                            "q %.5f %.5f %.5f %.5f %.5f %.5f cm /%s Do Q%n",
                            place.getScaleX(),
                            place.getShearY(),
                            place.getShearX(),
                            place.getScaleY(),
                            place.getTranslateX(),
                            place.getTranslateY(),
                            name.getName()));
                }
            }
        }
        if (stamps.isEmpty()) {
            return drawn;
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes("q\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        all.writeBytes(drawn);
        all.writeBytes(("\nQ\n" + stamps).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        return all.toByteArray();
    }

    private static @Nullable COSStream appearance(COSDictionary annotation) {
        COSDictionary appearances = annotation.getCOSDictionary(COSName.AP);
        COSBase normal = appearances == null ? null : appearances.getDictionaryObject(COSName.N);
        if (normal instanceof COSStream stream) {
            return stream;
        }
        COSName state = annotation.getCOSName(COSName.AS);
        return normal instanceof COSDictionary states
                        && state != null
                        && states.getDictionaryObject(state) instanceof COSStream stream
                ? stream
                : null;
    }

    /** ISO 32000-1, 12.5.5: the box of the appearance, as its matrix turns it, is fitted into the annotation's rectangle. */
    private static @Nullable Matrix place(COSDictionary annotation, COSStream form) {
        COSArray rectangle = annotation.getCOSArray(COSName.RECT);
        COSArray box = form.getCOSArray(COSName.BBOX);
        if (rectangle == null || rectangle.size() < 4 || box == null || box.size() < 4) {
            return null;
        }
        PDRectangle to = new PDRectangle(rectangle);
        Matrix own = form.getCOSArray(COSName.MATRIX) == null
                ? new Matrix()
                : Matrix.createMatrix(form.getCOSArray(COSName.MATRIX));
        Rectangle2D turned = new PDRectangle(box).transform(own).getBounds2D();
        if (turned.getWidth() == 0 || turned.getHeight() == 0) {
            return null;
        }
        AffineTransform fit = AffineTransform.getTranslateInstance(to.getLowerLeftX(), to.getLowerLeftY());
        fit.scale(to.getWidth() / turned.getWidth(), to.getHeight() / turned.getHeight());
        fit.translate(-turned.getX(), -turned.getY());
        return new Matrix(fit);
    }

    private void links(COSDictionary old, PDPage fresh) {
        COSArray annotations = old.getCOSArray(COSName.ANNOTS);
        COSArray kept = new COSArray();
        for (int i = 0; annotations != null && i < annotations.size(); i++) {
            if (annotations.getObject(i) instanceof COSDictionary annotation
                    && COSName.LINK.equals(annotation.getCOSName(COSName.SUBTYPE))
                    && annotation.getCOSArray(COSName.RECT) != null) {
                COSDictionary action = target(annotation);
                if (action != null) {
                    COSDictionary link = new COSDictionary();
                    link.setItem(COSName.TYPE, COSName.ANNOT);
                    link.setItem(COSName.SUBTYPE, COSName.LINK);
                    link.setItem(COSName.RECT, new PDRectangle(annotation.getCOSArray(COSName.RECT)).getCOSArray());
                    link.setItem(
                            COSName.BORDER,
                            new COSArray(List.of(
                                    org.apache.pdfbox.cos.COSInteger.ZERO,
                                    org.apache.pdfbox.cos.COSInteger.ZERO,
                                    org.apache.pdfbox.cos.COSInteger.ZERO)));
                    link.setItem(COSName.A, action);
                    kept.add(link);
                }
            }
        }
        if (kept.size() > 0) {
            fresh.getCOSObject().setItem(COSName.ANNOTS, kept);
        }
    }

    /** A web address, or a page of this document; nothing else is a target. */
    private @Nullable COSDictionary target(COSDictionary annotation) {
        COSBase action = annotation.getDictionaryObject(COSName.A);
        COSDictionary fresh = new COSDictionary();
        if (action instanceof COSDictionary link && "URI".equals(link.getNameAsString(COSName.S))) {
            String address = link.getString(COSName.URI, "");
            fresh.setName(COSName.S, "URI");
            fresh.setItem(COSName.URI, new COSString(address));
            return address.matches("(?i)(https?://|mailto:).{1,2000}") ? fresh : null;
        }
        COSBase where = action instanceof COSDictionary jump && "GoTo".equals(jump.getNameAsString(COSName.S))
                ? jump.getDictionaryObject(COSName.D)
                : annotation.getDictionaryObject(COSName.DEST);
        if (where instanceof COSArray array
                && array.size() > 0
                && array.getObject(0) instanceof COSDictionary page
                && pages.containsKey(page)) {
            PDPageFitDestination destination = new PDPageFitDestination();
            destination.setPage(pages.get(page));
            fresh.setName(COSName.S, "GoTo");
            fresh.setItem(COSName.D, destination);
            return fresh;
        }
        return null;
    }

    private int bookmarks(PDOutlineNode from, PDOutlineNode to, int before) throws IOException {
        int count = before;
        for (PDOutlineItem item : from.children()) {
            if (++count > MOST_BOOKMARKS) {
                return count;
            }
            PDOutlineItem title = new PDOutlineItem();
            title.setTitle(item.getTitle());
            PDPage page = item.findDestinationPage(source);
            if (page != null && pages.containsKey(page.getCOSObject())) {
                PDPageFitDestination destination = new PDPageFitDestination();
                destination.setPage(pages.get(page.getCOSObject()));
                title.setDestination(destination);
            }
            to.addLast(title);
            count = bookmarks(item, title, count);
        }
        return count;
    }
}
