package org.yangguang.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.yangguang.account.Officer;
import org.yangguang.account.Role;
import org.yangguang.disclosure.internal.EditionTable;
import org.yangguang.testing.Officers;
import org.yangguang.testing.YangguangTest;

@YangguangTest
class DraftPagesTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    EditionTable editions;

    @Autowired
    MockMvc mvc;

    @Test
    void savingWhileTypingAnswersTheNextVersionAndAConflictAnswersBothTexts() throws Exception {
        Office office = Office.open(context);
        Officer colleague = office.officer("typist-" + office.organ.value(), Role.HANDLER);
        Outcome.Done draft = office.draft(office.content("原题"));
        String address = "/console/drafts/" + draft.edition().value() + "/save";
        mvc.perform(post(address)
                        .with(Officers.as(colleague))
                        .with(csrf())
                        .param("version", "1")
                        .param("title", "同事的题")
                        .param("bodyHtml", "<p>同事</p>"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.outcome").value("saved"))
                .andExpect(jsonPath("$.version").value(2));
        mvc.perform(post(address)
                        .with(Officers.as(office.handler()))
                        .with(csrf())
                        .param("version", "1")
                        .param("title", "我的题")
                        .param("bodyHtml", "<p>我</p>"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.outcome").value("conflict"))
                .andExpect(jsonPath("$.said").value(containsString(colleague.name())))
                .andExpect(jsonPath("$.theirs.title").value("同事的题"));
        mvc.perform(get("/console/drafts/" + draft.edition().value())
                        .with(Officers.as(office.handler()))
                        .locale(Locale.SIMPLIFIED_CHINESE))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("我的题")))
                .andExpect(content().string(containsString("同事的题")));
    }

    @Test
    void theRegisterIsPutInOrderByItsHeadings() throws Exception {
        Office office = Office.open(context);
        office.draft(DraftContents.formed(office.content("乙事项"), java.time.LocalDate.of(2016, 3, 1)));
        office.draft(DraftContents.formed(office.content("甲事项"), java.time.LocalDate.of(2016, 5, 1)));

        assertThat(order(office, "formed")).isEqualTo("甲乙");
        assertThat(order(office, "-formed")).isEqualTo("乙甲");
        assertThat(order(office, "nonsense;drop")).isEqualTo("甲乙");
        for (String sort : List.of("title", "-title", "state", "number", "changed", "-changed")) {
            assertThat(order(office, sort)).hasSize(2);
        }
    }

    private String order(Office office, String sort) throws Exception {
        String page = mvc.perform(get("/console/items").param("sort", sort).with(Officers.as(office.handler())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        return page.indexOf("甲事项") < page.indexOf("乙事项") ? "甲乙" : "乙甲";
    }

    @Test
    void withoutScriptsTheFormSavesSubmitsAndTellsEveryReasonBesideItsField() throws Exception {
        Office office = Office.open(context);
        Outcome.Done draft = office.draft(EditionContents.BLANK);
        mvc.perform(post("/console/drafts/" + draft.edition().value())
                        .with(Officers.as(office.handler()))
                        .with(csrf())
                        .param("version", "1")
                        .param("title", "半份草稿")
                        .param("formedOn", "2016-13-45")
                        .param("then", "submit"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("看不懂这个日期：2016-13-45")));
        assertThat(editions.find(draft.edition()).orElseThrow().content().title())
                .isEqualTo("半份草稿");
        mvc.perform(post("/console/drafts/" + draft.edition().value())
                        .with(Officers.as(office.handler()))
                        .with(csrf())
                        .param("version", "2")
                        .param("title", "半份草稿")
                        .param("then", "submit"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("请填写正文。")))
                .andExpect(content().string(containsString("请选择栏目。")))
                .andExpect(content().string(containsString("请填写承办意见。")));
    }

    @Test
    void anActOnAStalePageIsNotDoneAndSaysWhoActed() throws Exception {
        Office office = Office.open(context);
        Outcome.Done submitted = office.submitted(office.content("过时的页面"));
        String address = "/console/editions/" + submitted.edition().value() + "/approve";
        for (int time = 0; time < 2; time++) {
            MvcResult answer = mvc.perform(post(address)
                            .with(Officers.as(office.secrecyOfficer()))
                            .with(csrf())
                            .param("version", String.valueOf(submitted.version()))
                            .param("opinion", "不涉密"))
                    .andReturn();
            assertThat(answer.getResponse().getStatus()).isEqualTo(time == 0 ? 302 : 409);
            if (time == 1) {
                assertThat(answer.getResponse().getContentAsString()).contains("没有重复办理");
            }
        }
    }

    @Test
    void anImageIsKeptAndSeenByThoseWhoMaySeeTheDraftOnly() throws Exception {
        Office office = Office.open(context);
        Outcome.Done draft = office.draft(office.content("附图"));
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        BufferedImage picture = new BufferedImage(7, 5, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(1, 1, (int) office.organ.value() * 7919);
        ImageIO.write(picture, "png", png);
        String answer = mvc.perform(
                        multipart("/console/drafts/" + draft.edition().value() + "/images")
                                .file(new MockMultipartFile("image", "图.png", "image/png", png.toByteArray()))
                                .with(Officers.as(office.handler()))
                                .with(csrf()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        String image = answer.replaceAll(".*(/console/files/[0-9a-f]{64}).*", "$1");
        mvc.perform(get(image).with(Officers.as(office.handler()))).andExpect(status().isOk());
        mvc.perform(get(image).with(Officers.as(Office.open(context).handler())))
                .andExpect(status().isNotFound());
        mvc.perform(get(image.replace("/console", ""))).andExpect(status().isNotFound());
        mvc.perform(multipart("/console/drafts/" + draft.edition().value() + "/images")
                        .file(new MockMultipartFile("image", "坏.png", "image/png", "<script>".getBytes()))
                        .with(Officers.as(office.handler()))
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.success").value(false));
    }

    @Test
    void thePeriodForPublicationIsToldWhileDrafting() throws Exception {
        Office office = Office.open(context);
        mvc.perform(get("/console/drafts/deadline?formedOn=2016-01-25").with(Officers.as(office.handler())))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.said").value(containsString("2016-02-25")))
                .andExpect(jsonPath("$.overdue").value(true));
        mvc.perform(get("/console/drafts/deadline?formedOn=never").with(Officers.as(office.handler())))
                .andExpect(status().isNoContent());
    }

    @Test
    void anotherOrgansDraftDoesNotExist() throws Exception {
        Office office = Office.open(context);
        Outcome.Done draft = office.draft(office.content("不给别人看"));
        mvc.perform(get("/console/drafts/" + draft.edition().value())
                        .with(Officers.as(Office.open(context).handler())))
                .andExpect(status().isNotFound());
    }
}
