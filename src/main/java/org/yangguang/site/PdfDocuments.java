package org.yangguang.site;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.springframework.stereotype.Component;

/**
 * Makes PDF documents in the proportions of GB/T 9704: A4, the title 22 pt in the middle, the text 16 pt on lines of 28 pt, the page
 * number at the outer foot. The typeface is Noto Serif SC, embedded as far as it is used; a character that it lacks is
 * written as its code point, so that none disappears.
 */
@Component
public final class PdfDocuments {

    private static final String FONT = "/fonts/NotoSerifSC-Regular.ttf";

    private static final String STYLE = """
            @page { size: A4; margin: 37mm 26mm 35mm 28mm; }
            @page :right { @bottom-right { content: "— " counter(page) " —"; font: 14pt serif-sc; padding-right: 5mm; } }
            @page :left { @bottom-left { content: "— " counter(page) " —"; font: 14pt serif-sc; padding-left: 5mm; } }
            body { font-family: serif-sc; font-size: 16pt; line-height: 28pt; color: #000; margin: 0; }
            h1 { font-size: 22pt; line-height: 34pt; font-weight: normal; text-align: center; margin: 0 0 18pt; }
            h2 { font-size: 16pt; line-height: 28pt; font-weight: normal; margin: 14pt 0 4pt; page-break-after: avoid; }
            p { margin: 0; text-indent: 2em; }
            p.note { font-size: 10.5pt; line-height: 17pt; text-indent: 0; margin-top: 12pt; color: #333; }
            table { width: 100%; border-collapse: collapse; table-layout: fixed; font-size: 12pt; line-height: 19pt;
                    -fs-table-paginate: paginate; }
            th, td { border: 0.6pt solid #000; padding: 3pt 5pt; text-align: left; vertical-align: top; font-weight: normal;
                     word-wrap: break-word; }
            tr { page-break-inside: avoid; }
            .hash { font-size: 7.5pt; line-height: 11pt; }
            """;

    /** The font is large: what it can write is found out when the first document is made, and only that is kept. */
    private static final class Written {

        static final BitSet CHARACTERS = new BitSet();

        /** Signs of radicals by the ideograph that is written with the same glyph. */
        static final Map<Integer, Integer> RADICALS = new HashMap<>();

        static {
            read();
        }

        private static void read() {
            try (InputStream font = font();
                    TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(font.readAllBytes()))) {
                CmapLookup lookup = parsed.getUnicodeCmapLookup();
                for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
                    int glyph = lookup.getGlyphId(point);
                    CHARACTERS.set(point, Character.isWhitespace(point) || glyph != 0);
                    if (PdfText.isRadical(point) && glyph != 0) {
                        int radical = point;
                        Objects.requireNonNullElse(lookup.getCharCodes(glyph), List.<Integer>of()).stream()
                                .filter(each -> !PdfText.isRadical(each))
                                .findFirst()
                                .ifPresent(each -> RADICALS.put(radical, each));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** An empty document with the style of official documents; fill its body. */
    public static Document blank(String title) {
        Document document = Document.createShell("");
        document.title(title);
        document.head().appendElement("style").appendText(STYLE);
        return document;
    }

    /** The finished PDF. */
    public byte[] render(Document document) {
        document.body().getAllElements().forEach(PdfDocuments::writable);
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            new PdfRendererBuilder()
                    .useFastMode()
                    .useFont(PdfDocuments::font, "serif-sc")
                    .withW3cDocument(new W3CDom().fromJsoup(document), null)
                    .toStream(out)
                    .run();
            return PdfText.withIdeographs(out.toByteArray(), Written.RADICALS);
        } catch (IOException e) {
            throw new UncheckedIOException("the document could not be rendered", e);
        }
    }

    private static void writable(Element element) {
        for (TextNode text : element.textNodes()) {
            StringBuilder written = new StringBuilder();
            text.getWholeText().codePoints().forEach(point -> {
                if (Written.CHARACTERS.get(point)) {
                    written.appendCodePoint(point);
                } else {
                    written.append(String.format("〔U+%04X〕", point));
                }
            });
            text.text(written.toString());
        }
    }

    private static InputStream font() {
        return Objects.requireNonNull(PdfDocuments.class.getResourceAsStream(FONT), FONT);
    }
}
