package org.yangguang.request.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yangguang.organ.Contact;
import org.yangguang.organ.Organ;
import org.yangguang.organ.Organs;
import org.yangguang.request.Case;
import org.yangguang.request.Wanted;
import org.yangguang.site.PdfDocuments;
import org.yangguang.site.SiteIdentity;

/** Papers for the applicant's hand: the empty form (申请表) and the receipt (接收回执) with number and query code. */
@Component
public class RequestPapers {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.ROOT);

    private static final String STYLE = """
            @page { margin: 16mm 20mm 12mm 22mm; }
            @page :left { @bottom-left { content: none; } }
            @page :right { @bottom-right { content: none; } }
            h1 { font-size: 20pt; margin-bottom: 8pt; }
            p.to { text-indent: 0; font-size: 12pt; line-height: 22pt; margin-bottom: 4pt; }
            p { font-size: 12pt; line-height: 21pt; }
            p.note { font-size: 9pt; line-height: 12.5pt; margin-top: 2pt; text-indent: 2em; }
            .line { border-bottom: 0.6pt solid #000; padding: 0 4em 0 0.5em; }
            table.sheet { font-size: 10.5pt; line-height: 14pt; }
            table.sheet th { text-align: center; vertical-align: middle; padding: 2.5pt 2pt; }
            table.sheet td { height: 12pt; vertical-align: middle; }
            table.sheet .boxes span { font-size: 14pt; }
            table.sheet .tall td { height: 88pt; }
            table.sheet .middle td { height: 24pt; }
            table.slip { margin: 10pt 0; table-layout: auto; }
            table.slip th { width: 28%; }
            .code { font-size: 17pt; letter-spacing: 1pt; }
            .tear { border: 1pt dashed #000; padding: 8pt 10pt; margin-top: 12pt; }
            .tear img { float: right; width: 32mm; height: 32mm; margin-left: 8pt; }
            .sign { text-align: right; margin-top: 16pt; }
            """;

    private final PdfDocuments documents;
    private final Organs organs;
    private final SiteIdentity site;

    RequestPapers(PdfDocuments documents, Organs organs, SiteIdentity site) {
        this.documents = documents;
        this.organs = organs;
        this.site = site;
    }

    /** The form to be filled in by hand. @param organ whose name and ways to reach it stand on it; null leaves the name open */
    public byte[] emptyForm(@Nullable Organ organ) {
        Document document = styled("政府信息公开申请表");
        String body = resource("/request/application-form.html")
                .replace("{organ}", organ == null ? "　　　　　　　　　　" : Entities.escape(organ.name()))
                .replace("{channels}", organ == null ? "" : Entities.escape(channels(organ.contact())));
        document.body().html(body);
        return documents.render(document);
    }

    /**
     * The receipt.
     *
     * @param code query code, which is kept nowhere: whoever asks must have it
     */
    public byte[] receipt(Case known, Wanted wanted, String code) {
        String organ = organs.find(known.organ()).map(Organ::name).orElse("");
        String address = trackingAddress(known.number());
        Document document = styled("政府信息公开申请接收回执");
        Element body = document.body();
        body.appendElement("h1").text("政府信息公开申请接收回执");
        Element table = body.appendElement("table").addClass("slip");
        row(table, "登记编号", known.number());
        row(table, "接收机关", organ);
        row(table, "申请内容", wanted.title());
        row(table, "提交日期", DAY.format(known.arrivedOn()));
        row(table, "收到日期", received(known.receivedOn()));
        row(table, "答复期限", deadline(known));
        contact(known).ifPresent(contact -> row(table, "联系方式", channels(contact)));
        Element tear = body.appendElement("div").addClass("tear");
        tear.appendElement("img").attr("src", QrPicture.source(address + "#" + code));
        tear.appendElement("p").addClass("to").text("查询网址：" + address);
        tear.appendElement("p").addClass("to").text("登记编号：" + known.number());
        tear.appendElement("p")
                .addClass("to")
                .appendText("查询码：")
                .appendElement("span")
                .addClass("code")
                .text(code);
        tear.appendElement("p")
                .addClass("note")
                .text("凭编号和查询码可以查看办理进展、补正、撤回申请、领取答复。扫描二维码可以直接打开。查询码只有您知道，机关没有留存，请妥善保管，不要交给他人。");
        body.appendElement("p").addClass("sign").text(organ + "（盖章）");
        return documents.render(document);
    }

    /** Where the applicant follows the case. */
    public String trackingAddress(String number) {
        return site.url() + "/on-request/track?number=" + number;
    }

    private static String received(@Nullable LocalDate received) {
        return received == null ? "待与申请人确认，以确认之日为收到日（《条例》第三十一条）" : DAY.format(received);
    }

    private static String deadline(Case known) {
        return switch (known.regime()) {
            case REGULATIONS_2019 -> "收到之日起20个工作日内（《条例》第三十三条）；征求意见、补正的时间依法不计";
            case REGULATIONS_2007 -> "收到之日起15个工作日内（《条例》第二十四条）；征求第三方意见的时间不计";
            case NONE -> "";
        };
    }

    private Optional<Contact> contact(Case known) {
        return organs.find(known.organ()).map(Organ::contact).filter(contact -> !contact.equals(Contact.NONE));
    }

    private static String channels(Contact contact) {
        StringBuilder text = new StringBuilder();
        add(text, "地址：", contact.address());
        add(text, "邮编：", contact.postCode());
        add(text, "电话：", contact.phone());
        add(text, "传真：", contact.fax());
        add(text, "办公时间：", contact.officeHours());
        return text.toString();
    }

    private static void add(StringBuilder text, String label, String value) {
        if (!value.isBlank()) {
            text.append(text.isEmpty() ? "" : "；").append(label).append(value);
        }
    }

    private static void row(Element table, String label, String value) {
        Element row = table.appendElement("tr");
        row.appendElement("th").text(label);
        row.appendElement("td").text(value);
    }

    private static Document styled(String title) {
        Document document = PdfDocuments.blank(title);
        document.head().appendElement("style").appendText(STYLE);
        return document;
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(RequestPapers.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
