package org.yangguang.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.yangguang.disclosure.internal.EditionTable;
import org.yangguang.testing.Officers;
import org.yangguang.testing.YangguangTest;

@YangguangTest
class ChecksTests {

    private static final String BODY =
            "<p>低保对象王某，身份证号<b>320102</b>199001011232，残废人补贴已发放。</p><table><tr><td>13812345678</td></tr></table>";

    @Autowired
    ApplicationContext context;

    @Autowired
    Checks checks;

    @Autowired
    EditionTable editions;

    @Autowired
    MockMvc mvc;

    private Outcome.Done draft(Office office, String body) {
        return office.draft(DraftContents.said(office.content("低保发放情况"), "低保发放情况", "发放情况。", body));
    }

    private List<Finding> findings(Outcome.Done draft) {
        return checks.of(editions.find(draft.edition()).orElseThrow());
    }

    private Finding finding(Outcome.Done draft, Finding.Kind kind) {
        return findings(draft).stream()
                .filter(each -> each.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void personalDataKeepsADraftFromBeingSubmittedAndEveryFindingIsTold() {
        Office office = Office.open(context);
        Outcome.Done draft = draft(office, BODY);
        assertThat(office.refused(office.handler(), draft, new Move.Submit("建议公开。")))
                .contains(
                        "disclosure.invalid.finding.CITIZEN_ID",
                        "disclosure.invalid.finding.MOBILE",
                        "disclosure.invalid.finding.WORD");
    }

    @Test
    void aNumberIsMaskedInOneStepAlthoughPartOfItIsBold() {
        Office office = Office.open(context);
        Outcome.Done draft = draft(office, BODY);
        Finding number = finding(draft, Finding.Kind.CITIZEN_ID);
        Outcome.Done masked =
                (Outcome.Done) checks.replace(office.handler(), draft.edition(), draft.version(), number.fingerprint());
        String body = editions.find(draft.edition()).orElseThrow().content().bodyHtml();
        assertThat(body)
                .contains("320***")
                .contains("********1232")
                .doesNotContain("19900101")
                .contains("<b>");
        assertThat(masked.version()).isEqualTo(draft.version() + 1);
        assertThat(findings(masked)).extracting(Finding::kind).doesNotContain(Finding.Kind.CITIZEN_ID);
    }

    @Test
    void aWrongWordIsCorrectedInOneStep() {
        Office office = Office.open(context);
        Outcome.Done draft = draft(office, BODY);
        Finding word = finding(draft, Finding.Kind.WORD);
        checks.replace(office.handler(), draft.edition(), draft.version(), word.fingerprint());
        assertThat(editions.find(draft.edition()).orElseThrow().content().bodyHtml())
                .contains("残疾人补贴")
                .doesNotContain("残废人");
    }

    @Test
    void whoLetsAFindingStaySaysWhyAndReviewersSeeIt() throws Exception {
        Office office = Office.open(context);
        Outcome.Done draft = draft(office, "<p>投诉请致电13812345678。</p>");
        Finding number = finding(draft, Finding.Kind.MOBILE);
        assertThat(checks.override(office.handler(), draft.edition(), number.fingerprint(), " ")
                        .done())
                .isFalse();
        assertThat(checks.override(office.secrecyOfficer(), draft.edition(), number.fingerprint(), "这是值班电话")
                        .done())
                .isFalse();
        assertThat(checks.override(office.handler(), draft.edition(), number.fingerprint(), "这是对外公布的值班手机")
                        .done())
                .isTrue();
        Outcome.Done submitted = office.done(office.handler(), draft, new Move.Submit("属于主动公开范围。"));
        mvc.perform(get("/console/editions/" + submitted.edition().value()).with(Officers.as(office.secrecyOfficer())))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("这是对外公布的值班手机")))
                .andExpect(content().string(containsString("<mark class=\"finding\" id=\"f-" + number.fingerprint())));
    }

    @Test
    void theDraftPageShowsWhatWasFoundAndNeverTheNumberBesideIt() throws Exception {
        Office office = Office.open(context);
        Outcome.Done draft = draft(office, BODY);
        String address = "/console/drafts/" + draft.edition().value();
        Finding number = finding(draft, Finding.Kind.MOBILE);
        mvc.perform(get(address).with(Officers.as(office.handler())))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("138****5678")))
                .andExpect(content().string(containsString("公开前检查")));
        mvc.perform(post(address + "/findings/" + number.fingerprint())
                        .with(Officers.as(office.handler()))
                        .with(csrf())
                        .param("then", "replace")
                        .param("version", String.valueOf(draft.version())))
                .andExpect(status().is3xxRedirection());
        mvc.perform(get(address).with(Officers.as(office.handler())))
                .andExpect(content().string(not(containsString("13812345678"))));
    }

    @Test
    void aStrangerMayNeitherSeeNorSettleFindings() throws Exception {
        Office office = Office.open(context);
        Outcome.Done draft = draft(office, BODY);
        mvc.perform(post("/console/drafts/" + draft.edition().value() + "/findings/"
                                + finding(draft, Finding.Kind.MOBILE).fingerprint())
                        .with(Officers.as(Office.open(context).handler()))
                        .with(csrf())
                        .param("then", "override")
                        .param("reason", "没有关系的人"))
                .andExpect(status().isNotFound());
    }

    @Test
    void textWithoutFlawsHasNoFindings() {
        Office office = Office.open(context);
        assertThat(findings(office.draft(office.content("平常的通知")))).isEmpty();
    }
}
