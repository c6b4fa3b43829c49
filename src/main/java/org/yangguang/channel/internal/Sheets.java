package org.yangguang.channel.internal;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;
import org.yangguang.disclosure.Edition;
import org.yangguang.site.PdfDocuments;
import org.yangguang.site.SiteIdentity;

/** Sheets for notice boards: the item in the look of an official document, with a code that leads to its page. */
@Component
public class Sheets {

    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.ROOT);
    /** What an official document has above and below: the issuing body in red, its number, a red line. */
    static final String LOOK = """
            .issuer { color: #c8102e; font-size: 30pt; line-height: 40pt; text-align: center; text-indent: 0; letter-spacing: 3pt; }
            .number { text-align: center; text-indent: 0; margin-top: 8pt; }
            .rule { border-top: 1.6pt solid #c8102e; margin: 6pt 0 20pt; font-size: 1pt; line-height: 1pt; }
            p.signed { text-align: right; text-indent: 0; padding-right: 2em; page-break-before: avoid; }
            .end { page-break-inside: avoid; }
            table.foot { border: none; border-top: 0.8pt solid #000; margin-top: 18pt; page-break-inside: avoid; }
            table.foot td { border: none; font-size: 11pt; line-height: 17pt; vertical-align: middle; padding: 6pt 4pt; }
            table.foot td.code { width: 32mm; text-align: right; }
            table.foot img { width: 28mm; height: 28mm; }
            h3, h4 { font-size: 16pt; line-height: 28pt; font-weight: normal; margin: 8pt 0 0; text-indent: 2em; page-break-after: avoid; }
            ul, ol { margin: 0; padding-left: 3em; }
            img.picture { max-width: 150mm; }
            """;

    /** A3 is read from a distance: everything half as large again. */
    private static final String LARGE = """
            @page { size: A3; margin: 45mm 36mm 42mm 38mm; }
            body { font-size: 24pt; line-height: 42pt; }
            h1 { font-size: 33pt; line-height: 50pt; }
            h2, h3, h4 { font-size: 24pt; line-height: 42pt; }
            table { font-size: 18pt; line-height: 28pt; }
            .issuer { font-size: 44pt; line-height: 58pt; }
            table.foot td { font-size: 16pt; line-height: 25pt; }
            table.foot td.code { width: 46mm; }
            table.foot img { width: 42mm; height: 42mm; }
            """;

    private final PdfDocuments documents;
    private final SiteIdentity site;

    Sheets(PdfDocuments documents, SiteIdentity site) {
        this.documents = documents;
        this.site = site;
    }

    /** Sizes of paper. */
    public enum Size {
        A4,
        A3
    }

    /** The sheet as PDF. Pictures are left out: whoever wants them follows the code. */
    public byte[] sheet(Edition edition, Size size) {
        Document document = PdfDocuments.blank(edition.content().title());
        document.head().appendElement("style").appendText(size == Size.A3 ? LOOK + LARGE : LOOK);
        Element body = document.body();
        body.appendElement("p").addClass("issuer").text(edition.organName());
        String number = edition.content().documentNumber();
        body.appendElement("p").addClass("number").text(number == null ? "" : number);
        body.appendElement("div").addClass("rule");
        content(edition, body);
        Element row = end(body).appendElement("table").addClass("foot").appendElement("tr");
        Element words = row.appendElement("td");
        words.appendElement("div").text("索引号：" + (edition.indexNumber() == null ? "" : edition.indexNumber()));
        words.appendElement("div").text("公开网站：" + site.name());
        words.appendElement("div").text("扫描二维码，查看全文、附件和最新版本。");
        row.appendElement("td")
                .addClass("code")
                .appendElement("img")
                .attr("src", code(site.url() + "/items/" + edition.item().value()))
                .attr("alt", "");
        return documents.render(document);
    }

    /** Who signed, with the last words before it, in a block that is not broken: what comes after them never stands alone on a page. */
    private static Element end(Element body) {
        Element end = new Element("div").addClass("end");
        List<Element> signed = body.select("p.signed");
        Element words = signed.isEmpty() ? null : signed.get(0).previousElementSibling();
        if (words != null && words.tagName().equals("div")) {
            words = words.lastElementChild();
        }
        if (words != null && words.tagName().equals("p")) {
            end.appendChild(words);
        }
        signed.forEach(end::appendChild);
        body.appendChild(end);
        return end;
    }

    /** Title and text of an item as a document of its organ has them. */
    static void content(Edition edition, Element into) {
        into.appendElement("h1").text(edition.content().title());
        Element text = into.appendElement("div");
        text.append(Jsoup.clean(
                edition.content().bodyHtml(),
                org.jsoup.safety.Safelist.none()
                        .addTags(
                                "h2", "h3", "h4", "p", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td",
                                "br")
                        .addAttributes("p", "align")
                        .addAttributes("td", "colspan", "rowspan")
                        .addAttributes("th", "colspan", "rowspan")));
        text.select("p[align=right]").addClass("signed");
        text.select("td p, th p, li p").unwrap();
        LocalDate formed = edition.content().formedOn();
        if (text.select("p.signed").isEmpty()) {
            into.appendElement("p").addClass("signed").text(edition.organName());
            into.appendElement("p").addClass("signed").text(formed == null ? "" : LONG.format(formed));
        }
    }

    /** A picture of the code, as a data address. */
    static String code(String address) {
        try {
            BitMatrix matrix = new QRCodeWriter()
                    .encode(
                            address,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(EncodeHintType.MARGIN, 1, EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M));
            int scale = 8;
            BufferedImage picture = new BufferedImage(
                    matrix.getWidth() * scale, matrix.getHeight() * scale, BufferedImage.TYPE_BYTE_BINARY);
            for (int x = 0; x < picture.getWidth(); x++) {
                for (int y = 0; y < picture.getHeight(); y++) {
                    picture.setRGB(x, y, matrix.get(x / scale, y / scale) ? 0xFF000000 : 0xFFFFFFFF);
                }
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(picture, "png", bytes);
            return "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes.toByteArray());
        } catch (WriterException e) {
            throw new IllegalArgumentException("the address is too long for a code", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
