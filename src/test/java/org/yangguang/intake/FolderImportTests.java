package org.yangguang.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.yangguang.catalogue.Catalogue;
import org.yangguang.disclosure.TestDistrict;
import org.yangguang.intake.internal.Deliveries;
import org.yangguang.organ.OrganId;
import org.yangguang.testing.YangguangTest;

@YangguangTest
class FolderImportTests {

    private static final Charset GB18030 = Charset.forName("GB18030");

    @Autowired
    TestDistrict district;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Catalogue catalogue;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path place;

    private OrganId organ;
    private String column;
    private Path folder;

    @BeforeEach
    void anOrganWithAColumn() throws IOException {
        organ = district.organ("区政府办");
        column = catalogue.column(district.column("通知公告")).orElseThrow().code();
        folder = Files.createDirectory(place.resolve("site"));
    }

    @Test
    void aSavedPageKeepsItsDatesItsFactsItsPicturesAndItsAddress() throws Exception {
        String mark = TestDistrict.unique();
        Files.createDirectories(folder.resolve("art/2016/2"));
        Files.createDirectories(folder.resolve("images"));
        Files.write(folder.resolve("images/plan.png"), picture());
        Files.createDirectories(folder.resolve("files"));
        write("files/list.csv", "姓名,金额\n甲,1\n".getBytes(StandardCharsets.UTF_8));
        write("art/2016/2/P020.exe", new byte[] {'M', 'Z', 0, 0, 1, 2, 3});
        write("art/2016/2/art_" + mark + ".html", """
                <html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312">
                <meta name="SiteName" content="某某区人民政府"><meta name="ArticleTitle" content="关于调整住房公积金缴存基数的通知">
                <meta name="PubDate" content="2016-02-18 10:19"><meta name="ContentSource" content="区住建局">
                <meta name="ColumnName" content="政策文件"><meta name="Keywords" content="公积金;缴存">
                <title>某某区人民政府</title></head><body>
                <div class="nav"><a href="/">首页</a> <a href="/zc/">政策</a></div>
                <table class="facts"><tr><td>索 引 号：</td><td>F%1$s/2016-00007</td><td>文号</td><td>泉政发〔2016〕7号</td></tr>
                <tr><td>成文日期：</td><td>2016年2月16日</td><td>有效性</td><td>有效</td></tr></table>
                <div id="zoom"><p>各有关单位：</p><p>经研究，现将有关事项通知如下。㐂𠮷</p><script>alert(1)</script>
                <p><img src="/images/plan.png" alt="示意图"><img src="http://elsewhere.example/x.png"></p>
                <p><a href="../../../etc/list.xls">附件</a> <a href="/files/list.csv">名单</a> <a href="P020.exe">程序</a></p></div>
                <div class="footer">版权所有</div></body></html>
                """.formatted(mark).getBytes(GB18030));

        ImportJob job = deliveries.take(folder, plan(Map.of("政策文件", column), null, "http://www.old.example/"));

        assertThat(deliveries.all(job)).noneMatch(remark -> remark.refused());
        var item = jdbc.sql("""
                select i.id, i.index_number, i.origin, e.title, e.document_number, e.formed_on, e.source, e.body_html, e.validity,
                       p.published_at, array_to_string(e.keywords, ' ') as keywords
                  from disclosure.publication p join disclosure.item i on i.id = p.item_id join disclosure.edition e on e.id = p.edition_id
                 where p.organ_id = ?""").param(organ.value()).query().singleRow();
        assertThat(item)
                .containsEntry("index_number", "F" + mark + "/2016-00007")
                .containsEntry("origin", "IMPORTED")
                .containsEntry("title", "关于调整住房公积金缴存基数的通知")
                .containsEntry("document_number", "泉政发〔2016〕7号")
                .containsEntry("source", "区住建局")
                .containsEntry("validity", "EFFECTIVE")
                .containsEntry("keywords", "公积金 缴存");
        assertThat(item.get("formed_on")).hasToString("2016-02-16");
        assertThat(((java.sql.Timestamp) item.get("published_at")).toInstant()).hasToString("2016-02-18T02:19:00Z");
        assertThat((String) item.get("body_html"))
                .contains("㐂𠮷", "src=\"/files/")
                .doesNotContain("alert", "首页", "版权所有", "elsewhere", "索 引 号");
        assertThat(deliveries.remarks(job)).contains("1 intake.warning.attachment");
        assertThat(jdbc.sql("""
                select a.name || ' ' || (a.public_hash = a.original_hash) from disclosure.attachment a
                  join disclosure.edition e on e.id = a.edition_id where e.item_id = ?""").param(item.get("id")).query(String.class).list())
                .containsExactly("名单.csv true");
        String page = "/items/" + item.get("id");
        mvc.perform(get("/art/2016/2/art_" + mark + ".html"))
                .andExpect(status().isMovedPermanently())
                .andExpect(header().string("Location", page));
        mvc.perform(get("/art/2016/2/art_" + mark + ".html?from=timeline")).andExpect(status().isMovedPermanently());
        assertThat(mvc.perform(get(page)).andReturn().getResponse().getContentAsString())
                .contains("历史信息导入");
    }

