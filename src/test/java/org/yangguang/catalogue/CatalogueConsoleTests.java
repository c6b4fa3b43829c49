package org.yangguang.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.yangguang.testing.Officers.as;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.yangguang.account.Officer;
import org.yangguang.account.Role;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.OrganRegister;
import org.yangguang.organ.Organs;
import org.yangguang.testing.Officers;
import org.yangguang.testing.YangguangTest;

@YangguangTest
class CatalogueConsoleTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Officers officers;

    @Autowired
    Guides guides;

    @Autowired
    DisclosureRules rules;

    @Autowired
    Catalogue catalogue;

    Fixtures fixtures;

    @Autowired
    void fixtures(OrganRegister register, Organs organs, JdbcClient jdbc) {
        fixtures = new Fixtures(register, organs, jdbc);
    }

    @Test
    void aDisclosureOfficeWritesPreviewsAndPublishesItsGuide() throws Exception {
        OrganId organ = fixtures.department();
        Officer officer = officers.in(organ, Role.DISCLOSURE_OFFICE);
        String page = "/console/guides/" + organ.value();

        mvc.perform(get("/console/guides").with(as(officer)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("尚未公布")));
        mvc.perform(guide(page, "preview", 0).with(as(officer)).with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("按主题编排")));
        assertThat(guides.current(organ)).isEmpty();
        mvc.perform(guide(page, "save", 0).with(as(officer)).with(csrf())).andExpect(redirectedUrl(page));
        mvc.perform(get(page).with(as(officer))).andExpect(content().string(containsString("按主题编排")));
        mvc.perform(guide(page, "publish", 1).with(as(officer)).with(csrf())).andExpect(redirectedUrl(page));
        assertThat(guides.current(organ)).isPresent();
        assertThat(guides.draft(organ)).isEmpty();
    }

    @Test
    void aRefusedGuideComesBackWithEveryReasonAndEveryWord() throws Exception {
        OrganId organ = fixtures.department(org.yangguang.organ.Contact.NONE);
        Officer officer = officers.in(organ, Role.DISCLOSURE_OFFICE);

        mvc.perform(post("/console/guides/" + organ.value())
                        .param("then", "publish")
                        .param("obtaining", "来我局𠮷楼查阅")
                        .with(as(officer))
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("没有填写政府信息的分类")))
                .andExpect(content().string(containsString("没有传真号码")))
                .andExpect(content().string(containsString("来我局𠮷楼查阅")));
    }

    @Test
    void theGuideOfAnotherOrganIsClosedToAnOffice() throws Exception {
        OrganId organ = fixtures.department();
        Officer stranger = officers.in(fixtures.department(), Role.DISCLOSURE_OFFICE);

        mvc.perform(get("/console/guides/" + organ.value()).with(as(stranger))).andExpect(status().isForbidden());
        mvc.perform(guide("/console/guides/" + organ.value(), "publish", 0)
                        .with(as(stranger))
                        .with(csrf()))
                .andExpect(status().isForbidden());
        mvc.perform(guide("/console/guides/" + organ.value(), "publish", 0)
                        .with(as(officers.in(organ, Role.DISCLOSURE_OFFICE))))
                .andExpect(status().isForbidden());
        assertThat(guides.current(organ)).isEmpty();
    }

    @Test
    void aRuleIsWrittenPublishedAndRepealedInTheConsole() throws Exception {
        OrganId organ = fixtures.department();
        Officer officer = officers.in(organ, Role.DISCLOSURE_OFFICE);
        mvc.perform(get("/console/rules/new?organ=" + organ.value()).with(as(officer)))
                .andExpect(status().isOk());
        mvc.perform(post("/console/rules")
                        .param("organ", String.valueOf(organ.value()))
                        .param("title", "发布协调制度")
                        .param("body", "第一条 发布前与有关机关协商、确认。")
                        .with(as(officer))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        Rule rule = rules.of(organ).get(0);
        String page = "/console/rules/" + rule.id();

        mvc.perform(post(page)
                        .param("then", "publish")
                        .param("version", String.valueOf(rule.version()))
                        .param("title", "发布协调制度")
                        .param("body", "第一条 发布前与有关机关协商、确认。")
                        .with(as(officer))
                        .with(csrf()))
                .andExpect(redirectedUrl(page));
        rule = rules.find(rule.id()).orElseThrow();
        assertThat(rule.inForce()).isTrue();
        mvc.perform(get(page).with(as(officer))).andExpect(status().isOk());
        mvc.perform(get("/console/rules").with(as(officer))).andExpect(content().string(containsString("发布协调制度")));
        mvc.perform(post(page)
                        .param("then", "repeal")
                        .param("version", String.valueOf(rule.version()))
                        .with(as(officer))
                        .with(csrf()))
                .andExpect(redirectedUrl(page));
        assertThat(rules.find(rule.id()).orElseThrow().inForce()).isFalse();
    }

    @Test
    void theDistrictOfficeKeepsColumnsVocabulariesAndSchemes() throws Exception {
        Officer keeper = officers.in(fixtures.department(), Role.DISTRICT_OFFICE);
        Column budgets = catalogue.columnByCode("budgets").orElseThrow();
        String code = "t" + System.nanoTime();

        for (String page : List.of(
                "/console/columns",
                "/console/columns/" + budgets.id().value(),
                "/console/columns/new?parent=3",
                "/console/vocabularies",
                "/console/vocabularies?of=GENRE",
                "/console/index-schemes")) {
            mvc.perform(get(page).with(as(keeper))).andExpect(status().isOk());
            mvc.perform(get(page).param("lang", "en").with(as(keeper)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("catalogue."))));
        }
        mvc.perform(post("/console/columns")
                        .param("parent", "3")
                        .param("code", code)
                        .param("name", "优化营商环境")
                        .param("type", "OTHER")
                        .param("intervalDays", "366")
                        .param("description", "优化营商环境的政策和措施")
                        .param("keywords", "营商环境，放管服")
                        .with(as(keeper))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(catalogue.columnByCode(code).orElseThrow().keywords()).containsExactly("营商环境", "放管服");
        mvc.perform(post("/console/columns")
                        .param("parent", "3")
                        .param("code", code)
                        .param("name", "又一次")
                        .param("type", "NEWS")
                        .param("intervalDays", "每天")
                        .with(as(keeper))
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("已被其他栏目使用")))
                .andExpect(content().string(containsString("又一次")));
        mvc.perform(post("/console/index-schemes/try")
                        .param("tried", "/2023-None\n000014348/2020-35428")
                        .with(as(keeper))
                        .with(csrf()))
                .andExpect(content().string(containsString("缺少前段码")))
                .andExpect(content().string(containsString("校验码不符")));
    }

    @Test
    void anOfficeThatDoesNotKeepTheCatalogueIsTurnedAway() throws Exception {
        Officer office = officers.in(fixtures.department(), Role.DISCLOSURE_OFFICE);

        for (String page : List.of("/console/columns", "/console/vocabularies", "/console/index-schemes")) {
            mvc.perform(get(page).with(as(office))).andExpect(status().isForbidden());
        }
    }

    @Test
    void theInterfaceListsTheColumnsWithTheirAddresses() throws Exception {
        mvc.perform(get("/api/v1/columns?size=500"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total", greaterThan(40)))
                .andExpect(jsonPath("$.page").value(1))
                .andExpect(jsonPath("$.items[0].code").value("guide"))
                .andExpect(jsonPath("$.items[?(@.code=='budgets')].article20").value(7))
                .andExpect(jsonPath("$.items[?(@.code=='budgets')].parent").value("statutory"))
                .andExpect(jsonPath(
                        "$.items[?(@.code=='budgets')].url",
                        org.hamcrest.Matchers.hasItem(org.hamcrest.Matchers.endsWith("/columns/budgets"))));
        mvc.perform(get("/api/v1/columns?page=2&size=3"))
                .andExpect(jsonPath("$.items.length()").value(3));
        mvc.perform(get("/api/v1/columns?page=99999"))
                .andExpect(jsonPath("$.items.length()").value(0));
        mvc.perform(get("/api/v1/columns?page=0&size=9999")).andExpect(status().isBadRequest());
        mvc.perform(get("/api/v1/columns?page=x")).andExpect(status().isBadRequest());
    }

    private static org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder guide(
            String page, String then, int version) {
        return post(page)
                .param("then", then)
                .param("version", String.valueOf(version))
                .param("officeName", "测试局办公室")
                .param("classification", "机构职能、政策文件。")
                .param("arrangement", "按主题编排。")
                .param("obtaining", "网站、查阅点。");
    }
}
