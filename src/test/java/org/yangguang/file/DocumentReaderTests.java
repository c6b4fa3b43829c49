package org.yangguang.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yangguang.file.OfficeFiles.cell;
import static org.yangguang.file.OfficeFiles.footnoted;
import static org.yangguang.file.OfficeFiles.numbered;
import static org.yangguang.file.OfficeFiles.paragraph;
import static org.yangguang.file.OfficeFiles.picture;
import static org.yangguang.file.OfficeFiles.row;
import static org.yangguang.file.OfficeFiles.table;
import static org.yangguang.file.OfficeFiles.word;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.yangguang.site.SafeHtml;
import org.yangguang.testing.YangguangTest;

/** Documents become pages, or are refused with a reason. */
@YangguangTest
class DocumentReaderTests {

    private final DocumentReader reader;
    private final FileStore store;

    DocumentReaderTests(@Autowired DocumentReader reader, @Autowired FileStore store) {
        this.reader = reader;
        this.store = store;
    }

    @Test
    void aWordDocumentBecomesAnAccessiblePage() {
        Reading.Read read = read(
                "方案.docx",
                word(paragraph("a3", "阳光区防汛工作方案")
                        + paragraph("1", "总体要求")
                        + paragraph("", "以人为本，安全第一。")
                        + paragraph("2", "工作原则")
                        + numbered("统一领导")
                        + numbered("分级负责")
                        + footnoted("依法公开档案")
                        + table(
                                "<w:tr><w:trPr><w:tblHeader/></w:trPr>" + cell("", "街道") + cell("", "队伍") + "</w:tr>",
                                row(cell("<w:gridSpan w:val=\"2\"/>", "城区合计 12 支")),
                                row(cell("<w:vMerge w:val=\"restart\"/>", "东街"), cell("", "第一队")),
                                row(cell("<w:vMerge/>", ""), cell("", "第二队")))
                        + picture("r:embed=\"rId4\"", "值守点分布图")));

        Document page = Jsoup.parseBodyFragment(read.html());
        assertThat(read.title()).isEqualTo("阳光区防汛工作方案");
        assertThat(page.select("h1")).isEmpty();
        assertThat(page.select("h2").eachText()).containsExactly("总体要求");
        assertThat(page.select("h3").eachText()).containsExactly("工作原则");
        assertThat(page.select("ol > li").eachText()).contains("统一领导", "分级负责");
        assertThat(page.select("thead th[scope=col]").eachText()).containsExactly("街道", "队伍");
        assertThat(page.select("td[colspan=2]").text()).isEqualTo("城区合计 12 支");
        assertThat(page.select("td[rowspan=2]").text()).isEqualTo("东街");
        assertThat(page.select("img").attr("alt")).isEqualTo("值守点分布图");
        assertThat(read.images())
                .singleElement()
                .satisfies(image -> assertThat(page.select("img").attr("src")).isEqualTo("/files/" + image.hash()))
                .satisfies(image -> assertThat(store.find(image.hash())).contains(image));
        assertThat(page.select("sup a[href]").attr("href")).startsWith("#fn-");
        assertThat(page.selectFirst(page.select("sup a[href]").attr("href").replace("#", "li#"))
                        .text())
                .contains("见《档案法》第二十七条。");
        assertThat(read.text()).contains("总体要求\n以人为本，安全第一。");
        assertThat(SafeHtml.clean(read.html())).isEqualTo(read.html());
        assertThat(read.warnings()).isEmpty();
    }

    @Test
    void aDocumentWithoutStylesHasItsFirstShortLineForTitleAndItsBoldRowForHeader() {
        String bold = "<w:tc><w:p><w:r><w:rPr><w:b/></w:rPr><w:t>%s</w:t></w:r></w:p></w:tc>";
        Reading.Read read = read(
                "x.docx",
                word(paragraph("", "关于做好春耕工作的通知")
                        + paragraph("", "各镇人民政府：")
                        + table(
                                row(bold.formatted("镇"), bold.formatted("亩数")),
                                row(cell("", "北山镇"), cell("", "1200")))));

        assertThat(read.title()).isEqualTo("关于做好春耕工作的通知");
        assertThat(read.html()).startsWith("<p>各镇人民政府：</p>").contains("<th scope=\"col\">");
    }

    @Test
    void pictureWithoutAlternativeTextIsMentioned() {
        Reading.Read read = read("x.docx", word(paragraph("", "正文。") + picture("r:embed=\"rId4\"", "")));

        assertThat(read.warnings()).containsExactly(Reason.of("file.warning.altMissing", 1L));
    }

    @Test
    void macrosStayBehind() {
        Reading.Read read = read("x.docm", BadFiles.macros());

        assertThat(read.warnings()).contains(Reason.of("file.warning.macros"));
        assertThat(read.text()).contains("第二段。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-16", "GB18030", "GBK", "GB2312"})
    void textIsReadInWhateverEncoding(String charset) {
        byte[] text = "关于停水的通知\r\n　　因管道检修，明日停水 8 小时。\r\n".getBytes(Charset.forName(charset));

        Reading.Read read = read("通知.txt", text);

        assertThat(read.title()).isEqualTo("关于停水的通知");
        assertThat(read.html()).isEqualTo("<p>因管道检修，明日停水 8 小时。</p>");
    }

