package org.yangguang.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.yangguang.account.Officer;
import org.yangguang.account.Role;
import org.yangguang.calendar.Regime;
import org.yangguang.testing.YangguangTest;

/** Letters: every statutory kind of both regimes, as PDF and Word, with what the law wants in them. */
@YangguangTest
class LettersTests {

    private static final LocalDate UNDER_2007 = LocalDate.of(2016, 3, 1);
    private static final LocalDate UNDER_2019 = LocalDate.of(2025, 3, 3);
    private static Desk shared;

    @Autowired
    ApplicationContext context;

    @Autowired
    Requests requests;

    @Autowired
    Letters letters;

    @Autowired
    Tracking tracking;

    private Desk desk;

    @BeforeEach
    void open() {
        if (shared == null) {
            shared = Desk.open(context);
        }
        desk = shared;
    }

    @Test
    void everyKindOfReplyOfBothRegimesBecomesALetterWithArticleReasonAndRemedy() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (LocalDate received : List.of(UNDER_2007, UNDER_2019)) {
            Regime regime = Regime.on(received);
            for (ReplyKind kind : ReplyKind.replies(regime)) {
                Letter letter = issued(replied(received, kind), LetterKind.REPLY);
                String text = String.join("\n", letter.paragraphs());
                if (!text.contains("如不服")
                        || !text.contains("条")
                                && kind.article(regime).orElseThrow().number() > 0) {
                    wrong.add(regime + " " + kind + ": " + text);
                }
                if (kind.needsReason() && !text.contains("理由甲")) {
                    wrong.add(regime + " " + kind + " lacks its reason: " + text);
                }
                if (text.contains("{") || text.contains("null")) {
                    wrong.add(regime + " " + kind + " has an open place: " + text);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void theLettersOfAWholeCaseAreMadeIssuedOnceAndNumberedWithoutGaps() throws Exception {
        Case known = desk.inHand(requests.today());
        LocalDate today = requests.today();
        known = desk.done(desk.handler(), known, Act.of(today, new Step.AskCorrection(today.plusDays(20)), "请写明年份和地点"));
        known = desk.done(desk.handler(), known, Act.of(today, new Step.Correct(), "2024年示例片区"));
        known = desk.done(
                desk.handler(),
                known,
                new Act(
                        today,
                        new Step.AskAssistance(today.plusDays(5)),
                        new Texts("请查找2024年示例片区的征收决定", "区示例档案馆", null, List.of())));
        known = desk.done(
                desk.handler(),
                known,
                Act.consult(today, ConsultationKind.THIRD_PARTY, "示例置业有限公司，示例路1号", "是否同意公开合同单价"));
        known = desk.done(desk.handler(), known, Act.consult(today, ConsultationKind.JOINT_ORGAN, "区示例局", "是否同意公开"));
        known = desk.done(desk.handler(), known, Act.of(today, new Step.ProposeExtension(), "需要查阅大量档案"));
        known = desk.done(desk.officer(Role.LEADER), known, Act.of(today, new Step.ApproveExtension(), "同意"));
        known = desk.done(desk.handler(), known, Act.of(today, new Step.NotifyExtension(ServiceMethod.POST)));

        List<String> numbers = new ArrayList<>();
        for (Letters.Slot slot : letters.of(known)) {
            assertThat(slot.issued()).isNull();
            Letters.Result made = letters.issue(desk.handler(), known, slot.kind(), slot.event());
            assertThat(made).as(slot.kind().name()).isInstanceOf(Letters.Result.Made.class);
            Letter letter = ((Letters.Result.Made) made).letter();
            assertThat(letters.issue(desk.handler(), known, slot.kind(), slot.event()))
                    .as("a second click")
                    .isEqualTo(made);
            numbers.add(letter.documentNumber());
            look(letter, slot.kind() + "-" + slot.event());
        }
        assertThat(letters.of(known))
                .extracting(Letters.Slot::kind)
                .contains(
                        LetterKind.REGISTRATION,
                        LetterKind.CORRECTION,
                        LetterKind.ASSISTANCE,
                        LetterKind.THIRD_PARTY_CONSULTATION,
                        LetterKind.OPINION_CONFIRMATION,
                        LetterKind.CONSULTATION_NOTICE,
                        LetterKind.JOINT_ORGAN_CONSULTATION,
                        LetterKind.EXTENSION);
        assertThat(numbers).doesNotHaveDuplicates();
        assertThat(numbers.get(0)).matches(".+公开〔\\d{4}〕\\d+号");
    }

    @Test
    void wordAndPdfSayTheSame() throws Exception {
        Letter letter = issued(replied(UNDER_2019, ReplyKind.PRIVACY), LetterKind.REPLY);
        try (var pdf = Loader.loadPDF(letters.pdf(letter));
                var word = new XWPFDocument(new ByteArrayInputStream(letters.word(letter)));
                var extractor = new XWPFWordExtractor(word)) {
            // The font names some characters by their radicals, which are the same sign.
            String inPdf = Normalizer.normalize(new PDFTextStripper().getText(pdf), Normalizer.Form.NFKC)
                    .replaceAll("\\s", "");
            String inWord = extractor.getText().replaceAll("\\s", "");
            for (String part :
                    List.of(letter.title(), letter.documentNumber(), letter.organ(), letter.addressee() + "：")) {
                assertThat(inPdf)
                        .contains(
                                Normalizer.normalize(part, Normalizer.Form.NFKC).replaceAll("\\s", ""));
                assertThat(inWord).contains(part.replaceAll("\\s", ""));
            }
            letter.paragraphs().forEach(each -> assertThat(inWord).contains(each.replaceAll("\\s", "")));
        }
        look(letter, "REPLY-privacy");
    }

    @Test
    void aLetterThatCitesNoArticleOrAWrongOneIsRefusedWithEveryReason() {
        assertThat(refused(replied(UNDER_2019, ReplyKind.PRIVACY, "第九十九条")))
                .containsExactlyInAnyOrder("request.refused.articleUnknown", "request.refused.articleMissing");
        assertThat(refused(replied(UNDER_2019, ReplyKind.OTHER_LAW, "第十四条")))
                .containsExactly("request.refused.articleOtherLaw");
        assertThat(refused(replied(UNDER_2007, ReplyKind.TRADE_SECRET, "第四十条")))
                .contains("request.refused.articleUnknown");
    }

    @Test
    void aReplyUnderReviewIsShownToItsReviewersAndNotIssued() {
        Case known = desk.inHand(UNDER_2019);
        Case submitted = desk.done(desk.handler(), known, Act.reply(UNDER_2019.plusDays(1), Desk.granted()));
        Letters.Slot slot = slot(submitted, LetterKind.REPLY);

        assertThat(letters.show(submitted, LetterKind.REPLY, slot.event())).isInstanceOf(Letters.Result.Made.class);
        assertThat(letters.issue(desk.handler(), submitted, LetterKind.REPLY, slot.event()))
                .isEqualTo(new Letters.Result.Refused(List.of(Reason.of("request.refused.letterNotReady"))));
    }

    @Test
    void nobodyOfAnotherOrganIssuesALetter() {
        Case known = desk.inHand(UNDER_2019);
        Officer stranger = Desk.open(context).handler();
        assertThat(letters.issue(stranger, known, LetterKind.REGISTRATION, 1))
                .isEqualTo(new Letters.Result.Refused(List.of(Reason.of("request.refused.letterRole"))));
    }

    @Test
    void theThirdPartyAnswersWithTheCodeOnItsLetterAndNeverSeesTheApplicant() {
        LocalDate today = requests.today();
        Case known = desk.inHand(today);
        known = desk.done(
                desk.handler(),
                known,
                Act.consult(today, ConsultationKind.THIRD_PARTY, "示例（徐州）置业有限公司（示例路 18 号）", "是否同意公开"));
        Letter letter = issued(known, LetterKind.THIRD_PARTY_CONSULTATION);
        assertThat(letter.addressee()).isEqualTo("示例（徐州）置业有限公司");
        String applicant = requests.applicant(known.id()).orElseThrow().name();
        String text = String.join("\n", letter.paragraphs());
        assertThat(text).doesNotContain(applicant);
        String code = letter.reply().substring(letter.reply().indexOf('#') + 1);
        assertThat(text).contains(code);

        Tracking.Asked asked = tracking.asked(known.number(), code).orElseThrow();
        Outcome silent = tracking.answer(asked, Act.of(today, new Step.RecordOpinion(1, Opinion.OBJECTION)));
        assertThat(silent.done()).as("an objection without reasons").isFalse();
        Outcome done =
                tracking.answer(asked, Act.of(today, new Step.RecordOpinion(1, Opinion.OBJECTION), "合同单价属于商业秘密"));
        assertThat(done.done()).isTrue();
        Case after = requests.find(known.id()).orElseThrow();
        assertThat(after.state()).isEqualTo(CaseState.IN_HAND);
        assertThat(after.consultations().get(0).opinion()).isEqualTo(Opinion.OBJECTION);
        assertThat(tracking.asked(known.number(), "2222-2222-2222-2222")).isEmpty();
    }

    @Test
    void aWordLetterHasTheCodeThatItSpeaksOfAndAFormIsNotSignedByTheOrgan() throws Exception {
        LocalDate today = requests.today();
        Case known = desk.done(
                desk.handler(),
                desk.inHand(today),
                Act.consult(today, ConsultationKind.THIRD_PARTY, "示例置业有限公司", "是否同意公开"));
        Letter asking = issued(known, LetterKind.THIRD_PARTY_CONSULTATION);
        Letter form = issued(known, LetterKind.OPINION_CONFIRMATION);
        try (var word = new XWPFDocument(new ByteArrayInputStream(letters.word(asking)));
                var unsigned = new XWPFDocument(new ByteArrayInputStream(letters.word(form)));
                var extractor = new XWPFWordExtractor(unsigned)) {
            assertThat(String.join("", asking.paragraphs())).contains("二维码");
            assertThat(word.getAllPictures()).hasSize(1);
            assertThat(extractor.getText()).contains("第三方（签名或者盖章）").doesNotContain("（印章）");
        }
    }

    private Case replied(LocalDate received, ReplyKind kind) {
        int article = kind.article(Regime.on(received)).orElseThrow().number();
        String cited = article == 0 ? "国务院办公厅有关规定第一条" : "《政府信息公开条例》第" + article + "条";
        return replied(received, kind, kind == ReplyKind.OTHER_LAW ? cited + "、《中华人民共和国统计法》第九条" : cited);
    }

    private Case replied(LocalDate received, ReplyKind kind, String article) {
        Case known = desk.inHand(received);
        LocalDate on = received.plusDays(1);
        if (kind == ReplyKind.STILL_UNCLEAR) {
            known = desk.done(desk.handler(), known, Act.of(on, new Step.AskCorrection(on.plusDays(9)), "请写明"));
            known = desk.done(desk.handler(), known, Act.of(on, new Step.Correct(), "补正"));
        } else if (kind == ReplyKind.EXCESSIVE) {
            known = desk.done(desk.handler(), known, Act.of(on, new Step.AskReasons(), "请说明理由"));
        }
        List<ReplyContent.Withheld> withheld = kind == ReplyKind.GRANTED_IN_PART
                ? List.of(new ReplyContent.Withheld("第2页", ReplyKind.PRIVACY, "个人住址"))
                : List.of();
        String reason = kind.needsReason() ? "理由甲" : "";
        ReplyContent reply = new ReplyContent(
                kind,
                article,
                reason,
                "区示例局，电话80000000",
                "具体内容见所附材料。" + (kind == ReplyKind.GRANTED_IN_PART ? "理由甲。" : ""),
                withheld,
                List.of());
        return desk.served(known, on, reply);
    }

    private List<String> refused(Case known) {
        Letters.Result shown = letters.show(
                known, LetterKind.REPLY, slot(known, LetterKind.REPLY).event());
        return ((Letters.Result.Refused) shown)
                .reasons().stream().map(Reason::key).toList();
    }

    private Letters.Slot slot(Case known, LetterKind kind) {
        return letters.of(known).stream()
                .filter(slot -> slot.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private Letter issued(Case known, LetterKind kind) {
        Letters.Slot slot = slot(known, kind);
        Letters.Result result = letters.issue(desk.handler(), known, kind, slot.event());
        if (result instanceof Letters.Result.Made made) {
            return made.letter();
        }
        throw new AssertionError(kind + " " + result + " " + known.result());
    }

    /** Leaves the paper where it can be looked at. */
    private void look(Letter letter, String name) throws Exception {
        Path folder = Files.createDirectories(Path.of("target/letters"));
        Files.write(folder.resolve(name + ".pdf"), letters.pdf(letter));
        Files.write(folder.resolve(name + ".docx"), letters.word(letter));
    }
}
