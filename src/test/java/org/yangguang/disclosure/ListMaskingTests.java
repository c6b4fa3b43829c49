package org.yangguang.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.yangguang.disclosure.ListMasking.Decision;
import org.yangguang.disclosure.ListMasking.Listed;
import org.yangguang.disclosure.internal.EditionTable;
import org.yangguang.file.ColumnMask;
import org.yangguang.file.FileTables;
import org.yangguang.file.OfficeFiles;
import org.yangguang.testing.Await;
import org.yangguang.testing.Officers;
import org.yangguang.testing.YangguangTest;

/** Lists of people in a draft and its attachments are masked in one act, seen before it is done. */
@YangguangTest
class ListMaskingTests {

    private static final String ID = "320311195603125420";
    private static final String BODY =
            "<p>名单如下：</p><table><tr><th>姓名</th><th>身份证号</th><th>金额</th></tr><tr><td>王小明</td><td>"
                    + "<b>320311</b>195603125420</td><td>560</td></tr></table>";

    @Autowired
    ApplicationContext context;

    @Autowired
    ListMasking masking;

    @Autowired
    Checks checks;

    @Autowired
    EditionTable editions;

    @Autowired
    FileTables tables;

    @Autowired
    MockMvc mvc;

    private Office office;
    private Outcome.Done draft;

    @BeforeEach
    void aDraftWithLists() throws Exception {
        office = Office.open(context);
        draft = office.draft(DraftContents.said(office.content("低保名单"), "低保名单", "名单。", BODY));
        attach("名单.xlsx", OfficeFiles.sheet(new String[] {"姓名", "身份证号", "手机号码"}, new String[] {"李丽", ID, "13812345678"
        }));
        attach("名单.csv", ("姓名,身份证号\n赵云," + ID + "\n").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void allListsOfADraftAreLookedAtAndMaskedInOneAct() throws Exception {
        assertThat(findings()).contains(Finding.Kind.CITIZEN_ID, Finding.Kind.MOBILE);
        mvc.perform(get(address()).with(Officers.as(office.handler())))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("名单.xlsx · 补贴名单")))
                .andExpect(content().string(containsString("320***********5420")))
                .andExpect(content().string(containsString("138****5678")));
        mvc.perform(form("preview").param("mask-bodyHtml-0-0", "NAME"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("王**")));
        assertThat(edition().content().bodyHtml()).contains("王小明");

        mvc.perform(form("apply").param("mask-bodyHtml-0-0", "NAME")).andExpect(status().is3xxRedirection());

        assertThat(edition().content().bodyHtml())
                .contains("王**")
                .contains("320***********5420")
                .contains("560")
                .doesNotContain("王小明", "19560312");
        assertThat(edition().attachments()).allSatisfy(each -> assertThat(
                        tables.in(each.publicCopy()).get(0).rows().get(0))
                .contains("320***********5420")
                .doesNotContain(ID, "13812345678"));
        assertThat(findings()).doesNotContain(Finding.Kind.CITIZEN_ID, Finding.Kind.MOBILE);
        assertThat(edition().attachments())
                .noneSatisfy(each -> assertThat(each.original()).isEqualTo(each.publicCopy()));
        Outcome.Done submitted = office.done(
                office.handler(),
                new Outcome.Done(
                        draft.item(),
                        draft.edition(),
                        EditionState.DRAFT,
                        edition().version()),
                new Move.Submit("已按列遮盖。"));
        mvc.perform(get("/console/editions/" + submitted.edition().value()).with(Officers.as(office.secrecyOfficer())))
                .andExpect(content().string(containsString("身份证号〔证件号：留前3后4〕")))
                .andExpect(content().string(not(containsString(ID))));
    }

    @Test
    void whatAnOrganDecidedForAHeadingIsProposedForItsNextList() {
        masking.mask(office.handler(), draft.edition(), draft.version(), decided(ColumnMask.NAME));
        Outcome.Done next = office.draft(DraftContents.said(office.content("下月名单"), "下月名单", "名单。", BODY));
        assertThat(masking.in(editions.find(next.edition()).orElseThrow())
                        .get(0)
                        .masks())
                .containsExactly(ColumnMask.NAME, ColumnMask.CITIZEN_ID, ColumnMask.KEEP);
    }

    @Test
    void nothingIsMaskedWhenTheDraftWasChangedMeanwhileOrByAStranger() {
        Outcome stale = masking.mask(office.handler(), draft.edition(), draft.version() + 7, decided(ColumnMask.NAME));
        assertThat(((Outcome.Refused) stale).reasons())
                .extracting(Reason::key)
                .containsExactly("disclosure.masking.refused.changed");
        Outcome strange = masking.mask(
                Office.open(context).handler(), draft.edition(), draft.version(), decided(ColumnMask.NAME));
        assertThat(((Outcome.Refused) strange).reasons())
                .extracting(Reason::key)
                .containsExactly("disclosure.refused.draftRole");
        Outcome nothing = masking.mask(office.handler(), draft.edition(), draft.version(), List.of());
        assertThat(((Outcome.Refused) nothing).reasons())
                .extracting(Reason::key)
                .containsExactly("disclosure.masking.refused.nothing");
        assertThat(edition().content().bodyHtml()).contains("王小明");
    }

    private List<Decision> decided(ColumnMask name) {
        Listed list = masking.in(edition()).get(0);
        return List.of(new Decision(
                list.source(),
                list.number(),
                list.seen(),
                Map.of(0, name, 1, ColumnMask.CITIZEN_ID, 2, ColumnMask.KEEP)));
    }

    private MockHttpServletRequestBuilder form(String then) {
        MockHttpServletRequestBuilder form = post(address())
                .with(Officers.as(office.handler()))
                .with(csrf())
                .param("then", then)
                .param("version", String.valueOf(edition().version()));
        for (Listed each : masking.in(edition())) {
            String key = each.source() + "-" + each.number();
            form.param("seen-" + key, each.seen());
            for (int i = 0; i < each.masks().size(); i++) {
                if (!(key + "-" + i).equals("bodyHtml-0-0")) {
                    form.param("mask-" + key + "-" + i, each.masks().get(i).name());
                }
            }
        }
        return form;
    }

    private List<Finding.Kind> findings() {
        return checks.of(edition()).stream().map(Finding::kind).toList();
    }

    private Edition edition() {
        return editions.find(draft.edition()).orElseThrow();
    }

    private String address() {
        return "/console/drafts/" + draft.edition().value() + "/masking";
    }

    private void attach(String name, byte[] content) throws Exception {
        mvc.perform(multipart("/console/drafts/" + draft.edition().value() + "/attachments")
                        .file(new MockMultipartFile("files", name, "application/octet-stream", content))
                        .with(Officers.as(office.handler()))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        Await.until(() -> edition().attachments().stream().allMatch(each -> each.publicCopy() != null));
    }
}
