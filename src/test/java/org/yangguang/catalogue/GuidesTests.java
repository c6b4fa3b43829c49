package org.yangguang.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.yangguang.account.Officer;
import org.yangguang.account.Role;
import org.yangguang.organ.Contact;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.OrganRegister;
import org.yangguang.organ.Organs;
import org.yangguang.testing.Officers;
import org.yangguang.testing.YangguangTest;

@YangguangTest
class GuidesTests {

    static final GuideText COMPLETE = new GuideText(
            "测试局办公室",
            "<p>机构职能、政策文件、财政信息。</p>",
            "<p>按主题、体裁和组配分类编排。</p>",
            "<p>网站、档案馆查阅点。</p>",
            "<p>书面提出申请。</p>",
            "<p>向主管部门投诉、举报。</p>");

    @Autowired
    Guides guides;

    @Autowired
    Organs organs;

    @Autowired
    Officers officers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    Fixtures fixtures;

    @Autowired
    void fixtures(OrganRegister register) {
        fixtures = new Fixtures(register, organs, jdbc);
    }

    @Test
    void aCompleteGuideIsPublishedWithTheContactOfThatMoment() {
        OrganId organ = fixtures.department();
        Officer officer = officers.in(organ, Role.DISCLOSURE_OFFICE);

        GuideEdition edition = published(guides.publishGuide(officer, organ, COMPLETE));

        assertThat(edition.number()).isEqualTo(1);
        assertThat(edition.contact()).isEqualTo(Fixtures.CONTACT);
        assertThat(edition.publishedBy()).isEqualTo(officer.name());
        assertThat(guides.current(organ)).contains(edition);
        assertThat(guides.stale(edition)).isFalse();
    }

    @Test
    void everythingThatArticle12MissesIsToldAtOnce() {
        OrganId organ = fixtures.department(Contact.NONE);
        Officer officer = officers.in(organ, Role.DISCLOSURE_OFFICE);

        CatalogueOutcome<GuideEdition> outcome =
                guides.publishGuide(officer, organ, new GuideText(" ", "<p>&nbsp;</p>", "", "", "", ""));

        assertThat(reasons(outcome))
                .containsExactly(
                        "catalogue.guide.missing.officeName",
                        "catalogue.guide.missing.classification",
                        "catalogue.guide.missing.arrangement",
                        "catalogue.guide.missing.obtaining",
                        "catalogue.guide.missing.address",
                        "catalogue.guide.missing.officeHours",
                        "catalogue.guide.missing.phone",
                        "catalogue.guide.missing.fax",
                        "catalogue.guide.missing.email");
        assertThat(guides.current(organ)).isEmpty();
    }

    @Test
    void onlyTheDisclosureOfficeOfTheOrganOrOneAboveItMayPublish() {
        OrganId organ = fixtures.department();
        OrganId other = fixtures.department();

        assertThat(reasons(guides.publishGuide(officers.in(other, Role.DISCLOSURE_OFFICE), organ, COMPLETE)))
                .containsExactly("catalogue.refused.notYours");
        assertThat(reasons(guides.publishGuide(officers.in(organ, Role.HANDLER, Role.LEADER), organ, COMPLETE)))
                .containsExactly("catalogue.refused.notYours");
        assertThat(guides.publishGuide(officers.in(organ, Role.DISTRICT_OFFICE), organ, COMPLETE)
                        .done())
                .isTrue();
    }

