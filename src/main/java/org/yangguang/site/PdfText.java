package org.yangguang.site;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.cmap.CMap;
import org.apache.fontbox.cmap.CMapParser;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;

/**
 * The text that is copied and searched in a PDF. A glyph that fonts share between an ideograph and the sign of a radical (人 and U+2F08) is named by the
 * radical when the font is embedded; nobody would find it. It is named by the ideograph here.
 */
final class PdfText {

    private static final int MOST_OF_A_BLOCK = 100;
    private static final int CODES = 0x10000;

    private PdfText() {}

    static boolean isRadical(int point) {
        return point >= 0x2E80 && point <= 0x2FDF;
    }

    static byte[] withIdeographs(byte[] pdf, Map<Integer, Integer> radicals) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf);
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            List<COSStream> done = new ArrayList<>();
            for (PDPage page : document.getPages()) {
                PDResources resources = page.getResources();
                COSDictionary fonts =
                        resources == null ? null : resources.getCOSObject().getCOSDictionary(COSName.FONT);
                if (fonts == null) {
                    continue;
                }
                for (COSName name : fonts.keySet()) {
                    COSDictionary font = fonts.getCOSDictionary(name);
                    COSStream text = font == null ? null : font.getCOSStream(COSName.TO_UNICODE);
                    if (text != null && done.stream().noneMatch(each -> each == text)) {
                        done.add(text);
                        rewrite(text, radicals);
                    }
                }
            }
            document.save(out);
            return out.toByteArray();
        }
    }

    private static void rewrite(COSStream stream, Map<Integer, Integer> radicals) throws IOException {
        CMap names;
        try (InputStream bytes = stream.createInputStream()) {
            names = new CMapParser().parse(new RandomAccessReadBuffer(bytes.readAllBytes()));
        }
        List<String> lines = new ArrayList<>();
        for (int code = 0; code < CODES; code++) {
            String text = names.toUnicode(code, 2);
            if (text != null) {
                lines.add(String.format("<%04X> <%s>", code, hex(text, radicals)));
            }
        }
        StringBuilder written = new StringBuilder("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                + "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
                + "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                + "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
        for (int from = 0; from < lines.size(); from += MOST_OF_A_BLOCK) {
            List<String> block = lines.subList(from, Math.min(lines.size(), from + MOST_OF_A_BLOCK));
            written.append(block.size())
                    .append(" beginbfchar\n")
                    .append(String.join("\n", block))
                    .append("\nendbfchar\n");
        }
        written.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
        try (OutputStream bytes = stream.createOutputStream(COSName.FLATE_DECODE)) {
            bytes.write(written.toString().getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static String hex(String text, Map<Integer, Integer> radicals) {
        StringBuilder hex = new StringBuilder();
        text.codePoints().map(point -> radicals.getOrDefault(point, point)).forEach(point -> {
            for (char unit : Character.toChars(point)) {
                hex.append(String.format("%04X", (int) unit));
            }
        });
        return hex.toString();
    }
}
