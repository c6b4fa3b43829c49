package org.yangguang.site;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeHtmlTests {

    @Test
    void theStructureOfADocumentStays() {
        String html = "<h2>一、总体情况</h2><p>正文<strong>重点</strong><br>下一行</p><ol start=\"2\"><li>甲</li></ol>"
                + "<blockquote><p>引文</p></blockquote>";

        assertThat(SafeHtml.clean(html)).isEqualTo(html);
    }

    @Test
    void tablesKeepTheirSpansScopesAndCaption() {
        String html = "<table><caption>预算</caption><thead><tr><th scope=\"col\" colspan=\"2\">项目</th></tr></thead>"
                + "<tbody><tr><td rowspan=\"2\">甲</td><td align=\"right\">1</td></tr></tbody></table>";

        assertThat(SafeHtml.clean(html)).isEqualTo(html);
    }

    @Test
    void theFirstHeadingLevelBelongsToThePageAndBecomesTheSecond() {
        assertThat(SafeHtml.clean("<h1>标题</h1>")).isEqualTo("<h2>标题</h2>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>文<script>alert(1)</script></p>",
                "<p onclick=\"alert(1)\">文</p>",
                "<p>文<img src=x onerror=alert(1)></p>",
                "<p>文<svg onload=alert(1)><script>1</script></svg></p>",
                "<p>文</p><iframe src=\"https://example.org\"></iframe>",
                "<p>文</p><object data=\"x.swf\"></object><embed src=\"x.swf\">",
                "<p>文</p><style>p{background:url(https://example.org)}</style>",
                "<p style=\"background:url(https://example.org/t.gif)\" class=\"a\" id=\"b\">文</p>",
                "<p>文</p><link rel=stylesheet href=//example.org/x.css><meta http-equiv=refresh content=0>",
                "<p>文</p><base href=//example.org>",
                "<p>文</p><noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
                "<p>文</p><template><script>alert(1)</script></template>",
                "<p>文</p><math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>",
                "<form action=//example.org><p>文</p><input name=a><button>送</button><select><option>x</option></select></form>",
                "<p>文<a href=\"javascript:alert(1)\"></a></p>",
                "<p>文<a href=\" java\tscript:alert(1)\"></a></p>",
                "<p>文<a href=\"data:text/html;base64,PHNjcmlwdD4=\"></a></p>",
                "<p>文<a href=\"vbscript:msgbox\"></a></p>",
                "<p>文<!-- <script>alert(1)</script> --></p>",
                "<p>文<![CDATA[ <script>alert(1)</script> ]]></p>"
            })
    void whatCouldActOrLookDifferentGoes(String html) {
        String clean = SafeHtml.clean(html);

        assertThat(clean)
                .contains("<p>文")
                .doesNotContainPattern(
                        "(?i)<(script|img|iframe|object|embed|style|svg|math|link|meta|base|form|input|button|select|template|noscript|a\\b)");
        assertThat(Jsoup.parseBodyFragment(clean).body().getAllElements())
                .allSatisfy(each -> assertThat(each.attributes().size()).isZero());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src=\"https://example.org/pixel.gif\">",
                "<img src=\"//example.org/files/a.png\">",
                "<img src=\"http://example.org/files/a.png\" width=1 height=1>",
                "<img src=\"data:image/png;base64,AAAA\">",
                "<img src=\"/files/../console/x\">",
                "<img src=\"/files/a.png?u=1\">",
                "<img src=\"/files/a.png\" width=\"1\" height=\"1\">",
                "<img src=\"/files/a.png\" height=\"0\">",
                "<img src=\"file:///C:/Users/a/1.png\">",
                "<img src=\"cid:image001.png\">",
                "<img srcset=\"https://example.org/p.gif 1x\">",
                "<picture><source srcset=\"https://example.org/p.gif\"></picture>",
                "<video poster=\"https://example.org/p.gif\"></video>",
                "<table background=\"https://example.org/p.gif\"></table>"
            })
    void nothingIsFetchedFromElsewhereAndNoPixelCountsReaders(String html) {
        assertThat(SafeHtml.clean("<p>文</p>" + html)).doesNotContain("example.org", "<img", "src", "data:");
    }

    @Test
    void imagesOfTheFileStoreStay() {
        String html = "<p><img src=\"/files/0f3a/scan.png\" alt=\"公章\" width=\"400\" height=\"300\"></p>";

        assertThat(SafeHtml.clean(html))
                .isEqualTo("<p><img src=\"/files/0f3a/scan.png\" alt=\"公章\" width=\"400\" height=\"300\"></p>");
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.example.org/a?b=1, https://www.example.org/a?b=1",
        "http://www.example.org/, http://www.example.org/",
        "mailto:gk@example.org, mailto:gk@example.org",
        "/items/12, /items/12",
        "#附件, #附件"
    })
    void linksStayAndTellTheOtherSiteNothing(String address, String kept) {
        org.jsoup.nodes.Element link = Jsoup.parseBodyFragment(
                        SafeHtml.clean("<p><a target=_blank ping=//e.org href=\"" + address + "\">文</a></p>"))
                .selectFirst("a");

        assertThat(link).isNotNull();
        assertThat(java.net.URLDecoder.decode(link.attr("href"), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo(kept);
        assertThat(link.attr("rel")).contains("noopener", "noreferrer", "nofollow");
        assertThat(link.hasAttr("target") || link.hasAttr("ping")).isFalse();
    }

    @Test
    void whatIsPastedFromWordBecomesPlainStructure() {
        String word = """
                <html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
                <head><meta name=Generator content="Microsoft Word 15"><title>关于印发</title>
                <!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]-->
                <style><!-- p.MsoNormal {mso-style-unhide:no; font-family:仿宋_GB2312;} --></style></head>
                <body lang=ZH-CN style='tab-interval:21.0pt'><!--StartFragment-->
                <p class=MsoNormal align=center style='text-align:center'><b><span style='font-size:22.0pt;font-family:方正小标宋'>关于印发实施方案的通知<o:p></o:p></span></b></p>
                <p class=MsoNormal><o:p>&nbsp;</o:p></p>
                <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US>1．</span><![endif]>加强领导。<span style='mso-hide:all;display:none'>内部批注</span></p>
                <p class=MsoNormal style='text-align:right'>2016年2月18日</p>
                <table class=MsoTableGrid border=1 style='border-collapse:collapse'><tr style='height:1cm'><td width=100 colspan=2 style='border:solid'><p class=MsoNormal>甲</p></td></tr></table>
                <v:shape id="x" o:spid="_x0000"><v:imagedata src="file:///C:/1.png"/></v:shape><!--EndFragment--></body></html>""";

        assertThat(SafeHtml.clean(word).replace("\n", ""))
                .isEqualTo("<p align=\"center\"><b>关于印发实施方案的通知</b></p><p>1．加强领导。</p><p align=\"right\">2016年2月18日</p>"
                        + "<table><tbody><tr><td colspan=\"2\"><p>甲</p></td></tr></tbody></table>");
    }

    @Test
    void hiddenTextNeverBecomesVisible() {
        assertThat(
                        SafeHtml.clean(
                                "<p>公开<span style=\"display: none\">内部</span><span hidden>内部</span><span style=\"font-size:0\">内部</span></p>"))
                .isEqualTo("<p>公开</p>");
        assertThat(SafeHtml.plainText("<p>公开<span style=\"display: none\">内部</span></p>"))
                .isEqualTo("公开");
    }

    @Test
    void rareCharactersAndEmojiStayAsTheyAre() {
        assertThat(SafeHtml.clean("<p>𠮷野家在㐂街，👨‍👩‍👧 & 𪚥 < 龘</p>"))
                .isEqualTo("<p>𠮷野家在㐂街，👨‍👩‍👧 &amp; 𪚥 &lt; 龘</p>");
    }

    @Test
    void invisibleDirectionMarksAndControlCharactersGo() {
        assertThat(SafeHtml.clean("<p>关于\u202E密保\u202C的\u200B通\uFEFF知\u0000\u0007</p>"))
                .isEqualTo("<p>关于密保的通知</p>");
    }

    @Test
    void templateSignsStayReadable() {
        assertThat(SafeHtml.clean("<p>${x} {{y}} @if</p>")).isEqualTo("<p>${x} {{y}} @if</p>");
    }

    @Test
    void emptyBlocksGo() {
        assertThat(SafeHtml.clean("<p>&nbsp;</p><div><p> </p></div><p>文</p><ul><li></li></ul>"))
                .isEqualTo("<p>文</p>");
    }

    @Test
    void aHugeOrDeepTextIsAnsweredInTime() {
        String deep = "<div>".repeat(20_000) + "文" + "</div>".repeat(20_000);
        String wide = "<p>文".repeat(100_000);

        assertThat(SafeHtml.plainText(SafeHtml.clean(deep))).isEqualTo("文");
        assertThat(SafeHtml.plainText(SafeHtml.clean(wide)).lines()).hasSize(100_000);
    }

    @Test
    void plainTextReadsBlockAfterBlock() {
        assertThat(SafeHtml.plainText("<h2>标题</h2><p>第一段<b>重</b>点<br>换行</p><ul><li>甲</li><li>乙</li></ul>"
                        + "<table><tr><th>项目</th><th>金额</th></tr><tr><td>办公费</td><td>3 万元</td></tr></table>"))
                .isEqualTo("标题\n第一段重点\n换行\n甲\n乙\n项目 金额\n办公费 3 万元");
        assertThat(SafeHtml.plainText("")).isEmpty();
        assertThat(SafeHtml.plainText("a &lt;b&gt; &amp; c")).isEqualTo("a <b> & c");
    }

    @Property(tries = 300)
    void cleaningAgainChangesNothingAndNothingDangerousIsEverLeft(@ForAll("soup") String html) {
        String clean = SafeHtml.clean(html);

        assertThat(SafeHtml.clean(clean)).isEqualTo(clean);
        assertThat(Jsoup.parse(clean)
                        .select("script, style, iframe, object, embed, svg, math, form, input, base, meta, link"))
                .isEmpty();
        assertThat(Jsoup.parse(clean).getAllElements())
                .flatExtracting(each -> each.attributes().asList())
                .noneMatch(each -> each.getKey().startsWith("on")
                        || each.getKey().equals("style")
                        || each.getValue().toLowerCase().startsWith("javascript:"));
    }

    /** A comment before it keeps the quick way closed, so that both ways are seen to lead to the same. */
    @Property(tries = 500)
    void paragraphsAndHeadingsOfPlainTextAreLeftAsTheLongWayLeavesThem(@ForAll("flat") String html) {
        assertThat(SafeHtml.clean(html)).isEqualTo(SafeHtml.clean("<!-- -->" + html));
        assertThat(SafeHtml.plainText(html)).isEqualTo(SafeHtml.plainText("<!-- -->" + html));
    }

    @Provide
    Arbitrary<String> flat() {
        Arbitrary<String> sign = Arbitraries.of(
                "第",
                "一条",
                "，",
                "。",
                "a",
                "1",
                " ",
                "\n",
                "\t",
                "\r",
                "\u3000",
                "\u00a0",
                "\u200b",
                "\ufeff",
                "\u202e",
                "\u0001",
                "\ufffe",
                "\ud842\udfb7",
                "\ud842",
                "&amp;",
                "&lt;",
                "&gt;",
                "&nbsp;",
                "&",
                "&am",
                ">",
                "{{",
                "{",
                "`",
                "=",
                "\"",
                "'",
                "é",
                "<br>",
                "<b>",
                "</p>",
                "\u00ad",
                "\ue000",
                "\u2028");
        Arbitrary<String> words = Arbitraries.frequencyOf(
                        Tuple.of(4, Arbitraries.of("第一条 为了", "a b", "一、总则", "甲&amp;乙", "&lt;p&gt;")), Tuple.of(1, sign))
                .list()
                .ofMinSize(0)
                .ofMaxSize(5)
                .map(all -> String.join("", all));
        Arbitrary<String> name = Arbitraries.of("p", "p", "h2", "h6", "h1", "h7", "P");
        Arbitrary<String> between = Arbitraries.of("", "", "\n", "\n\n", " ", "文");
        return Combinators.combine(name, words, between)
                .as((block, text, gap) -> "<" + block + ">" + text + "</" + block + ">" + gap)
                .list()
                .ofMinSize(0)
                .ofMaxSize(6)
                .map(all -> String.join("", all));
    }

    @Provide
    Arbitrary<String> soup() {
        return Arbitraries.of(
                        "<p>",
                        "</p>",
                        "<div>",
                        "</div>",
                        "<table>",
                        "<tr>",
                        "<td>",
                        "</table>",
                        "<script>",
                        "</script>",
                        "<style>",
                        "</style>",
                        "<a href=\"javascript:x\">",
                        "<a href='/a'>",
                        "</a>",
                        "<img src=/files/a.png>",
                        "<img src=x onerror=y>",
                        "<svg>",
                        "</svg>",
                        "<math>",
                        "<mtext>",
                        "<!--",
                        "-->",
                        "<![CDATA[",
                        "]]>",
                        "<b>",
                        "</b>",
                        "<ul>",
                        "<li>",
                        "</ul>",
                        "<h1>",
                        "</h1>",
                        "\"",
                        "'",
                        ">",
                        "<",
                        "&lt;",
                        "&amp;",
                        "&#x0;",
                        "&nbsp;",
                        "文",
                        "𠮷",
                        " ",
                        "\n",
                        "<noscript>",
                        "<template>",
                        "<select>",
                        "<option>",
                        "<form>",
                        "<textarea>",
                        "</textarea>",
                        "<pre>",
                        "\n",
                        "<ruby>",
                        "<rt>",
                        "<dl>",
                        "<dt>",
                        "{{",
                        "<br>",
                        "<hr>",
                        "<i>",
                        "<p align=right>",
                        "<caption>",
                        "<title>")
                .list()
                .ofMinSize(1)
                .ofMaxSize(25)
                .map(parts -> String.join("", parts));
    }
}
