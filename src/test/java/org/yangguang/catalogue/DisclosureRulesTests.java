package org.yangguang.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.yangguang.catalogue.ColumnEditingTests.result;
import static org.yangguang.catalogue.GuidesTests.reasons;

import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.yangguang.account.Officer;
import org.yangguang.account.Role;
import org.yangguang.organ.Organ;
import org.yangguang.testing.Officers;
import org.yangguang.testing.TestOrgans;
import org.yangguang.testing.YangguangTest;

@YangguangTest
class DisclosureRulesTests {

    static final Rule.Text FIRST = new Rule.Text("保密审查制度", "<p>第一条 先审查、后公开。</p>");

    @Autowired
    DisclosureRules rules;

    @Autowired
    TestOrgans organs;

    @Autowired
    Officers officers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    Organ organ;
    Officer officer;

    @BeforeEach
    void anOffice() {
        organ = organs.root();
        officer = officers.in(organ.id(), Role.DISCLOSURE_OFFICE);
    }

    @Test
    void aRuleIsWrittenPublishedAndRead() throws Exception {
        Rule draft = result(rules.create(officer, organ.id(), FIRST));
        mvc.perform(get("/rules/" + draft.id())).andExpect(status().isNotFound());

        Rule published = result(rules.publish(officer, draft.id(), draft.version(), FIRST));

        assertThat(published.inForce()).isTrue();
        assertThat(published.draft()).isNull();
        mvc.perform(get("/rules/" + draft.id()))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("先审查、后公开")));
        mvc.perform(get("/organs/" + organ.id().value() + "/rules"))
                .andExpect(content().string(Matchers.containsString("保密审查制度")));
        mvc.perform(get("/rules")).andExpect(content().string(Matchers.containsString("/rules/" + draft.id())));
    }

    @Test
    void aRuleNeedsATitleAndAText() {
        Rule draft = result(rules.create(officer, organ.id(), new Rule.Text("", "")));

        assertThat(reasons(rules.publish(officer, draft.id(), draft.version(), new Rule.Text(" ", "<p> </p>"))))
                .containsExactly("catalogue.rule.missing.title", "catalogue.rule.missing.body");
    }

    @Test
    void aNewEditionKeepsTheOldOneReadable() throws Exception {
        Rule rule = result(rules.publishRule("test", organ.id(), FIRST));
        Rule.Text second = new Rule.Text("保密审查制度", "<p>第一条 一事一审。</p>");
        Rule draft = result(rules.save(officer, rule.id(), rule.version(), second));
        rules.publish(officer, rule.id(), draft.version(), second);

        assertThat(rules.history(rule.id())).extracting(Rule.Edition::number).containsExactly(2, 1);
        mvc.perform(get("/rules/" + rule.id() + "/editions/1"))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("先审查、后公开")));
        mvc.perform(get("/rules/" + rule.id() + "/editions/9")).andExpect(status().isNotFound());
        assertThatThrownBy(() -> jdbc.sql("update catalogue.rule_edition set title = '' where rule_id = ?")
                        .param(rule.id())
                        .update())
                .hasMessageContaining("never changes");
    }

    @Test
    void aRepealedRuleStaysReadableAndSaysSo() throws Exception {
        Rule rule = result(rules.publishRule("test", organ.id(), FIRST));

        assertThat(result(rules.repeal(officer, rule.id(), rule.version())).inForce())
                .isFalse();
        assertThat(rules.inForce()).extracting(Rule::id).doesNotContain(rule.id());
        mvc.perform(get("/rules/" + rule.id()))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("起废止")));
        assertThat(reasons(rules.repeal(officer, rule.id(), rule.version() + 1)))
                .containsExactly("catalogue.rule.refused.notInForce");
    }

    @Test
    void aSecondEditorIsToldAndNothingIsOverwritten() {
        Rule rule = result(rules.create(officer, organ.id(), FIRST));
        Officer other = officers.in(organ.id(), Role.DISCLOSURE_OFFICE);
        rules.save(officer, rule.id(), rule.version(), new Rule.Text("甲", "<p>甲</p>"));

        CatalogueOutcome<Rule> late = rules.save(other, rule.id(), rule.version(), new Rule.Text("乙", "<p>乙</p>"));

        assertThat(late).isInstanceOf(CatalogueOutcome.Overtaken.class);
        assertThat(rules.find(rule.id()).orElseThrow().title()).isEqualTo("甲");
    }

    @Test
    void strangersChangeNothing() {
        Rule rule = result(rules.publishRule("test", organ.id(), FIRST));
        Officer stranger = officers.in(organs.root().id(), Role.DISCLOSURE_OFFICE);

        assertThat(reasons(rules.save(stranger, rule.id(), rule.version(), FIRST)))
                .containsExactly("catalogue.refused.notYours");
        assertThat(reasons(rules.repeal(stranger, rule.id(), rule.version())))
                .containsExactly("catalogue.refused.notYours");
        assertThat(reasons(rules.create(stranger, organ.id(), FIRST))).containsExactly("catalogue.refused.notYours");
        assertThat(reasons(rules.save(officer, -1, 1, FIRST))).containsExactly("catalogue.rule.refused.unknown");
    }

    @Test
    void scriptInARuleGoes() {
        Rule rule = result(rules.publishRule(
                "test",
                organ.id(),
                new Rule.Text("制度", "<p>正文<script>alert(1)</script></p><iframe src=//e.org></iframe>")));

        assertThat(rule.current()).isNotNull();
        assertThat(rule.current().text().bodyHtml()).isEqualTo("<p>正文</p>");
    }
}
