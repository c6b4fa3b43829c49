package org.yangguang.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.yangguang.disclosure.internal.EditionTable;
import org.yangguang.testing.Officers;
import org.yangguang.testing.YangguangTest;

@YangguangTest
class WordListTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    WordList list;

    @Autowired
    Checks checks;

    @Autowired
    EditionTable editions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    private Office office;

    @BeforeEach
    void open() {
        office = Office.open(context);
    }

    @Test
    void aNewWordIsFoundInDraftsUntilItIsRetired() throws Exception {
        mvc.perform(post("/console/words")
                        .param("wrong", "土鳖局")
                        .param("correct", "土地局")
                        .param("note", "别字")
                        .param("binding", "true")
                        .with(Officers.as(office.districtOffice()))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andExpect(flash().attributeExists("said"));
        Outcome.Done draft = draft("<p>由土鳖局负责。</p>");
        assertThat(findings(draft)).singleElement().satisfies(each -> {
            assertThat(each.suggestion()).isEqualTo("土地局");
            assertThat(each.open()).isTrue();
        });
        mvc.perform(get("/console/drafts/" + draft.edition().value()).with(Officers.as(office.handler())))
                .andExpect(content().string(containsString("别字")));

        long id = word("土鳖局").id();
        mvc.perform(post("/console/words/retire")
                        .param("id", String.valueOf(id))
                        .with(Officers.as(office.districtOffice()))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(findings(draft)).isEmpty();
        assertThat(audited("disclosure.word:土鳖局")).containsExactly("word.kept", "word.retired");
    }

    @Test
    void manyWordsComeInTogetherOrNotAtAll() {
        assertThat(list.keepAll(office.districtOffice(), "错名甲，正名甲\n错名乙\n", false))
                .extracting(Reason::key)
                .containsExactly("disclosure.word.refused.line");
        assertThat(list.all()).extracting(Word::wrong).doesNotContain("错名甲");

        assertThat(list.keepAll(office.districtOffice(), "错名甲，正名甲\n\n错名乙\t正名乙\t更名, 2018年\n", false))
                .isEmpty();
        assertThat(word("错名乙").note()).isEqualTo("更名, 2018年");
        assertThat(word("错名甲").by()).isEqualTo(office.districtOffice().name());
    }

    @Test
    void whatIsNoCorrectionIsRefusedWithEveryReason() {
        assertThat(list.keep(office.districtOffice(), new Word("局", "局", "很".repeat(201), false)))
                .extracting(Reason::key)
                .containsExactly(
                        "disclosure.word.refused.length",
                        "disclosure.word.refused.same",
                        "disclosure.word.refused.note");
    }

    @Test
    void othersReadTheListAndOnlyTheDistrictOfficeKeepsIt() throws Exception {
        assertThat(list.keep(office.disclosureOffice(), new Word("错名丙", "正名丙", "", false)))
                .extracting(Reason::key)
                .containsExactly("disclosure.word.refused.role");
        mvc.perform(get("/console/words").with(Officers.as(office.handler())))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("残废人")))
                .andExpect(content().string(not(containsString("/console/words/retire"))));
    }

    @Test
    void aMinistryIsNotFoundInTheNameOfAKindOfBodyNorAWrongWordInsideTheRightOne() {
        assertThat(findings(draft("<p>各级环境保护部门和国土资源部门会同残疾人联合会办理。</p>"))).isEmpty();
        assertThat(findings(draft("<p>由环境保护部备案。</p>"))).singleElement().satisfies(each -> {
            assertThat(each.suggestion()).isEqualTo("生态环境部");
            assertThat(each.open()).isFalse();
        });
        list.keep(office.districtOffice(), new Word("清山区", "清山区人民政府", "", false));
        assertThat(findings(draft("<p>清山区人民政府发布。</p>"))).isEmpty();
    }

    private Word word(String wrong) {
        return list.all().stream()
                .filter(each -> each.wrong().equals(wrong))
                .findFirst()
                .orElseThrow();
    }

    private Outcome.Done draft(String body) {
        return office.draft(DraftContents.said(office.content("用语"), "用语", "用语。", body));
    }

    private List<Finding> findings(Outcome.Done draft) {
        return checks.of(editions.find(draft.edition()).orElseThrow());
    }

    private List<String> audited(String thing) {
        return jdbc.sql("select action from audit.entry where subject = ? order by seq")
                .param(thing)
                .query(String.class)
                .list();
    }
}
