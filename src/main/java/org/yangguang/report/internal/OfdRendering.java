package org.yangguang.report.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.ofdrw.font.Font;
import org.ofdrw.layout.OFDDoc;
import org.ofdrw.layout.PageLayout;
import org.ofdrw.layout.VirtualPage;
import org.ofdrw.layout.element.canvas.Canvas;
import org.ofdrw.layout.element.canvas.DrawContext;
import org.ofdrw.layout.element.canvas.FontSetting;
import org.yangguang.report.internal.DrawnPage.Box;
import org.yangguang.report.internal.DrawnPage.Run;

/**
 * Reports as OFD (GB/T 33190): page by page, character by character and line by line what their PDF shows, with the font embedded as far
 * as it is used. Text stays text and can be searched and copied.
 */
final class OfdRendering {

    private static final String FONT = "/fonts/NotoSerifSC-Regular.ttf";
    private static final double MILLIMETRES = 25.4 / 72;

    private OfdRendering() {}

    /** @param pdf a report as {@link PdfRendering} makes it */
    static byte[] render(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<DrawnPage> pages = new ArrayList<>();
            for (int i = 0; i < document.getNumberOfPages(); i++) {
                pages.add(DrawnPage.of(document.getPage(i)));
            }
            return write(pages);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] write(List<DrawnPage> pages) throws IOException {
        Path font = Files.createTempFile("yangguang-ofd-", ".ttf");
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            subset(pages, font);
            Font serif = new Font("Noto Serif SC", "Noto Serif SC", font);
            try (OFDDoc ofd = new OFDDoc(out)) {
                for (DrawnPage page : pages) {
                    double width = page.width() * MILLIMETRES;
                    double height = page.height() * MILLIMETRES;
                    PageLayout layout = new PageLayout(width, height);
                    layout.setMargin(0d);
                    VirtualPage sheet = new VirtualPage(layout);
                    Canvas canvas = new Canvas(0, 0, width, height);
                    canvas.setDrawer(context -> draw(page, serif, context));
                    sheet.add(canvas);
                    ofd.addVPage(sheet);
                }
            }
            return out.toByteArray();
        } finally {
            Files.deleteIfExists(font);
        }
    }

    private static void draw(DrawnPage page, Font font, DrawContext context) throws IOException {
        context.setFillColor(0, 0, 0);
        for (Box box : page.boxes()) {
            context.fillRect(
                    box.x() * MILLIMETRES,
                    box.y() * MILLIMETRES,
                    box.width() * MILLIMETRES,
                    box.height() * MILLIMETRES);
        }
        for (Run run : page.runs()) {
            context.setFont(new FontSetting(run.size() * MILLIMETRES, font));
            context.fillText(run.text(), run.x() * MILLIMETRES, run.baseline() * MILLIMETRES);
        }
    }

    private static void subset(List<DrawnPage> pages, Path file) throws IOException {
        TreeSet<Integer> used = new TreeSet<>();
        pages.forEach(page -> page.runs().forEach(run -> run.text().codePoints().forEach(used::add)));
        try (InputStream bytes = Objects.requireNonNull(OfdRendering.class.getResourceAsStream(FONT), FONT);
                TrueTypeFont whole = new TTFParser().parse(new RandomAccessReadBuffer(bytes.readAllBytes()));
                OutputStream out = Files.newOutputStream(file)) {
            TTFSubsetter subsetter = new TTFSubsetter(whole);
            used.forEach(subsetter::add);
            subsetter.writeToStream(out);
        }
    }
}
