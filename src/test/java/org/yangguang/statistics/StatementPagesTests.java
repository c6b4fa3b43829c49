package org.yangguang.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.yangguang.account.Officer;
import org.yangguang.account.Role;
import org.yangguang.catalogue.ColumnId;
import org.yangguang.disclosure.Contents;
import org.yangguang.disclosure.TestDistrict;
import org.yangguang.organ.Organ;
import org.yangguang.statistics.StatementKey.Coverage;
import org.yangguang.statistics.internal.FigureTable;
import org.yangguang.testing.Officers;
import org.yangguang.testing.TestOrgans;
import org.yangguang.testing.YangguangTest;

@YangguangTest
class StatementPagesTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    TestOrgans organs;

    @Autowired
    Officers officers;

    @Autowired
    TestDistrict district;

    @Autowired
    Statements statements;

    @Autowired
    FigureTable figures;

    @Autowired
    JdbcClient jdbc;

    private Organ organ;
    private Officer office;
    private Officer above;
    private StatementKey key;
    private String title;

    @BeforeEach
    void anOrganWithOneItem() {
        Organ root = organs.root();
        organ = organs.below(root);
        office = officers.in(organ.id(), Role.DISCLOSURE_OFFICE);
        above = officers.in(root.id(), Role.DISTRICT_OFFICE);
        key = new StatementKey(organ.id(), "2014", Period.year(2016), Coverage.ORGAN);
        title = "=统计页面用的信息" + TestDistrict.unique();
        ColumnId column = district.column("统计页面");
        district.publish(
                organ.id(),
                Contents.in(column)
                        .titled(title)
                        .formed(LocalDate.of(2016, 4, 1))
                        .content());
    }

    @Test
    void theListSaysWhoHasNotSubmitted() throws Exception {
        mvc.perform(get("/console/statements?period=2016&state=missing").with(Officers.as(above)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(organ.name())))
                .andExpect(content().string(containsString("2 个尚未提交")));
    }

    @Test
    void aCellOpensItsRecordsAndGivesThemAway() throws Exception {
        mvc.perform(get(key.href()).with(Officers.as(office)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("(一)主动公开政府信息数")));
        mvc.perform(get(key.href() + "/cell?at=main/1.1:year").with(Officers.as(office)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(title)));
        var export = mvc.perform(get(key.href() + "/cell.csv?at=main/1.1:year").with(Officers.as(office)))
                .andReturn();
        String csv = mvc.perform(
                        org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch(export))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(csv).contains("'" + title).contains("2016-04-01");
    }

    @Test
    void strangersSeeNothing() throws Exception {
        Officer stranger = officers.in(organs.root().id(), Role.DISTRICT_OFFICE);
        mvc.perform(get(key.href()).with(Officers.as(stranger))).andExpect(status().isForbidden());
        mvc.perform(get(key.href() + "/cell?at=main/1.1:year").with(Officers.as(stranger)))
                .andExpect(status().isForbidden());
        mvc.perform(get("/console/statements/compare?left=" + key.href().substring("/console/statements/".length()))
                        .with(Officers.as(stranger)))
                .andExpect(status().isForbidden());
        mvc.perform(post(key.href()).param("action", "BEGIN").with(csrf()).with(Officers.as(stranger)))
                .andExpect(status().isForbidden());
    }

    @Test
    void aCorrectionIsTypedAndAWrongOneKeepsWhatWasTyped() throws Exception {
        mvc.perform(post(key.href()).param("action", "BEGIN").with(csrf()).with(Officers.as(office)))
                .andExpect(redirectedUrl(key.href()))
                .andExpect(flash().attribute("done", "statistics.done.BEGIN"));
        String version = String.valueOf(statements.find(key).orElseThrow().version());
        mvc.perform(post(key.href() + "/cell?at=main/9.1:year")
                        .param("version", version)
                        .param("value", "三")
                        .param("reason", "会议记录")
                        .with(csrf())
                        .with(Officers.as(office)))
                .andExpect(flash().attribute("typedValue", "三"))
                .andExpect(flash().attributeExists("told"));
        mvc.perform(post(key.href() + "/cell?at=main/9.1:year")
                        .param("version", version)
                        .param("value", "3")
                        .param("reason", "会议记录")
                        .with(csrf())
                        .with(Officers.as(office)))
                .andExpect(flash().attribute("done", "statistics.done.entered"));
        mvc.perform(get(key.href()).with(Officers.as(above)))
                .andExpect(content().string(containsString("待审核的更正")))
                .andExpect(content().string(containsString("会议记录")));
    }

    @Test
    void twoStatementsStandSideBySideAndOrgansAreRanked() throws Exception {
        String tree = new StatementKey(
                        java.util.Objects.requireNonNull(organ.parent()), "2014", Period.year(2016), Coverage.SUBTREE)
                .href();
        mvc.perform(get("/console/statements/compare?only=changed&left="
                                + tree.substring("/console/statements/".length()))
                        .with(Officers.as(above)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("<mark>+1</mark>")));
        mvc.perform(get(tree + "/organs").with(Officers.as(above)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("100.0%")));
        mvc.perform(get(tree + "/trend?at=main/1.1:year").with(Officers.as(above)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("2012")));
    }

    @Test
    void openingFiguresComeFromAFileOrAreRefusedWithTheLine() throws Exception {
        MockMultipartFile file = new MockMultipartFile(
                "file", "2015.csv", "text/csv", "行代码,列,数值\n1.1,total,甲\n".getBytes(StandardCharsets.UTF_8));
        mvc.perform(multipart("/console/statements/openings")
                        .file(file)
                        .param("organ", String.valueOf(organ.id().value()))
                        .param("scheme", "2014")
                        .param("period", "2015")
                        .param("coverage", "organ")
                        .with(csrf())
                        .with(Officers.as(office)))
                .andExpect(redirectedUrl("/console/statements/openings"))
                .andExpect(flash().attributeExists("told"));
        mvc.perform(get("/console/statements/openings").with(Officers.as(office)))
                .andExpect(status().isOk());
        mvc.perform(get("/console/statements/openings/template.csv?scheme=2014").with(Officers.as(office)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("main,1.1,total,")));
    }

    @Test
    void everybodyReadsFrozenStatementsAndNoOther() throws Exception {
        String path = key.href().substring("/console/statements/".length());
        mvc.perform(get("/statistics/" + path)).andExpect(status().isNotFound());
        mvc.perform(get("/api/v1/statements/" + path)).andExpect(status().isNotFound());

        freeze();

        mvc.perform(get("/statistics/" + path))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(organ.name())))
                .andExpect(content().string(not(containsString("/console/"))));
        mvc.perform(get("/api/v1/statements/" + path))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("\"row\":\"1.1\"")))
                .andExpect(content().string(containsString("\"kind\":\"stock\"")));
        mvc.perform(get("/api/v1/statements")).andExpect(content().string(containsString("/statistics/" + path)));
        mvc.perform(get("/statistics?year=2016"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(organ.name())))
                .andExpect(content().string(containsString("id=\"by-month\"")));
    }

    /** As the desk does it, without the many corrections that a whole statement would want. */
    private void freeze() {
        Map<Cell, BigDecimal> zeros = new HashMap<>();
        StatementPicture picture = statements.picture(key).orElseThrow();
        picture.scheme().cells().forEach(cell -> zeros.put(cell, BigDecimal.ZERO));
        long id = jdbc.sql("""
                insert into statistics.statement (organ_id, scheme, period, period_end, coverage, state, content_hash, changed_at)
                values (?, '2014', '2016', date '2016-12-31', 'ORGAN', 'ACCEPTED', repeat('a', 64), now()) returning id""").param(organ.id().value()).query(Long.class).single();
        figures.keep(id, picture.scheme().cells(), new Figures(zeros), new Figures(zeros));
        jdbc.sql("update statistics.statement set state = 'FROZEN', frozen_at = now() where id = ?")
                .param(id)
                .update();
    }
}