    @Test
    void anOldAddressLeadsToNothingThatTheReaderMayNotSee() throws Exception {
        String address = "/old/" + TestDistrict.unique() + ".html";
        write(
                "a.md",
                ("---\ntitle: 甲\ndate: 2016-02-18\nurl: " + address + "\n---\n正文").getBytes(StandardCharsets.UTF_8));
        deliveries.take(folder, plan(Map.of(), column, null));
        mvc.perform(get(address)).andExpect(status().isMovedPermanently());

        jdbc.sql("update disclosure.publication set visibility_key = 'internal:' || organ_id where organ_id = ?")
                .param(organ.value())
                .update();
        mvc.perform(get(address)).andExpect(status().isNotFound());
        jdbc.sql("delete from disclosure.publication where organ_id = ?")
                .param(organ.value())
                .update();
        mvc.perform(get(address)).andExpect(status().isNotFound());
    }

    @Test
    void filesThatCannotBeTakenAreToldAndTheRestGoesOn() throws Exception {
        write("01.md", "# 甲\n\n2016年2月18日\n\n正文".getBytes(StandardCharsets.UTF_8));
        Path outside = Files.writeString(place.resolve("secret.md"), "# 外面\n\n2016年2月18日 正文");
        Files.createSymbolicLink(folder.resolve("02.md"), outside);
        write("03.html", new byte[] {(byte) 0xFF, 'x', (byte) 0xFF, (byte) 0xFF, 0});
        write(
                "04.html",
                "<html><head><title>空</title></head><body><script>x</script></body></html>"
                        .getBytes(StandardCharsets.UTF_8));
        write("05.docx", "no word file".getBytes(StandardCharsets.UTF_8));
        write("06.md", "# 无日期\n\n正文".getBytes(StandardCharsets.UTF_8));
        write("07(2015-04-24).md", "# 乙\n\n正文".getBytes(StandardCharsets.UTF_8));
        write(
                "08.html",
                ("<html><head><meta name=ArticleTitle content=丙><meta name=PubDate content=2016-2-18></head><body><div>"
                                + "<p>这里是一段足够长的正文内容。</p><img src=\"../secret.png\"><img src=\"..%2f..%2fetc%2fpasswd\"></div></body></html>")
                        .getBytes(StandardCharsets.UTF_8));
        Files.write(place.resolve("secret.png"), picture());

        ImportJob job = deliveries.take(folder, plan(Map.of(), column, null));

        assertThat(deliveries.titles(organ)).containsExactly("甲", "乙", "丙");
        assertThat(deliveries.all(job).stream()
                        .filter(each -> each.refused())
                        .map(each -> each.key() + " " + each.reason().key()))
                .contains(
                        "02.md intake.refused.link",
                        "03.html intake.refused.encoding",
                        "04.html intake.refused.noBody",
                        "06.md disclosure.invalid.formedMissing")
                .anyMatch(each -> each.startsWith("05.docx file.document."));
        assertThat(jdbc.sql(
                                "select body_html from disclosure.edition where title = '丙' and organ_name = (select name from organ.organ where id = ?)")
                        .param(organ.value())
                        .query(String.class)
                        .single())
                .doesNotContain("img");
    }

    @Test
    void theNameOfAFolderIsThatOfAColumn() throws Exception {
        Files.createDirectories(folder.resolve("规划计划/深"));
        write("规划计划/深/甲.md", "# 甲\n\n正文".getBytes(StandardCharsets.UTF_8));
        write("别的.txt", "乙\n\n正文第一段。".getBytes(GB18030));

        deliveries.take(folder, plan(Map.of("规划计划", column), null, null, LocalDate.of(2016, 2, 18)));

        assertThat(deliveries.titles(organ)).containsExactly("甲");
    }

    @Test
    void theCorpusOfLawsIsTakenWholeAndNotTwice() throws Exception {
        Path corpus = Path.of("../shared/data/corpus/部门规章");
        assumeThat(corpus).isDirectory();
        long files;
        try (Stream<Path> all = Files.walk(corpus)) {
            files = all.filter(each -> each.toString().endsWith(".md")).count();
        }
        ImportPlan plan = plan(Map.of(), column, null, LocalDate.of(2000, 1, 1));

        ImportJob job = deliveries.take(corpus, plan);
        ImportJob again = deliveries.take(corpus, plan);

        assertThat(List.of(job.read(), job.taken(), job.refused())).containsExactly(files, files, 0L);
        assertThat(List.of(again.taken(), again.known())).containsExactly(0L, files);
    }

    private ImportPlan plan(Map<String, String> columns, String rest, String oldSite) {
        return plan(columns, rest, oldSite, null);
    }

    private ImportPlan plan(Map<String, String> columns, String rest, String oldSite, LocalDate formedOn) {
        ImportPlan plan = Deliveries.folder(organ, rest);
        return new ImportPlan(
                plan.kind(), plan.mode(), plan.source(), organ, Map.of(), columns, rest, formedOn, oldSite);
    }

    private void write(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
    }

    private static byte[] picture() throws IOException {
        BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return png.toByteArray();
    }
}
