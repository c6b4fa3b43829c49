package org.yangguang.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.yangguang.account.Officer;
import org.yangguang.account.Role;
import org.yangguang.catalogue.Catalogue;
import org.yangguang.disclosure.TestDistrict;
import org.yangguang.intake.internal.Deliveries;
import org.yangguang.organ.OrganId;
import org.yangguang.testing.Officers;
import org.yangguang.testing.YangguangTest;

@YangguangTest
class ImportPagesTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    TestDistrict district;

    @Autowired
    Officers officers;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Deliveries deliveries;

    @Autowired
    JdbcClient jdbc;

    private OrganId organ;
    private Officer officer;
    private String column;

    @BeforeEach
    void anOfficeWithAColumn() {
        organ = district.organ("档案馆");
        officer = officers.in(organ, Role.DISCLOSURE_OFFICE);
        column = catalogue.column(district.column("文件")).orElseThrow().code();
    }

    @Test
    void aSheetIsUploadedMappedTriedAndImported() throws Exception {
        String page =
                upload("旧表.csv", "编号,题目,正文,生成日期\n1,甲,一,2012-05-03\n2,,二,2012-05-03\n".getBytes(StandardCharsets.UTF_8));
        mvc.perform(get(page).with(Officers.as(officer)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("题目")))
                .andExpect(content().string(containsString("value=\"formed-on\" selected")));

        start(page, "TRY", "编号", "key", "正文", "body").andExpect(flash().attributeExists("refusals"));
        start(page, "TRY", "编号", "key", "题目", "title", "正文", "body", "生成日期", "formed-on")
                .andExpect(flash().attributeCount(0));
        mvc.perform(get(page).with(Officers.as(officer)))
                .andExpect(header().string("Refresh", "2"))
                .andExpect(content().string(containsString("<progress")));
        deliveries.runOpen(id(page));
        mvc.perform(get(page).with(Officers.as(officer)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("report.csv")));
        assertThat(deliveries.titles(organ)).isEmpty();

        start(page, "LOAD", "编号", "key", "题目", "title", "正文", "body", "生成日期", "formed-on");
        deliveries.runOpen(id(page));

        assertThat(deliveries.titles(organ)).containsExactly("甲");
        assertThat(mvc.perform(get(page + "/report.csv").with(Officers.as(officer)))
                        .andExpect(header().string("Content-Type", "text/csv;charset=UTF-8"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .startsWith("\uFEFF")
                .contains("\r\n3,2,");
        assertThat(jdbc.sql("select actor from intake.job where id = ?")
                        .param(id(page))
                        .query(String.class)
                        .single())
                .isEqualTo(officer.login());
    }

    @Test
    void whoMayImportForNobodyIsToldInsteadOfAskedForAFile() throws Exception {
        mvc.perform(get("/console/imports").with(Officers.as(officers.in(organ, Role.HANDLER))))
                .andExpect(content().string(containsString("您的角色不能导入信息")))
                .andExpect(content().string(not(containsString("type=\"file\""))));
    }

    @Test
    void settingsAreKeptForTheNextDelivery() throws Exception {
        String name = "旧系统" + TestDistrict.unique();
        String first = upload("一.csv", "a,b,c,d\n1,甲,一,2012-05-03\n".getBytes(StandardCharsets.UTF_8));
        mvc.perform(post(first + "/start")
                .with(Officers.as(officer))
                .with(csrf())
                .param("mode", "TRY")
                .param("source", "旧系统")
                .param("column", column)
                .param("columns", "政策 = " + column)
                .param("heading", "a", "b", "c", "d")
                .param("field", "key", "title", "body", "formed-on")
                .param("saveAs", name));
        String second = upload("二.csv", "a,b,c,d\n2,乙,二,2012-05-03\n".getBytes(StandardCharsets.UTF_8));
        String page = mvc.perform(get(second).with(Officers.as(officer)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        long mapping = jdbc.sql("select id from intake.mapping where name = ?")
                .param(name)
                .query(Long.class)
                .single();

        assertThat(page).contains(name).doesNotContain("value=\"body\" selected");
        mvc.perform(get(second + "?mapping=" + mapping).with(Officers.as(officer)))
                .andExpect(content().string(containsString("value=\"body\" selected")))
                .andExpect(content().string(containsString("政策 = " + column)));
    }

    @Test
    void anArchiveOfAFolderIsUnpackedAndOneThatLeadsOutIsRefused() throws Exception {
        String page =
                upload("旧站.zip", zip(Map.of("甲.md", "# 甲\n\n2016年2月18日\n\n正文", "子/乙.md", "# 乙\n\n2016年2月18日\n\n正文")));
        mvc.perform(post(page + "/start")
                .with(Officers.as(officer))
                .with(csrf())
                .param("mode", "LOAD")
                .param("column", column));
        deliveries.runOpen(id(page));

        assertThat(deliveries.titles(organ)).containsExactlyInAnyOrder("甲", "乙");
        for (byte[] bad :
                new byte[][] {zip(Map.of("../../outside.md", "x")), "no archive".getBytes(StandardCharsets.UTF_8)}) {
            mvc.perform(multipart("/console/imports")
                            .file(new MockMultipartFile("file", "bad.zip", "application/zip", bad))
                            .param("organ", String.valueOf(organ.value()))
                            .with(Officers.as(officer))
                            .with(csrf()))
                    .andExpect(redirectedUrl("/console/imports"))
                    .andExpect(flash().attributeExists("refusals"));
        }
    }

    @Test
    void nobodyElseSeesAnImportOrStartsOne() throws Exception {
        String page = upload("表.csv", "标题\n甲\n".getBytes(StandardCharsets.UTF_8));
        Officer stranger = officers.in(district.organ("别处"), Role.DISCLOSURE_OFFICE);
        Officer handler = officers.in(organ, Role.HANDLER);
        for (Officer other : new Officer[] {stranger, handler}) {
            mvc.perform(get(page).with(Officers.as(other))).andExpect(status().isNotFound());
            mvc.perform(get(page + "/report.csv").with(Officers.as(other))).andExpect(status().isNotFound());
            mvc.perform(post(page + "/start")
                            .with(Officers.as(other))
                            .with(csrf())
                            .param("mode", "LOAD"))
                    .andExpect(status().isNotFound());
            mvc.perform(multipart("/console/imports")
                            .file(new MockMultipartFile("file", "x.csv", "text/csv", new byte[] {'a'}))
                            .param("organ", String.valueOf(organ.value()))
                            .with(Officers.as(other))
                            .with(csrf()))
                    .andExpect(status().isNotFound());
        }
        mvc.perform(post(page + "/start").with(Officers.as(officer)).param("mode", "LOAD"))
                .andExpect(status().isForbidden());
        mvc.perform(get("/console/imports")).andExpect(status().is3xxRedirection());
        mvc.perform(get("/console/webhooks")).andExpect(status().is3xxRedirection());
    }

    @Test
    void aWebhookIsRegisteredWithASecretShownOnceAndNotIntoTheOwnNetwork() throws Exception {
        mvc.perform(post("/console/webhooks")
                        .with(Officers.as(officer))
                        .with(csrf())
                        .param("organ", String.valueOf(organ.value()))
                        .param("url", "https://93.184.215.14/hook"))
                .andExpect(flash().attributeExists("secret"));
        mvc.perform(post("/console/webhooks")
                        .with(Officers.as(officer))
                        .with(csrf())
                        .param("organ", String.valueOf(organ.value()))
                        .param("url", "https://10.0.0.1/hook"))
                .andExpect(flash().attributeExists("refusals"));
        mvc.perform(get("/console/webhooks").with(Officers.as(officer)))
                .andExpect(content().string(containsString("https://93.184.215.14/hook")))
                .andExpect(content().string(not(containsString("whsec_"))));
    }

    private String upload(String name, byte[] bytes) throws Exception {
        return mvc.perform(multipart("/console/imports")
                        .file(new MockMultipartFile("file", name, "application/octet-stream", bytes))
                        .param("organ", String.valueOf(organ.value()))
                        .with(Officers.as(officer))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
    }

    private org.springframework.test.web.servlet.ResultActions start(String page, String mode, String... pairs)
            throws Exception {
        var form = post(page + "/start")
                .with(Officers.as(officer))
                .with(csrf())
                .param("mode", mode)
                .param("column", column);
        for (int i = 0; i < pairs.length; i += 2) {
            form.param("heading", pairs[i]).param("field", pairs[i + 1]);
        }
        return mvc.perform(form).andExpect(redirectedUrl(page));
    }

    private static long id(String page) {
        return Long.parseLong(page.substring(page.lastIndexOf('/') + 1));
    }

    private static byte[] zip(Map<String, String> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
