package org.yangguang.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yangguang.catalogue.ColumnId;
import org.yangguang.disclosure.internal.ContentRules;
import org.yangguang.disclosure.internal.EditionTable;
import org.yangguang.testing.YangguangTest;

@YangguangTest
class ContentRulesTests {

    private static final LocalDate YEAR_2015 = LocalDate.of(2015, 1, 1);
    private static final LocalDate YEAR_2016 = LocalDate.of(2016, 3, 1);
    private static final LocalDate YEAR_2017 = LocalDate.of(2017, 1, 1);

    @Autowired
    ApplicationContext context;

    @Autowired
    EditionTable editions;

    @Autowired
    ContentRules rules;

    @Autowired
    JdbcClient jdbc;

    @Test
    void everythingThatIsMissingIsToldAtOnce() {
        Office office = Office.open(context);
        Outcome.Done draft = office.draft(EditionContents.BLANK);
        assertThat(office.refused(office.handler(), draft, new Move.Submit("")))
                .containsExactlyInAnyOrder(
                        "disclosure.refused.words.SUBMIT",
                        "disclosure.invalid.titleMissing",
                        "disclosure.invalid.bodyMissing",
                        "disclosure.invalid.columnMissing",
                        "disclosure.invalid.formedMissing");
    }

    @Test
    void aTitleOfAHundredThousandCharactersIsKeptInTheDraftAndRefusedPolitely() {
        Office office = Office.open(context);
        Outcome.Done draft = office.draft(office.content("长".repeat(100_000)));
        assertThat(editions.find(draft.edition()).orElseThrow().content().title())
                .hasSize(100_000);
        assertThat(office.refused(office.handler(), draft, new Move.Submit("建议公开")))
                .containsExactly("disclosure.invalid.tooLong.title", "disclosure.invalid.tooLong.summary");
    }

    @Test
    void datesThatCannotBeAreRefused() {
        Office office = Office.open(context);
        EditionContent content = office.content("日期");
        assertThat(refusals(office, DraftContents.formed(content, LocalDate.of(2999, 1, 1))))
                .containsExactly("disclosure.invalid.formedInFuture");
        assertThat(refusals(office, DraftContents.formed(content, LocalDate.of(1800, 1, 1))))
                .containsExactly("disclosure.invalid.formedTooEarly");
        assertThat(refusals(office, DraftContents.normative(content, null, null, null, null, null)))
                .containsExactly(
                        "disclosure.invalid.missing.issuedOn",
                        "disclosure.invalid.missing.effectiveOn",
                        "disclosure.invalid.missing.validity");
        assertThat(refusals(
                        office, DraftContents.normative(content, YEAR_2016, YEAR_2015, null, null, Validity.EFFECTIVE)))
                .containsExactly("disclosure.invalid.effectiveBeforeIssued");
        assertThat(refusals(
                        office,
                        DraftContents.normative(content, YEAR_2016, YEAR_2017, YEAR_2016, YEAR_2015, Validity.EXPIRED)))
                .containsExactly(
                        "disclosure.invalid.expiresBeforeEffective", "disclosure.invalid.repealedBeforeIssued");
        assertThat(refusals(
                        office,
                        DraftContents.normative(content, YEAR_2016, YEAR_2016, YEAR_2017, null, Validity.EFFECTIVE)))
                .containsExactly("disclosure.invalid.expired");
        assertThat(refusals(
                        office, DraftContents.normative(content, YEAR_2016, YEAR_2016, null, null, Validity.REPEALED)))
                .containsExactly("disclosure.invalid.repealedOnMissing");
        assertThat(refusals(office, DraftContents.publishedAt(content, Instant.parse("2016-01-01T00:00:00Z"))))
                .containsExactly("disclosure.invalid.publishAtPast");
    }

    @Test
    void anAttributeOtherThanProactiveNeedsABasisThatCarriesItAndWithheldADateToEvaluateItAgain() {
        Office office = Office.open(context);
        EditionContent content = office.content("属性");
        assertThat(refusals(office, DraftContents.withheld(content, "", null)))
                .containsExactly("disclosure.invalid.legalBasis", "disclosure.invalid.reviewAgainMissing");
        assertThat(refusals(
                        office, DraftContents.withheld(content, "ARTICLE_27_ON_APPLICATION", LocalDate.of(2031, 1, 1))))
                .containsExactly("disclosure.invalid.legalBasis");
        assertThat(refusals(office, DraftContents.withheld(content, "ARTICLE_14_STATE_SECRET", YEAR_2016)))
                .containsExactly("disclosure.invalid.reviewAgainPast");
        assertThat(refusals(
                        office,
                        DraftContents.attributed(
                                content, DisclosureAttribute.ON_REQUEST, "ARTICLE_27_ON_APPLICATION", null)))
                .isEmpty();
    }

    @Test
    void columnAudienceAndOrganMustStand() {
        Office office = Office.open(context);
        EditionContent content = office.content("归属");
        assertThat(refusals(office, DraftContents.placed(content, new ColumnId(999_999), AudienceScope.LIMITED, null)))
                .containsExactly("disclosure.invalid.columnGone", "disclosure.invalid.audienceMissing");
        assertThat(refusals(office, DraftContents.placed(content, content.column(), AudienceScope.LIMITED, 999_999L)))
                .containsExactly("disclosure.invalid.audienceMissing");
    }

    @Test
    void aDocumentNumberThatTheOrganHasUsedIsAWarning() {
        Office office = Office.open(context);
        office.approved(DraftContents.numbered(office.content("先用文号"), "试发〔2016〕1号"));
        Outcome.Done second = office.draft(DraftContents.numbered(office.content("后用文号"), "试发〔2016〕1号"));
        assertThat(rules.warnings(editions.find(second.edition()).orElseThrow()))
                .extracting(Reason::key)
                .containsExactly("disclosure.warning.documentNumber");
        assertThat(office.done(office.handler(), second, new Move.Submit("建议公开"))
                        .state())
                .isEqualTo(EditionState.SECRECY_REVIEW);
    }

    @Test
    void rareCharactersAndEmojiStayAndControlCharactersGo() {
        Office office = Office.open(context);
        Outcome.Done draft = office.draft(DraftContents.said(
                office.content(""),
                "𠮷㐂\u0000镇👩‍👩‍👧\uD842年度\u202E报告",
                "概述\u0007",
                "<p>𠮷㐂😀\u0000</p><script>alert(1)</script>"));
        EditionContent kept = editions.find(draft.edition()).orElseThrow().content();
        assertThat(kept.title()).isEqualTo("𠮷㐂镇👩‍👩‍👧年度报告");
        assertThat(kept.summary()).isEqualTo("概述");
        assertThat(org.yangguang.site.SafeHtml.plainText(kept.bodyHtml())).isEqualTo("𠮷㐂😀");
        assertThat(kept.bodyHtml()).doesNotContain("script");
    }

    private List<String> refusals(Office office, EditionContent content) {
        Outcome.Done draft = office.draft(content);
        Outcome outcome = context.getBean(Review.class)
                .act(office.handler(), draft.edition(), draft.version(), new Move.Submit("建议公开"));
        return outcome instanceof Outcome.Refused refused
                ? refused.reasons().stream().map(Reason::key).toList()
                : List.of();
    }
}
