package org.yangguang.channel.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;
import org.yangguang.channel.Bundle;
import org.yangguang.channel.Bundles.Entry;
import org.yangguang.channel.Outlet;
import org.yangguang.disclosure.Edition;
import org.yangguang.organ.Organ;
import org.yangguang.organ.Organs;
import org.yangguang.site.PdfDocuments;
import org.yangguang.site.SiteIdentity;

/**
 * Issues of the gazette and transfer lists on paper. Made anew from what everybody may see now, so that what was withdrawn is in none; the
 * last few are kept as long as nothing in them changes.
 */
@Component
public class BundlePdf {

    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.ROOT);
    private static final String LOOK = """
            .masthead { color: #c8102e; font-size: 38pt; line-height: 52pt; text-align: center; text-indent: 0; letter-spacing: 6pt; margin-top: 60pt; }
            .issue { text-align: center; text-indent: 0; margin-top: 20pt; }
            .rule { border-top: 2pt solid #c8102e; margin: 10pt 0 30pt; font-size: 1pt; line-height: 1pt; }
            .new-page { page-break-before: always; }
            table.contents { border: none; font-size: 14pt; line-height: 24pt; }
            table.contents td { border: none; padding: 4pt 2pt; }
            table.contents td.page { text-align: right; }
            table.contents a { color: #000; text-decoration: none; }
            td.page a::after { content: target-counter(attr(href), page); }
            table.listed { font-size: 10.5pt; line-height: 16pt; }
            p.sign { text-indent: 0; margin-top: 24pt; }
            p.imprint { font-size: 11pt; line-height: 18pt; text-indent: 0; text-align: center; margin-top: 30pt; }
            """;

    private final PdfDocuments documents;
    private final Organs organs;
    private final SiteIdentity site;
    private final Cache<String, byte[]> made =
            Caffeine.newBuilder().maximumSize(6).build();

    BundlePdf(PdfDocuments documents, Organs organs, SiteIdentity site) {
        this.documents = documents;
        this.organs = organs;
        this.site = site;
    }

    /** Title page with the contents, then each document on a page of its own. */
    public byte[] issue(Bundle bundle, Outlet outlet, List<Entry> entries) {
        StringBuilder key = new StringBuilder(bundle.id() + ":" + bundle.version());
        entries.forEach(each -> key.append(',')
                .append(each.edition() == null ? 0 : each.edition().id().value()));
        return made.get(key.toString(), unknown -> documents.render(document(bundle, outlet, entries)));
    }

    private Document document(Bundle bundle, Outlet outlet, List<Entry> entries) {
        Document document = PdfDocuments.blank(bundle.title());
        document.head().appendElement("style").appendText(Sheets.LOOK + LOOK);
        Element body = document.body();
        body.appendElement("p").addClass("masthead").text(bundle.title());
        LocalDate on = bundle.doneOn();
        body.appendElement("p")
                .addClass("issue")
                .text(bundle.year() + "年第" + bundle.number() + "期" + (on == null ? "（待出版）" : "　" + LONG.format(on)));
        body.appendElement("div").addClass("rule");
        body.appendElement("h1").text("目　录");
        Element contents = body.appendElement("table").addClass("contents");
        Element group = contents.appendElement("colgroup");
        group.appendElement("col").attr("style", "width: 88%");
        group.appendElement("col").attr("style", "width: 12%");
        for (Entry entry : entries) {
            Edition edition = entry.edition();
            Element row = contents.appendElement("tr");
            Element title = row.appendElement("td");
            Element page = row.appendElement("td").addClass("page");
            if (edition == null) {
                title.text("（本件已撤回）");
                continue;
            }
            String number = edition.content().documentNumber();
            title.text(edition.content().title() + (number == null ? "" : "（" + number + "）"));
            page.appendElement("a").attr("href", "#d" + entry.delivery().id());
        }
        body.appendElement("p")
                .addClass("imprint")
                .text(organs.find(outlet.organ()).map(Organ::name).orElse("") + "主办　" + site.url());
        for (Entry entry : entries) {
            Edition edition = entry.edition();
            if (edition != null) {
                Element part = body.appendElement("div")
                        .addClass("new-page")
                        .attr("id", "d" + entry.delivery().id());
                String number = edition.content().documentNumber();
                if (number != null) {
                    part.appendElement("p").addClass("number").text(number);
                }
                Sheets.content(edition, part);
            }
        }
        return document;
    }

    /** What is handed to the archive, with room for both signatures. */
    public byte[] transferList(Bundle bundle, Outlet outlet, List<Entry> entries) {
        Document document = PdfDocuments.blank(bundle.title());
        document.head().appendElement("style").appendText(LOOK);
        Element body = document.body();
        body.appendElement("h1").text("政府信息移交清单");
        body.appendElement("p")
                .addClass("issue")
                .text(bundle.title() + "　" + bundle.year() + "年第" + bundle.number() + "号");
        Element table = body.appendElement("table").addClass("listed");
        Element group = table.appendElement("colgroup");
        for (int width : new int[] {8, 24, 40, 16, 12}) {
            group.appendElement("col").attr("style", "width: " + width + "%");
        }
        Element head = table.appendElement("thead").appendElement("tr");
        for (String each : List.of("序号", "索引号", "题名、文号", "生成日期", "盒号")) {
            head.appendElement("th").text(each);
        }
        int line = 0;
        for (Entry entry : entries) {
            line++;
            Edition edition = entry.edition();
            Element row = table.appendElement("tr");
            row.appendElement("td").text(String.valueOf(line));
            row.appendElement("td").text(entry.delivery().indexNumber());
            row.appendElement("td").text(edition == null ? "（本件已撤回）" : named(edition));
            row.appendElement("td")
                    .text(
                            edition == null || edition.content().formedOn() == null
                                    ? ""
                                    : edition.content().formedOn().toString());
            row.appendElement("td").text("");
        }
        body.appendElement("p").addClass("sign").text("共 " + entries.size() + " 件。");
        body.appendElement("p")
                .addClass("sign")
                .text("移交单位：" + organs.find(outlet.organ()).map(Organ::name).orElse("") + "　　移交人：＿＿＿＿＿＿");
        body.appendElement("p").addClass("sign").text("接收单位：" + outlet.name() + "　　接收人：＿＿＿＿＿＿");
        LocalDate on = bundle.doneOn();
        body.appendElement("p")
                .addClass("sign")
                .text("移交日期：" + (on == null ? "＿＿＿＿年＿＿月＿＿日" : LONG.format(on))
                        + (bundle.reference().isEmpty() ? "" : "　　回执号：" + bundle.reference()));
        return documents.render(document);
    }

    private static String named(Edition edition) {
        String number = edition.content().documentNumber();
        return edition.content().title() + (number == null ? "" : "（" + number + "）") + "　" + edition.organName();
    }
}