    @Test
    void aProgramPublishesUnderItsOwnLabelAndTheAuditKnows() {
        OrganId organ = fixtures.department();

        GuideEdition edition = published(guides.publishGuide("demo:guides", organ, COMPLETE));

        assertThat(edition.publishedBy()).isEqualTo("demo:guides");
        assertThat(jdbc.sql("select count(*) from audit.entry where actor = 'demo:guides' and subject = ?")
                        .param("catalogue.guide:" + organ.value() + "/1")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void anEditionNeverChanges() {
        OrganId organ = fixtures.department();
        guides.publishGuide("test", organ, COMPLETE);

        assertThatThrownBy(() -> jdbc.sql("update catalogue.guide_edition set office_name = '' where organ_id = ?")
                        .param(organ.value())
                        .update())
                .hasMessageContaining("never changes");
        assertThatThrownBy(() -> jdbc.sql("delete from catalogue.guide_edition where organ_id = ?")
                        .param(organ.value())
                        .update())
                .hasMessageContaining("never changes");
    }

    @Test
    void aNewEditionSupersedesAndTheHistoryKeepsBoth() throws Exception {
        OrganId organ = fixtures.department();
        guides.publishGuide("test", organ, COMPLETE);
        guides.publishGuide("test", organ, changed("<p>新的获取方式。</p>"));

        assertThat(guides.history(organ)).extracting(GuideEdition::number).containsExactly(2, 1);
        String address = "/organs/" + organ.value() + "/guide";
        mvc.perform(get(address))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("新的获取方式")));
        mvc.perform(get(address + "/editions/1"))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("网站、档案馆查阅点")))
                .andExpect(content().string(Matchers.containsString("您正在查看旧版本")));
        mvc.perform(get(address + "/editions/3")).andExpect(status().isNotFound());
    }

    @Test
    void publishingTheSameTwiceMakesNoSecondEdition() {
        OrganId organ = fixtures.department();
        guides.publishGuide("test", organ, COMPLETE);

        assertThat(reasons(guides.publishGuide("test", organ, COMPLETE)))
                .containsExactly("catalogue.guide.refused.same");
        assertThat(guides.history(organ)).hasSize(1);
    }

    @RepeatedTest(5)
    void publishersAtOnceGetEditionsOneAfterTheOther() throws Exception {
        OrganId organ = fixtures.department();
        var pool = Executors.newFixedThreadPool(8);
        try {
            for (var each : pool.invokeAll(IntStream.range(0, 8)
                    .<Callable<CatalogueOutcome<GuideEdition>>>mapToObj(
                            n -> () -> guides.publishGuide("test", organ, changed("<p>第" + n + "稿</p>")))
                    .toList())) {
                assertThat(each.get()).isInstanceOf(CatalogueOutcome.Done.class);
            }
        } finally {
            pool.shutdown();
        }

        assertThat(guides.history(organ)).extracting(GuideEdition::number).containsExactly(8, 7, 6, 5, 4, 3, 2, 1);
    }

    @Test
    void aGuideOlderThanTheLastChangeOfContactIsFlagged() throws Exception {
        OrganId organ = fixtures.department();
        guides.publishGuide("test", organ, COMPLETE);

        fixtures.moves(organ, "新址2号");

        GuideEdition edition = guides.current(organ).orElseThrow();
        assertThat(guides.stale(edition)).isTrue();
        assertThat(edition.contact().address()).isEqualTo("测试路1号");
        assertThat(guides.standings().stream()
                        .filter(each -> each.organ().id().equals(organ))
                        .map(Guides.Standing::stale))
                .containsExactly(true);
        mvc.perform(get("/organs/" + organ.value() + "/guide"))
                .andExpect(content().string(Matchers.containsString("联系方式有变动")));

        GuideEdition renewed = published(guides.publishGuide("test", organ, COMPLETE));
        assertThat(renewed.contact().address()).isEqualTo("新址2号");
        assertThat(guides.stale(renewed)).isFalse();
    }

    @Test
    void aDraftIsKeptAndASecondEditorIsToldWithoutLosingEitherText() {
        OrganId organ = fixtures.department();
        Officer first = officers.in(organ, Role.DISCLOSURE_OFFICE);
        Officer second = officers.in(organ, Role.DISCLOSURE_OFFICE);
        assertThat(guides.save(first, organ, 0, changed("<p>甲写的。</p>")).done()).isTrue();

        CatalogueOutcome<GuideDraft> late = guides.save(second, organ, 0, changed("<p>乙写的。</p>"));

        assertThat(late).isInstanceOf(CatalogueOutcome.Overtaken.class);
        CatalogueOutcome.Overtaken<GuideDraft> overtaken = (CatalogueOutcome.Overtaken<GuideDraft>) late;
        assertThat(overtaken.by()).isEqualTo(first.name());
        assertThat(overtaken.now().text().obtaining()).isEqualTo("<p>甲写的。</p>");
        assertThat(guides.save(second, organ, overtaken.now().version(), changed("<p>合并的。</p>"))
                        .done())
                .isTrue();
    }

    @Test
    void whatWasPastedIntoASectionIsMadeSafe() throws Exception {
        OrganId organ = fixtures.department();
        guides.publishGuide(
                "test",
                organ,
                changed("<p onclick=x>到窗口领取。<script>alert(1)</script><img src=https://e.org/p.gif></p>"));

        assertThat(guides.current(organ).orElseThrow().text().obtaining()).isEqualTo("<p>到窗口领取。</p>");
    }

    @Test
    void plainLinesBecomeParagraphs() {
        OrganId organ = fixtures.department();
        guides.publishGuide("test", organ, changed("第一条 <网站>\n\n第二条 查阅点"));

        assertThat(guides.current(organ).orElseThrow().text().obtaining())
                .isEqualTo("<p>第一条 &lt;网站&gt;</p><p>第二条 查阅点</p>");
    }

    @Test
    void aTitleOfAHundredThousandCharactersIsRefusedWithItsLength() {
        OrganId organ = fixtures.department();
        GuideText huge = new GuideText("长".repeat(100_000), "<p>a</p>", "<p>a</p>", "<p>a</p>", "", "");

        assertThat(reasons(guides.publishGuide("test", organ, huge))).containsExactly("catalogue.refused.long");
    }

    @Test
    void theListOfGuidesNamesEveryOpenOrgan() throws Exception {
        OrganId with = fixtures.department();
        OrganId without = fixtures.department();
        guides.publishGuide("test", with, COMPLETE);

        mvc.perform(get("/guides"))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("/organs/" + with.value() + "/guide")))
                .andExpect(content().string(Matchers.containsString("目录测试局" + fixtures.code(without))));
        mvc.perform(get("/guides?lang=en")).andExpect(content().string(Matchers.containsString("not published yet")));
        mvc.perform(get("/organs/" + without.value() + "/guide"))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("尚未公布")));
        mvc.perform(get("/organs/999999999/guide")).andExpect(status().isNotFound());
    }

    @Test
    void noGuideIsPublishedForAnUnknownOrgan() {
        assertThat(reasons(guides.publishGuide("test", new OrganId(-5), COMPLETE)))
                .containsExactly("catalogue.refused.noOrgan");
    }

    private static GuideText changed(String obtaining) {
        return new GuideText(
                COMPLETE.officeName(), COMPLETE.classification(), COMPLETE.arrangement(), obtaining, "", "");
    }

    private static GuideEdition published(CatalogueOutcome<GuideEdition> outcome) {
        assertThat(outcome).isInstanceOf(CatalogueOutcome.Done.class);
        return ((CatalogueOutcome.Done<GuideEdition>) outcome).result();
    }

    static List<String> reasons(CatalogueOutcome<?> outcome) {
        assertThat(outcome).isInstanceOf(CatalogueOutcome.Refused.class);
        return ((CatalogueOutcome.Refused<?>) outcome)
                .reasons().stream().map(Reason::key).toList();
    }
}
