package org.yangguang.request.internal;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;
import org.yangguang.request.Letter;
import org.yangguang.site.PdfDocuments;

/** Sets a letter as PDF in the letter form of GB/T 9704-2012 (信函格式): name of the organ in red, a red double line below it and one at the foot of the first page. */
@Component
public class LetterPdf {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.ROOT);

    private static final String STYLE = """
            @page { margin: 37mm 26mm 35mm 28mm; }
            @page :first { margin-top: 30mm; margin-bottom: 30mm; @bottom-left { content: none; } @bottom-right { content: none; } @bottom-center { content: element(foot); width: 156mm; } }
            .foot { position: running(foot); border-top: 1pt solid #d3202a; border-bottom: 2.4pt solid #d3202a; height: 1.4pt; line-height: 1pt; font-size: 1pt; margin: -10mm 0 0; }
            .head { color: #d3202a; text-align: center; text-indent: 0; font-size: 30pt; line-height: 38pt; letter-spacing: 2pt; margin: 0 0 4mm; }
            .head.long { font-size: 24pt; letter-spacing: 0; }
            .rule { border-top: 2.4pt solid #d3202a; border-bottom: 1pt solid #d3202a; height: 1.4pt; line-height: 1pt; font-size: 1pt; margin: 0 0 7mm; }
            .number { text-align: right; text-indent: 0; margin: 0 0 8pt; }
            h1 { margin: 6pt 0 14pt; font-weight: bold; }
            .to { text-indent: 0; }
            .text { text-align: justify; }
            .attached { margin-top: 14pt; }
            .end { page-break-inside: avoid; }
            .signed { margin-top: 20pt; }
            .sign { text-align: center; text-indent: 0; margin-left: 45%; }
            .seal { color: #999; font-size: 10.5pt; line-height: 14pt; }
            table.form { margin: 4pt 0 14pt; font-size: 13pt; line-height: 19pt; }
            table.form th { width: 24%; text-align: center; vertical-align: middle; padding: 3pt; }
            table.form td { padding: 3pt 8pt; }
            .answer { float: left; width: 28mm; height: 28mm; margin-top: -12pt; }
            """;

    /** Sheets that stay in the office have no letterhead and more room for their table. */
    private static final String SHEET = """
            @page { margin: 22mm 22mm 22mm 25mm; }
            @page :first { @bottom-left { content: none; } @bottom-right { content: none; } }
            .bureau { text-align: center; text-indent: 0; line-height: 24pt; }
            h1 { margin: 4pt 0 10pt; font-weight: bold; }
            .number { text-align: right; text-indent: 0; font-size: 12pt; line-height: 18pt; margin: 0 0 4pt; }
            .text { font-size: 13pt; line-height: 22pt; }
            table.form { margin: 0 0 10pt; font-size: 12pt; line-height: 18pt; }
            table.form th { width: 22%; text-align: center; vertical-align: middle; padding: 3pt; }
            table.form td { padding: 3pt 8pt; }
            table.form td div { min-height: 18pt; }
            table.list { margin: 0 0 10pt; }
            table.list th { text-align: center; }
            table.list .narrow { width: 8%; }
            """;

    private final PdfDocuments documents;

    LetterPdf(PdfDocuments documents) {
        this.documents = documents;
    }

    public byte[] of(Letter letter) {
        Document document = PdfDocuments.blank(letter.title());
        boolean sheet = letter.kind().staysInTheOffice();
        document.head().appendElement("style").appendText(sheet ? SHEET : STYLE);
        Element body = document.body();
        if (sheet) {
            body.appendElement("p").addClass("bureau").text(letter.organ());
            body.appendElement("h1").text(letter.title());
            body.appendElement("p").addClass("number").text(letter.documentNumber());
        } else {
            letterhead(body, letter);
        }
        rows(body, letter);
        if (letter.listing() != null) {
            listing(body, letter.listing());
        }
        if (!letter.addressee().isBlank()) {
            body.appendElement("p").addClass("to").text(letter.addressee() + "：");
        }
        int last = letter.paragraphs().size() - 1;
        letter.paragraphs()
                .subList(0, last)
                .forEach(each -> body.appendElement("p").addClass("text").text(each));
        Element end = body.appendElement("div").addClass("end");
        end.appendElement("p").addClass("text").text(letter.paragraphs().get(last));
        for (String each : letter.attachments()) {
            end.appendElement("p").addClass("attached").text("附件：" + each);
        }
        if (letter.signedByOrgan()) {
            signed(end.appendElement("div").addClass("signed"), letter);
        }
        return documents.render(document);
    }

    private static void letterhead(Element body, Letter letter) {
        body.appendElement("div").addClass("foot").text(" ");
        body.appendElement("p")
                .addClass("head")
                .addClass(letter.organ().length() > 14 ? "long" : "short")
                .text(letter.organ());
        body.appendElement("div").addClass("rule").text(" ");
        body.appendElement("p").addClass("number").text(letter.documentNumber());
        body.appendElement("h1").text(letter.title());
    }

    private static void rows(Element body, Letter letter) {
        if (letter.rows().isEmpty()) {
            return;
        }
        Element table = body.appendElement("table").addClass("form");
        for (Letter.Row each : letter.rows()) {
            Element row = table.appendElement("tr");
            row.appendElement("th").text(each.label());
            Element value = row.appendElement("td");
            each.value().lines().forEach(line -> value.appendElement("div").text(line.isEmpty() ? "　" : line));
        }
    }

    private static void listing(Element body, Letter.Listing listing) {
        Element table = body.appendElement("table").addClass("list");
        Element head = table.appendElement("thead").appendElement("tr");
        listing.columns().forEach(each -> head.appendElement("th")
                .addClass(each.length() > 2 ? "wide" : "narrow")
                .text(each));
        Element lines = table.appendElement("tbody");
        for (List<String> line : listing.lines()) {
            Element row = lines.appendElement("tr");
            line.forEach(cell -> row.appendElement("td").text(cell));
        }
    }

    /** Name of the organ, day, and the place for its seal; the last paragraph goes with them, so that they never stand alone on a page. */
    private static void signed(Element end, Letter letter) {
        if (!letter.reply().isBlank()) {
            end.appendElement("img").addClass("answer").attr("src", QrPicture.source(letter.reply()));
        }
        end.appendElement("p").addClass("sign").text(letter.organ());
        end.appendElement("p").addClass("sign").text(DAY.format(letter.date()));
        end.appendElement("p").addClass("sign").addClass("seal").text("（印章）");
    }
}
