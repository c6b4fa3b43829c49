package org.yangguang.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.yangguang.account.Officer;
import org.yangguang.account.Role;
import org.yangguang.calendar.Regime;
import org.yangguang.testing.Officers;
import org.yangguang.testing.YangguangTest;

/** Letters: every statutory kind of both regimes, as PDF and Word, with what the law wants in them. */
@YangguangTest
class LettersTests {

    private static final LocalDate UNDER_2007 = LocalDate.of(2016, 3, 1);
    private static final LocalDate UNDER_2019 = LocalDate.of(2025, 3, 3);
    /** A place that was left open, a sign that stands twice, a sentence without an end. */
    private static final Pattern BROKEN =
            Pattern.compile("[{}]|null|。。|。，|，。|，，|因，|因因|于，|《《|：。|[^。！？：]$", Pattern.MULTILINE);

    private static Desk shared;
    private static Desk neighbour;

    @Autowired
    ApplicationContext context;

    @Autowired
    Requests requests;

    @Autowired
    Letters letters;

    @Autowired
    Tracking tracking;

    @Autowired
    Learning learning;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

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
                if (BROKEN.matcher(text).find()) {
                    wrong.add(regime + " " + kind + " has an open place or a doubled sign: " + text);
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
    void everyOtherLetterIsMadeWithItsArticle() throws Exception {
        Map<String, Letter> made = new LinkedHashMap<>();
        for (LocalDate received : List.of(UNDER_2007, UNDER_2019)) {
            String regime = Regime.on(received).name();
            LocalDate on = received.plusDays(1);
            Case unclear = desk.done(
                    desk.handler(),
                    desk.inHand(received),
                    Act.of(on, new Step.AskCorrection(on.plusDays(10)), "请写明年份和地点"));
            made.put(regime + "-CORRECTION", issued(unclear, LetterKind.CORRECTION));
            ReplyKind silent = received == UNDER_2007 ? ReplyKind.CORRECTION_ASKED : ReplyKind.NOT_CORRECTED;
            Case dropped = desk.done(
                    desk.handler(), unclear, Act.of(on.plusDays(13), new Step.Abandon(silent), "至期限届满未收到补正材料"));
            made.put(regime + "-CLOSING", issued(dropped, LetterKind.CLOSING));
            Case withdrawn = desk.done(desk.handler(), desk.inHand(received), Act.of(on, new Step.Withdraw(), ""));
            made.put(regime + "-WITHDRAWAL", issued(withdrawn, LetterKind.WITHDRAWAL));
            Case moved = desk.done(
                    desk.office(),
                    desk.inHand(received),
                    Act.of(on, new Step.Transfer(elsewhere().organ.id()), "所申请信息由贵机关制作"));
            made.put(regime + "-TRANSFER", issuedBy(elsewhere().handler(), moved, LetterKind.TRANSFER));
            Case asked = desk.done(
                    desk.handler(),
                    desk.inHand(received),
                    Act.consult(on, ConsultationKind.THIRD_PARTY, "示例置业有限公司", "是否同意公开"));
            asked = desk.done(desk.handler(), asked, Act.of(on, new Step.RecordOpinion(1, Opinion.CONSENT), "同意"));
            String article = received == UNDER_2007 ? "第二十一条第（一）项" : "第三十六条第（二）项";
            Case given =
                    desk.served(asked, on, ReplyContent.of(ReplyKind.GRANTED_IN_FULL, article, "第三方同意公开", "现予公开。"));
            made.put(regime + "-DISCLOSURE_NOTICE", issued(given, LetterKind.DISCLOSURE_NOTICE));
        }
        LocalDate on = UNDER_2019.plusDays(1);
        Case often = desk.done(
                desk.handler(), desk.inHand(UNDER_2019), Act.of(on, new Step.AskReasons(), "请说明本月提交三十件申请的理由"));
        made.put("REASONS", issued(often, LetterKind.REASONS));
        often = desk.done(desk.handler(), often, Act.of(on, new Step.RecordReasons(), "用于编写地方志"));
        often = desk.done(desk.office(), often, Act.of(on, new Step.NotifyDelay(on.plusDays(90)), "因需要逐件核对历年档案。"));
        made.put("DELAY", issued(often, LetterKind.DELAY));
        Case dear = desk.done(
                desk.handler(),
                desk.inHand(UNDER_2019),
                Act.of(on, new Step.AskFee(FeeBasis.BY_PAGE, 68, new BigDecimal("380"))));
        made.put("FEE", issued(dear, LetterKind.FEE));
        LocalDate late = dear.receivedOn().plusDays(60);
        dear = desk.done(desk.handler(), dear, Act.of(late, new Step.Abandon(ReplyKind.FEE_NOT_PAID), ""));
        made.put("CLOSING-fee", issued(dear, LetterKind.CLOSING));

        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, Letter> each : made.entrySet()) {
            String text = String.join("\n", each.getValue().paragraphs());
            if (!text.matches("(?s).*(第[一二三四五六七八九十]+条|国办函).*")) {
                wrong.add(each.getKey() + " cites nothing: " + text);
            }
            if (BROKEN.matcher(text).find()) {
                wrong.add(each.getKey() + " has an open place or a doubled sign: " + text);
            }
            if ((each.getKey().contains("CLOSING") || each.getKey().contains("DISCLOSURE_NOTICE"))
                    != text.contains("如不服")) {
                wrong.add(each.getKey() + " should tell of remedies when it decides, and only then: " + text);
            }
            look(each.getValue(), each.getKey());
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void aTransferIsTheLetterOfTheOrganThatHadTheCaseWhoeverMovedItAndIsIssuedWithIt() {
        Desk below = Desk.below(context, desk.organ);
        LocalDate today = requests.today();
        Case moved = desk.done(
                desk.officer(Role.DISTRICT_OFFICE),
                below.inHand(today),
                Act.of(today, new Step.Transfer(elsewhere().organ.id()), "所申请信息由贵机关制作"));

        Letters.Slot slot = slot(moved, LetterKind.TRANSFER);
        assertThat(slot.issued()).isNotNull();
        Letter letter = shown(moved, LetterKind.TRANSFER);
        assertThat(letter.organ()).isEqualTo(below.organ.name());
        assertThat(letter.documentNumber()).startsWith(below.organ.shortName() + "公开〔");
        assertThat(letter.addressee()).isEqualTo(elsewhere().organ.name());
    }

    @Test
    void wordAndPdfSayTheSame() throws Exception {
        Letter letter = issued(replied(UNDER_2019, ReplyKind.PRIVACY), LetterKind.REPLY);
        saysTheSame(letter);
        look(letter, "REPLY-privacy");
    }

    private void saysTheSame(Letter letter) throws Exception {
        try (var pdf = Loader.loadPDF(letters.pdf(letter));
                var word = new XWPFDocument(new ByteArrayInputStream(letters.word(letter)));
                var extractor = new XWPFWordExtractor(word)) {
            // The font names some characters by their radicals, which are the same sign.
            String inPdf = Normalizer.normalize(new PDFTextStripper().getText(pdf), Normalizer.Form.NFKC)
                    .replaceAll("\\s", "");
            String inWord = extractor.getText().replaceAll("\\s", "");
            List<String> parts = new ArrayList<>(List.of(letter.title(), letter.documentNumber(), letter.organ()));
            parts.add(letter.addressee().isEmpty() ? "" : letter.addressee() + "：");
            letter.rows().forEach(row -> parts.addAll(List.of(row.label(), row.value())));
            if (letter.listing() != null) {
                parts.addAll(letter.listing().columns());
            }
            for (String part : parts) {
                assertThat(inPdf)
                        .contains(
                                Normalizer.normalize(part, Normalizer.Form.NFKC).replaceAll("\\s", ""));
                assertThat(inWord).contains(part.replaceAll("\\s", ""));
            }
            letter.paragraphs().forEach(each -> assertThat(inWord).contains(each.replaceAll("\\s", "")));
        }
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
    void aRefusalNeedsNoTextBesideItsReasonAndAGrantDoes() {
        Case known = desk.inHand(UNDER_2019);
        LocalDate on = UNDER_2019.plusDays(1);
        assertThat(desk.refused(
                        desk.handler(),
                        known,
                        Act.reply(on, ReplyContent.of(ReplyKind.GRANTED_IN_FULL, "第三十六条第（二）项", "", " "))))
                .containsExactly("request.refused.replyBody");
        Case refused =
                desk.served(known, on, ReplyContent.of(ReplyKind.DOES_NOT_EXIST, "第三十六条第（四）项", "检索了全部档案目录，没有找到。", ""));

        assertThat(issued(refused, LetterKind.REPLY).paragraphs())
                .hasSize(4)
                .anyMatch(each -> each.startsWith("检索情况和理由：检索了全部档案目录"));
    }

    @Test
    void theReviewSheetHasEveryOpinionWithNameAndDayAndIsFiledWhenTheReplyIsApproved() throws Exception {
        LocalDate on = UNDER_2019.plusDays(1);
        Case known = desk.done(
                desk.handler(),
                desk.inHand(UNDER_2019),
                Act.consult(on, ConsultationKind.THIRD_PARTY, "示例置业有限公司", "是否同意公开"));
        known = desk.done(
                desk.handler(), known, Act.of(on, new Step.RecordOpinion(1, Opinion.OBJECTION), "合同单价属于商业秘密"));
        ReplyContent draft = new ReplyContent(
                ReplyKind.GRANTED_IN_PART,
                "第三十七条",
                "合同单价不予公开，其余内容可以公开。",
                "",
                "现提供合同一份。",
                List.of(new ReplyContent.Withheld("第3页合同单价", ReplyKind.TRADE_SECRET, "第三方不同意公开")),
                List.of());
        Case first = desk.done(desk.handler(), known, Act.reply(on, draft));
        assertThat(slot(first, LetterKind.REVIEW_SHEET).ready()).isFalse();
        assertThat(shown(first, LetterKind.REVIEW_SHEET).rows())
                .as("to be signed by hand or on the page")
                .extracting(Letter.Row::label)
                .contains("保密审查意见", "负责人审批意见");
        Case returned =
                desk.done(desk.officer(Role.SECRECY_OFFICER), first, Act.of(on, new Step.ReturnReply(), "请写明不予公开的页码"));
        Case approved = desk.approved(returned, on.plusDays(1), draft);

        Letters.Slot slot = slot(approved, LetterKind.REVIEW_SHEET);
        assertThat(slot.issued()).as("filed with the approval").isNotNull();
        assertThat(slot.kind().forApplicant()).isFalse();
        Letter sheet = shown(approved, LetterKind.REVIEW_SHEET);
        assertThat(sheet.documentNumber()).matches(".+公开审〔\\d{4}〕\\d+号");
        Map<String, String> rows =
                sheet.rows().stream().collect(Collectors.toMap(Letter.Row::label, Letter.Row::value));
        assertThat(rows.get("拟作答复")).isEqualTo("部分公开");
        assertThat(rows.get("征求意见")).contains("第三方", "不同意公开");
        assertThat(rows.get("不予公开的内容")).contains("第3页合同单价", "第十五条");
        assertThat(rows.get("此前退回")).contains("请写明不予公开的页码", "2025年3月4日");
        assertThat(rows.get("承办人意见")).contains(desk.handler().name(), "2025年3月5日");
        assertThat(rows.get("保密审查意见"))
                .contains("不涉密", desk.officer(Role.SECRECY_OFFICER).name(), "2025年3月5日");
        assertThat(rows.get("负责人审批意见")).contains("同意", desk.officer(Role.LEADER).name(), "2025年3月5日");
        saysTheSame(sheet);
        assertThat(recorded(sheet)).isEqualTo("case.letter-issued");
        look(sheet, "REVIEW_SHEET");
    }

    @Test
    void whatWasGivenIsHandedOverForProactiveDisclosureByAListOfWhatBecameADraft() throws Exception {
        LocalDate today = requests.today();
        Case granted = desk.served(asking("示例路口停车泊位设置方案", today), today, Desk.granted());
        Case other = asking("示例路口停车泊位设置方案", today);
        assertThat(letters.of(granted)).extracting(Letters.Slot::kind).doesNotContain(LetterKind.DISCLOSURE_HANDOVER);
        ProactiveDrafts.Result.Drafted drafted =
                (ProactiveDrafts.Result.Drafted) learning.draft(desk.handler(), other.id());

        Letter list = issued(granted, LetterKind.DISCLOSURE_HANDOVER);

        assertThat(list.documentNumber()).matches(".+公开移〔\\d{4}〕\\d+号");
        assertThat(String.join("", list.paragraphs())).contains("第四十四条", "第十七条", "移送人", "接收人");
        Letter.Listing items = Objects.requireNonNull(list.listing());
        assertThat(items.lines()).hasSize(2).allSatisfy(line -> assertThat(line)
                .hasSameSizeAs(items.columns())
                .contains("主动公开（草稿" + drafted.item() + "）"));
        assertThat(items.lines().toString()).contains(granted.number(), other.number(), "予以公开", "办理中");
        saysTheSame(list);
        assertThat(recorded(list)).isEqualTo("case.letter-issued");
        assertThat(letters.of(other)).extracting(Letters.Slot::kind).doesNotContain(LetterKind.DISCLOSURE_HANDOVER);
        look(list, "DISCLOSURE_HANDOVER");
    }

    @Test
    void aReplyForTheLogIsHandedOverAloneAndWhatWasRefusedNever() {
        LocalDate today = requests.today();
        Case granted = desk.served(desk.inHand(today), today, Desk.granted());
        Case refused = desk.served(
                desk.inHand(today), today, ReplyContent.of(ReplyKind.INTERNAL_AFFAIRS, "第十六条第一款", "属于内部工作流程", "现予告知。"));
        learning.release(desk.handler(), granted);
        learning.release(desk.handler(), refused);

        Letter list = issued(granted, LetterKind.DISCLOSURE_HANDOVER);
        assertThat(Objects.requireNonNull(list.listing()).lines())
                .singleElement()
                .satisfies(line -> assertThat(line).anyMatch(each -> each.startsWith("答复选登（草稿")));
        assertThat(letters.of(refused)).extracting(Letters.Slot::kind).doesNotContain(LetterKind.DISCLOSURE_HANDOVER);
    }

    @Test
    void theSheetsOfTheOfficeStandOnThePageOfTheCaseAndAreNotForApplicants() throws Exception {
        LocalDate today = requests.today();
        Case granted = desk.served(desk.inHand(today), today, Desk.granted());
        learning.release(desk.handler(), granted);
        issued(granted, LetterKind.DISCLOSURE_HANDOVER);
        String address = "/console/requests/" + granted.id().value();
        int event = slot(granted, LetterKind.REVIEW_SHEET).event();

        String page = body(address);
        for (String sheet : List.of("review-sheet", "disclosure-handover")) {
            for (String ending : List.of("pdf", "docx")) {
                String paper = address + "/letters/" + sheet + "." + event + "." + ending;
                assertThat(page).contains("\"" + paper + "\"");
                assertThat(status(paper, desk.handler())).isEqualTo(200);
                assertThat(status(paper, Desk.open(context).handler())).isEqualTo(404);
            }
        }
        assertThat(page).contains("审查呈批单", "主动公开移送明细表");
        assertThat(letters.forApplicant(granted)).extracting(Letters.Slot::kind).containsExactly(LetterKind.REPLY);
    }

    @Test
    void aPartThatRestsOnAParagraphIsNotSaidToRestOnANumberedItem() {
        Case known = desk.served(
                desk.inHand(UNDER_2019),
                UNDER_2019.plusDays(1),
                new ReplyContent(
                        ReplyKind.GRANTED_IN_PART,
                        "第三十七条",
                        "含有过程性信息",
                        "",
                        "现提供其余部分。",
                        List.of(
                                new ReplyContent.Withheld("第1页", ReplyKind.INFORMATION_IN_PROCESS, "属于讨论记录"),
                                new ReplyContent.Withheld("第2页", ReplyKind.INTERNAL_AFFAIRS, "属于内部工作流程")),
                        List.of()));
        assertThat(String.join("\n", issued(known, LetterKind.REPLY).paragraphs()))
                .contains("第1页：依据《中华人民共和国政府信息公开条例》第十六条第二款", "第2页：依据《中华人民共和国政府信息公开条例》第十六条第一款");
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
    void theSignatureNeverStandsAloneOnAPage() throws Exception {
        Letter letter = issued(replied(UNDER_2019, ReplyKind.PRIVACY), LetterKind.REPLY);
        for (int more = 0; more < 8; more++) {
            List<String> paragraphs = new ArrayList<>(letter.paragraphs());
            paragraphs.addAll(1, Collections.nCopies(more, "报告载有该户成员的收入。"));
            Letter longer = new Letter(
                    letter.kind(),
                    letter.version(),
                    letter.organ(),
                    letter.documentNumber(),
                    letter.title(),
                    letter.addressee(),
                    paragraphs,
                    List.of(),
                    null,
                    List.of(),
                    letter.date(),
                    "");
            try (var pdf = Loader.loadPDF(letters.pdf(longer))) {
                PDFTextStripper last = new PDFTextStripper();
                last.setStartPage(pdf.getNumberOfPages());
                assertThat(Normalizer.normalize(last.getText(pdf), Normalizer.Form.NFKC)
                                .replaceAll("\\s", ""))
                        .as(more + " lines more")
                        .contains("如不服本告知书", letter.organ());
            }
        }
        try (var word = new XWPFDocument(new ByteArrayInputStream(letters.word(letter)))) {
            assertThat(word.getParagraphs())
                    .filteredOn(each -> each.getText().startsWith("如不服"))
                    .singleElement()
                    .satisfies(each -> {
                        assertThat(each.isKeepNext()).isTrue();
                        assertThat(each.getCTP().getPPr().isSetKeepLines()).isTrue();
                    });
        }
    }

    @Test
    void aLetterIsDatedTheDayOfItsStepWheneverItIsMade() {
        LocalDate on = UNDER_2019.plusDays(2);
        Case known = desk.done(
                desk.handler(),
                desk.inHand(UNDER_2019),
                Act.of(on, new Step.AskFee(FeeBasis.BY_PAGE, 68, new BigDecimal("380"))));

        Letter letter = issued(known, LetterKind.FEE);
        assertThat(letter.date()).isEqualTo(on);
        assertThat(letter.documentNumber()).contains("〔2025〕");
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
        ReplyContent reply =
                new ReplyContent(kind, article, reason, "区示例局，电话80000000", "具体内容见所附材料。", withheld, List.of());
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

    private Desk elsewhere() {
        if (neighbour == null) {
            neighbour = Desk.open(context);
        }
        return neighbour;
    }

    private Case asking(String title, LocalDate on) {
        Intake intake = Intake.of(
                desk.organ.id(),
                Channel.COUNTER,
                on,
                Desk.person(),
                Wanted.of(title, ""),
                "letters-" + System.nanoTime());
        Case known = requests.find(desk.received(intake).id()).orElseThrow();
        return desk.done(
                desk.office(),
                known,
                Act.of(
                        on,
                        new Step.Assign(
                                "法制科", desk.handler().id(), desk.handler().name())));
    }

    private Letter shown(Case known, LetterKind kind) {
        Letters.Result shown = letters.show(known, kind, slot(known, kind).event());
        return ((Letters.Result.Made) shown).letter();
    }

    /** What the chain of records says of the letter. */
    private String recorded(Letter letter) {
        return jdbc.sql("""
                select e.action from audit.entry e join request.letter l on e.subject = 'request.letter:' || l.id
                 where l.document_number = ?""").param(letter.documentNumber()).query(String.class).single();
    }

    private String body(String address) throws Exception {
        return mvc.perform(get(address).with(Officers.as(desk.handler())))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private int status(String address, Officer officer) throws Exception {
        return mvc.perform(get(address).with(Officers.as(officer)))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private Letter issued(Case known, LetterKind kind) {
        return issuedBy(desk.handler(), known, kind);
    }

    private Letter issuedBy(Officer officer, Case known, LetterKind kind) {
        Letters.Slot slot = slot(known, kind);
        Letters.Result result = letters.issue(officer, known, kind, slot.event());
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
