package org.yangguang.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.yangguang.account.Role;
import org.yangguang.disclosure.Contents;
import org.yangguang.disclosure.DraftContents;
import org.yangguang.disclosure.ItemId;
import org.yangguang.disclosure.Office;
import org.yangguang.disclosure.Outcome.Done;
import org.yangguang.disclosure.TestDistrict;
import org.yangguang.disclosure.Validity;
import org.yangguang.engagement.internal.InterpretationTable;
import org.yangguang.testing.Await;
import org.yangguang.testing.YangguangTest;

@YangguangTest
class InterpretationsTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvc mvc;

    @Autowired
    Interpretations interpretations;

    @Autowired
    InterpretationTable table;

    @Autowired
    Experts experts;

    private final String mark = TestDistrict.unique();

    @Test
    void aNormativeDocumentRaisesATaskThatItsInterpretationEnds() throws Exception {
        Office office = Office.open(context);
        LocalDate today = context.getBean(LetterClock.class).today();
        Done document = office.approved(DraftContents.normative(
                office.content("公共停车管理办法" + mark), today, today, null, null, Validity.EFFECTIVE));
        Await.until(() -> interpretations.tasks(Set.of(office.organ)).size() == 1);
        assertThat(interpretations.tasks(Set.of(office.organ)).values())
                .allSatisfy(due -> assertThat(due).isAfterOrEqualTo(today));

        Outcome<Long> begun = interpretations.begin(office.handler(), document.item(), Interpretation.Form.QUESTIONS);
        assertThat(begun.done()).isTrue();
        Done interpretation = office.approved(office.content("停车管理办法问答" + mark));
        assertThat(interpretations
                        .link(office.handler(), interpretation.item(), document.item(), Interpretation.Form.TEXT, "")
                        .done())
                .isTrue();

        assertThat(interpretations.tasks(Set.of(office.organ))).isEmpty();
        mvc.perform(get("/items/" + document.item().value()))
                .andExpect(content().string(containsString("停车管理办法问答" + mark)));
        mvc.perform(get("/items/" + interpretation.item().value()))
                .andExpect(content()
                        .string(containsString("/items/" + document.item().value() + "\"")));
        mvc.perform(get("/interpretations")).andExpect(content().string(containsString("停车管理办法问答" + mark)));
    }

    @Test
    void nobodyLearnsOfAnInterpretationThatIsNotPublic() throws Exception {
        Office office = Office.open(context);
        Done document = office.approved(office.content("公开的文件" + mark));
        Done secret = office.approved(Contents.in(office.column().id())
                .titled("内部解读" + mark)
                .internal()
                .content());
        table.insert(
                new Interpretation(
                        secret.item(),
                        document.item(),
                        office.organ,
                        Interpretation.Form.TEXT,
                        "",
                        null,
                        LocalDate.now()),
                "test",
                java.time.Instant.now());
        mvc.perform(get("/items/" + document.item().value()))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("内部解读" + mark))));
        mvc.perform(get("/interpretations")).andExpect(content().string(not(containsString("内部解读" + mark))));
    }

    @Test
    void aLinkNeedsTwoPublicItemsAndAnOfficerOfTheFirst() {
        Office office = Office.open(context);
        Done document = office.approved(office.content("文件" + mark));
        assertThat(Mailbox.keys(interpretations.link(
                        office.handler(), new ItemId(0), document.item(), Interpretation.Form.VIDEO, "javascript:x")))
                .containsExactly(
                        "engagement.interpretation.refused.item", "engagement.interpretation.refused.recording");
        assertThat(Mailbox.keys(interpretations.link(
                        Office.open(context).handler(),
                        document.item(),
                        document.item(),
                        Interpretation.Form.TEXT,
                        "")))
                .containsExactly("engagement.affair.refused.role", "engagement.interpretation.refused.itself");
    }

    @Test
    void expertsServeForATermAndAreShownByDepartment() throws Exception {
        Office office = Office.open(context);
        LocalDate today = context.getBean(LetterClock.class).today();
        Expert expert = experts.appoint(
                        office.disclosureOffice(),
                        office.organ,
                        "解读员" + mark,
                        "副局长",
                        List.of(ExpertField.SOCIETY),
                        today.minusDays(1),
                        today.plusYears(2))
                .value();
        mvc.perform(get("/experts")).andExpect(content().string(containsString("解读员" + mark)));
        assertThat(Mailbox.keys(experts.appoint(
                        office.officer(Role.HANDLER), office.organ, "", "", List.of(), today, today.minusDays(1))))
                .containsExactly(
                        "engagement.affair.refused.role",
                        "engagement.expert.refused.name",
                        "engagement.expert.refused.fields",
                        "engagement.expert.refused.term");
        experts.end(office.disclosureOffice(), expert.id(), today.minusDays(1)).value();
        mvc.perform(get("/experts")).andExpect(content().string(not(containsString("解读员" + mark))));
    }
}