    @Test
    void rareCharactersOfGb18030AreRead() {
        Reading.Read read = read("名单.txt", "名单\n𠮷野 㐂 龘".getBytes(Charset.forName("GB18030")));

        assertThat(read.text()).isEqualTo("𠮷野 㐂 龘");
        assertThat(read.warnings()).containsExactly(Reason.of("file.warning.encoding", "GB18030"));
    }

    @Test
    void aPageIsReadWithoutItsScripts() {
        Reading.Read read = read(
                "old.html",
                "<html><head><meta charset=gb2312><title>旧站</title></head><body><h1>公告</h1><script>x()</script><p onclick=y()>正文</p><img src='/files/elsewhere.png'></body>"
                        .getBytes(Charset.forName("GBK")));

        assertThat(read.title()).isEqualTo("公告");
        assertThat(read.html()).isEqualTo("<p>正文</p>");
    }

    @Test
    void markdownIsReadWithTheTablesAndThePicturesBesideIt() {
        byte[] markdown =
                "---\ndate: 2024\n---\n# 条例\n\n## 第一章\n\n- 甲\n\n| 项 | 数 |\n|---|---|\n| 一 | 2 |\n\n![图](img/a%20b.png) ![x](http://example.org/x.png)\n"
                        .getBytes(StandardCharsets.UTF_8);
        Map<String, byte[]> beside = Map.of("img/a b.png", TestImages.png(5, 5));

        Reading.Read read =
                (Reading.Read) reader.read("条例.md", markdown, address -> Optional.ofNullable(beside.get(address)));

        assertThat(read.title()).isEqualTo("条例");
        assertThat(read.html()).contains("<h2>第一章</h2>", "<li>甲</li>", "<th scope=\"col\">项</th>", "alt=\"图\"");
        assertThat(read.images()).hasSize(1);
        assertThat(read.warnings()).containsExactly(Reason.of("file.warning.outsideImages"));
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                Arguments.of("笑.docx", BadFiles.billionLaughs(), "file.document.dtd"),
                Arguments.of("外.docx", BadFiles.externalEntity("file:///etc/hostname"), "file.document.dtd"),
                Arguments.of("炸.docx", BadFiles.zipBomb(), "file.document.bomb"),
                Arguments.of("深.docx", BadFiles.xmlBomb(), "file.document.bomb"),
                Arguments.of("半.docx", BadFiles.broken(), "file.document.damaged"),
                Arguments.of("密.docx", BadFiles.encrypted(), "file.document.encrypted"),
                Arguments.of("旧.doc", BadFiles.oldWord(), "file.document.oldWord"),
                Arguments.of("图.docx", BadFiles.pictureThatIsADocument(), "file.document.damaged"),
                Arguments.of("尾.docx", BadFiles.documentWithTail(), "file.document.mixed"),
                Arguments.of("爬.docx", BadFiles.climbingPart(), "file.document.names"),
                Arguments.of("表.docx", OfficeFiles.sheet(new String[] {"一"}), "file.document.type"),
                Arguments.of("程序.txt", BadFiles.program(), "file.document.type"),
                Arguments.of("图.html", BadFiles.svgWithScript(), "file.document.nothing"),
                Arguments.of("空.txt", new byte[0], "file.refused.empty"),
                Arguments.of("大.txt", new byte[60 << 20], "file.document.size"));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void badFilesAreRefusedInLittleTime(String name, byte[] content, String reason) {
        Reading reading = org.junit.jupiter.api.Assertions.assertTimeout(
                Duration.ofSeconds(15), () -> reader.read(name, content));

        assertThat(reading).isInstanceOf(Reading.Refused.class);
        assertThat(((Reading.Refused) reading).reasons())
                .extracting(Reason::key)
                .containsExactly(reason);
    }

    @Test
    void nothingIsFetchedThatADocumentPointsTo() throws IOException {
        try (ServerSocket elsewhere = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            elsewhere.setSoTimeout(300);
            String address = "http://127.0.0.1:" + elsewhere.getLocalPort() + "/tracker.png";

            Reading.Read read = read("x.docx", BadFiles.linkedPicture(address));
            reader.read("y.docx", BadFiles.externalEntity(address));
            reader.read("z.html", ("<p>字<img src='" + address + "'>").getBytes(StandardCharsets.UTF_8));

            assertThat(read.warnings()).containsExactly(Reason.of("file.warning.outsideImages"));
            org.assertj.core.api.Assertions.assertThatThrownBy(elsewhere::accept)
                    .isInstanceOf(java.net.SocketTimeoutException.class);
        }
    }

    private Reading.Read read(String name, byte[] content) {
        Reading reading = reader.read(name, content);
        assertThat(reading).isInstanceOf(Reading.Read.class);
        return (Reading.Read) reading;
    }
}
