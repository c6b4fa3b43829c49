package org.yangguang.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.yangguang.disclosure.Office;
import org.yangguang.file.FileStore;
import org.yangguang.file.StoredFile;
import org.yangguang.request.internal.LearningTable;
import org.yangguang.request.internal.ReleasedReplies;
import org.yangguang.request.internal.ReplyCopies;
import org.yangguang.request.internal.ReplyDrafts;
import org.yangguang.testing.Officers;
import org.yangguang.testing.YangguangTest;

/** What many ask for becomes a draft, a reply goes into the log without names, and what is withheld is covered in its file. */
@YangguangTest
class LearningTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    Requests requests;

    @Autowired
    Learning learning;

    @Autowired
    ReplyDrafts drafts;

    @Autowired
    ReleasedReplies replies;

    @Autowired
    LearningTable log;

    @Autowired
    FileStore files;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    private Desk desk;
    private LocalDate today;

    @BeforeEach
    void open() {
        desk = Desk.open(context);
        today = requests.today();
    }

    @Test
    void whatTwoApplicantsAskedForIsProposedAndGoesIntoADraftOnce() throws Exception {
        Case first = asked("示例片区房屋征收补偿方案");
        Case second = asked("示例片区房屋征收补偿方案全文");
        asked("完全不同的财政预算信息");

        List<Learning.Proposal> proposals = learning.proposals(desk.handler());
        assertThat(proposals).hasSize(1);
        assertThat(proposals.get(0).applicants()).isEqualTo(2);
        assertThat(proposals.get(0).asked())
                .extracting(Learning.Asked::id)
                .containsExactlyInAnyOrder(first.id(), second.id());

        ProactiveDrafts.Result result = learning.draft(desk.handler(), first.id());
        assertThat(result).isInstanceOf(ProactiveDrafts.Result.Drafted.class);
        String page = mvc.perform(
                        get(((ProactiveDrafts.Result.Drafted) result).address()).with(Officers.as(desk.handler())))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(page).contains("示例片区房屋征收补偿方案");
        assertThat(learning.proposals(desk.handler())).isEmpty();
        assertThat(learning.draft(desk.handler(), first.id())).isInstanceOf(ProactiveDrafts.Result.Refused.class);
    }

    @Test
    void aProposalIsDecidedAgainstWithAReasonOnly() {
        Case first = asked("示例学区划分情况说明");
        asked("示例学区划分情况说明");
        assertThat(learning.dismiss(desk.handler(), first.id(), " ")).isPresent();
        assertThat(learning.dismiss(desk.handler(), first.id(), "已在年度文件中主动公开")).isEmpty();
        assertThat(learning.proposals(desk.handler())).isEmpty();
    }

    @Test
    void aReplyGoesIntoTheLogWithoutTheApplicantAndIsNotPublicBeforeItsReview() throws Exception {
        Case known = desk.inHand(today.minusDays(3));
        Applicant applicant = requests.applicant(known.id()).orElseThrow();
        Case closed = desk.served(
                known,
                today.minusDays(2),
                ReplyContent.of(
                        ReplyKind.GRANTED_IN_FULL,
                        "第三十六条第（二）项",
                        "",
                        applicant.name() + "：现予公开。联系电话13912345678，身份证号110101199003070003。"));

        ProactiveDrafts.Result result = learning.release(desk.handler(), closed);
        assertThat(result).isInstanceOf(ProactiveDrafts.Result.Drafted.class);
        long item = ((ProactiveDrafts.Result.Drafted) result).item();
        String body = jdbc.sql("select body_html from disclosure.edition where item_id = ?")
                .param(item)
                .query(String.class)
                .single();
        assertThat(body)
                .doesNotContain(applicant.name(), "13912345678", "110101199003070003")
                .contains("现予公开");
        assertThat(learning.releasable(closed)).isFalse();
        assertThat(mvc.perform(get("/on-request/released"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8))
                .doesNotContain("/items/" + item + "\"");
    }

    @Test
    void aRequestIsLinkedByItsNumberOnceItsReplyIsPublic() {
        Case closed = desk.served(
                desk.inHand(today.minusDays(3)),
                today.minusDays(2),
                ReplyContent.of(ReplyKind.GRANTED_IN_FULL, "第三十六条第（二）项", "", "现予公开。"));
        assertThat(replies.reference(closed.number())).isEmpty();

        Office office = Office.open(context);
        long item = office.approved(office.content("答复选登")).item().value();
        log.release(closed.id(), item, "试经办", Instant.now());

        assertThat(replies.reference(" " + closed.number() + " ")).contains(closed.number());
        assertThat(replies.pieces(List.of(closed.number(), "2016-99999")))
                .containsOnlyKeys(closed.number())
                .allSatisfy((number, piece) -> assertThat(piece.href()).isEqualTo("/items/" + item));
    }

    @Test
    void whatIsWithheldIsCoveredInTheFileAndListedWithItsGround() throws Exception {
        Case known = desk.inHand(today);
        StoredFile pdf = stored("PUBLIC LINE", "SECRET NAME");
        ReplyContent draft = new ReplyContent(
                ReplyKind.GRANTED_IN_FULL, "第三十七条", "涉及个人隐私", "", "现予提供。", List.of(), List.of(pdf.hash()));
        requests.saveDraft(desk.handler(), known.id(), 0, draft);

        var answer = mvc.perform(post("/console/requests/" + known.id().value() + "/redaction/" + pdf.hash())
                        .param("page", "1")
                        .param("draft", "1")
                        .param("x", "5")
                        .param("y", "45")
                        .param("width", "90")
                        .param("height", "20")
                        .param("ground", "PRIVACY")
                        .param("reason", "个人姓名")
                        .with(csrf())
                        .with(Officers.as(desk.handler())))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).isEqualTo(302);

        ReplyContent severed = drafts.find(known.id()).orElseThrow().content();
        assertThat(severed.kind()).isEqualTo(ReplyKind.GRANTED_IN_PART);
        assertThat(severed.withheld()).hasSize(1);
        assertThat(severed.withheld().get(0).ground()).isEqualTo(ReplyKind.PRIVACY);
        assertThat(severed.files()).doesNotContain(pdf.hash()).hasSize(1);
        StoredFile covered = context.getBean(ReplyCopies.class)
                .of(known.id(), severed.files())
                .get(0)
                .copy();
        try (var in = files.open(covered);
                var document = Loader.loadPDF(in.readAllBytes())) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("PUBLIC")
                    .doesNotContain("SECRET");
        }
    }

    private Case asked(String title) {
        Intake intake = Intake.of(
                desk.organ.id(),
                Channel.COUNTER,
                today,
                Desk.person(),
                Wanted.of(title, ""),
                "learning-" + System.nanoTime());
        return requests.find(desk.received(intake).id()).orElseThrow();
    }

    private StoredFile stored(String top, String middle) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                float height = page.getMediaBox().getHeight();
                line(content, top, height * 0.9f);
                line(content, middle, height * 0.45f);
            }
            document.save(bytes);
        }
        Path path = Files.createTempFile("reply", ".pdf");
        Files.write(path, bytes.toByteArray());
        StoredFile file = files.keep(path, "application/pdf");
        Files.deleteIfExists(path);
        return file;
    }

    private static void line(PDPageContentStream content, String text, float y) throws Exception {
        content.beginText();
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 18);
        content.newLineAtOffset(72, y);
        content.showText(text);
        content.endText();
    }
}
