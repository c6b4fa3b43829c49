package org.yangguang.request.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.yangguang.audit.AuditTrail;
import org.yangguang.file.FileStore;
import org.yangguang.file.UnwantedFiles;
import org.yangguang.platform.SealedColumns;
import org.yangguang.request.Act;
import org.yangguang.request.Applicant;
import org.yangguang.request.Case;
import org.yangguang.request.Desk;
import org.yangguang.request.Intake;
import org.yangguang.request.RequestRules;
import org.yangguang.request.Requests;
import org.yangguang.request.Step;
import org.yangguang.testing.Officers;
import org.yangguang.testing.YangguangTest;

/** What is kept of a case after it was closed, and what is not. */
@YangguangTest
class KeepingTests {

    private static final LocalDate DAY = LocalDate.of(2022, 3, 1);
    private static final AtomicInteger SCANS = new AtomicInteger();

    @Autowired
    ApplicationContext context;

    @Autowired
    Requests requests;

    @Autowired
    CaseArchive archive;

    @Autowired
    FileStore store;

    @Autowired
    UnwantedFiles unwanted;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    @Autowired
    List<SealedColumns> sealed;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = Desk.open(context);
    }

    @Test
    void theFileOfAClosedCaseIsOnePdfWithContentsAndEveryPaperInside() throws Exception {
        Case closed = desk.served(desk.inHand(DAY), DAY.plusDays(3), Desk.granted());
        Applicant applicant = requests.applicant(closed.id()).orElseThrow();
        jdbc.sql("update request.application set files = array[?] where id = ?")
                .params(scan(), closed.id().value())
                .update();

        archive.archive(closed.id(), "somebody");

        try (InputStream content = archive.open(closed.id()).orElseThrow();
                PDDocument pdf = Loader.loadPDF(content.readAllBytes())) {
            String text = Normalizer.normalize(new PDFTextStripper().getText(pdf), Normalizer.Form.NFKC)
                    .replaceAll("\\s", "");
            assertThat(text).contains(closed.number(), applicant.name(), "您申请的信息现予公开", "卷内文件目录", "送达答复", "001-");
            assertThat(pdf.getDocumentCatalog().getNames().getEmbeddedFiles().getNames())
                    .hasSize(1);
            String number = letterNumber(closed);
            int page = pageOf(pdf, "如不服");
            assertThat(text).contains(number.replaceAll("\\s", "") + "第" + page);
            List<String> bound = new ArrayList<>();
            pdf.getDocumentCatalog().getDocumentOutline().children().forEach(each -> bound.add(each.getTitle()));
            assertThat(bound).hasSize(2);
            assertThat(bound.get(0)).startsWith("审查呈批单");
            assertThat(bound.get(1)).endsWith(number);
        }
        String file = archive.find(closed.id()).orElseThrow().file();
        byte[] kept = store.open(store.find(file).orElseThrow()).readAllBytes();
        assertThat(new String(kept, 0, 200, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("%PDF");
        assertThat(get("/console/requests/" + closed.id().value() + "/archive.pdf"))
                .isEqualTo(200);
    }

    @Test
    void papersOfAnErasedCaseAreTakenAwayWhenNobodyElseRefersToThem() throws Exception {
        LocalDate longAgo = LocalDate.of(2010, 3, 2);
        String shared = scan();
        String own = scan();
        Case old = desk.served(with(longAgo, List.of(shared, own)), longAgo.plusDays(3), Desk.granted());
        Case young = desk.served(with(DAY, List.of(shared)), DAY, Desk.granted());
        archive.archive(old.id(), "somebody");
        String file = archive.find(old.id()).orElseThrow().file();
        erasing().eraseDue();
        unwanted.takeAway();
        assertThat(store.find(own)).as("kept a moment ago").isPresent();

        agedADay(shared, own, file);
        unwanted.takeAway();

        assertThat(store.find(own)).isEmpty();
        assertThat(store.find(file)).isEmpty();
        assertThat(jdbc.sql("select count(*) from audit.entry where action = 'file.removed' and subject = any (?)")
                        .param(new String[] {"file.file:" + own, "file.file:" + file})
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
        try (InputStream still = store.open(store.find(shared).orElseThrow())) {
            assertThat(still.readAllBytes()).isNotEmpty();
        }
        assertThat(requests.applicant(young.id())).isPresent();
    }

    @Test
    void aFileIsMadeAnewWhenSomethingHappenedSinceAndNeverOfAnOpenCase() {
        Case open = desk.inHand(DAY);
        archive.archive(open.id(), "somebody");
        assertThat(archive.find(open.id())).isEmpty();
        Case closed = desk.served(open, DAY.plusDays(3), Desk.granted());
        archive.archive(closed.id(), "somebody");
        Case noted = desk.done(desk.handler(), closed, Act.of(DAY.plusDays(9), new Step.Note(), "已归还材料"));

        assertThat(archive.find(closed.id()).orElseThrow().version()).isLessThan(noted.version());
        assertThat(context.getBean(ArchiveTable.class).missing(100_000)).contains(closed.id());
    }

    @Test
    void whatNamesPeopleIsErasedWhenItsTimeIsOverAndStatisticsStay() throws Exception {
        LocalDate longAgo = LocalDate.of(2009, 3, 2);
        Case closed = desk.served(desk.inHand(longAgo), longAgo.plusDays(3), Desk.granted());
        archive.archive(closed.id(), "somebody");
        List<?> before = facts(closed);

        assertThat(erasing().eraseDue()).isPositive();

        assertThat(requests.applicant(closed.id())).isEmpty();
        assertThat(requests.reply(closed)).isEmpty();
        assertThat(archive.open(closed.id())).isEmpty();
        assertThat(jdbc.sql("select title || description || purpose from request.application where id = ?")
                        .param(closed.id().value())
                        .query(String.class)
                        .single())
                .isEmpty();
        assertThat(facts(closed)).isEqualTo(before);
        assertThat(requests.find(closed.id())).contains(closed);
        assertThat(get("/console/requests/" + closed.id().value())).isEqualTo(200);
        assertThat(get("/console/requests/" + closed.id().value() + "/archive.pdf"))
                .isEqualTo(404);
        assertThat(jdbc.sql("select count(*) from audit.entry where action = 'case.erased' and subject = ?")
                        .param("request.application:" + closed.id().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        Case young = desk.served(desk.inHand(DAY), DAY, Desk.granted());
        erasing().eraseDue();
        assertThat(requests.applicant(young.id())).isPresent();
    }

    @Test
    void everyColumnThatHoldsSealedTextIsSealedAnewWithANewKey() {
        Set<String> known = new HashSet<>();
        for (SealedColumns columns : sealed) {
            for (SealedColumns.Column column : columns.columns()) {
                known.add(column.table() + "." + column.column());
                if (column.index() != null) {
                    known.add(column.table() + "." + column.index());
                }
            }
        }
        List<String> all = jdbc.sql("""
                select table_schema || '.' || table_name || '.' || column_name from information_schema.columns
                 where table_schema in ('request', 'remedy') and data_type = 'bytea'""").query(String.class).list();

        assertThat(all).isNotEmpty();
        assertThat(known).containsAll(all);
    }

    /** As the program runs in 2026 with ten years; the day is fixed, whatever it is when the test runs. */
    private Erasing erasing() {
        Clock clock = Clock.fixed(
                LocalDate.of(2022, 6, 1).atStartOfDay().toInstant(ZoneOffset.UTC), ZoneId.of("Asia/Shanghai"));
        return new Erasing(
                jdbc,
                context.getBean(CaseFiles.class),
                unwanted,
                RequestRules.USUAL,
                context.getBean(AuditTrail.class),
                context.getBean(TransactionTemplate.class),
                clock);
    }

    private Case with(LocalDate day, List<String> files) {
        Intake letter = desk.letter(day);
        Case received = requests.find(desk.received(new Intake(
                                letter.organ(),
                                letter.channel(),
                                day,
                                null,
                                letter.applicant(),
                                letter.wanted(),
                                "",
                                letter.submission(),
                                files))
                        .id())
                .orElseThrow();
        return desk.done(desk.office(), received, Act.of(day, new Step.Assign("法制科", null, "")));
    }

    private void agedADay(String... hashes) {
        jdbc.sql("update file.file set kept_at = kept_at - interval '2 days' where hash = any (?)")
                .param(hashes)
                .update();
    }

    private String letterNumber(Case known) {
        return jdbc.sql("select document_number from request.letter where application_id = ? and kind = 'REPLY'")
                .param(known.id().value())
                .query(String.class)
                .single();
    }

    private static int pageOf(PDDocument pdf, String words) throws Exception {
        PDFTextStripper reader = new PDFTextStripper();
        for (int page = pdf.getNumberOfPages(); page > 0; page--) {
            reader.setStartPage(page);
            reader.setEndPage(page);
            if (Normalizer.normalize(reader.getText(pdf), Normalizer.Form.NFKC)
                    .replaceAll("\\s", "")
                    .contains(words)) {
                return page;
            }
        }
        return 0;
    }

    private List<?> facts(Case known) {
        return jdbc.sql("select * from request.fact_result where ref = ?")
                .param(known.number())
                .query()
                .listOfRows();
    }

    private int get(String address) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.get(address).with(Officers.as(desk.handler())))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private String scan() throws Exception {
        java.nio.file.Path file = java.nio.file.Files.createTempFile("scan", ".pdf");
        try (PDDocument document = new PDDocument()) {
            document.addPage(new org.apache.pdfbox.pdmodel.PDPage());
            document.getDocumentInformation().setTitle("scan " + SCANS.incrementAndGet());
            document.save(file.toFile());
        }
        String hash = store.keep(file, "application/pdf").hash();
        java.nio.file.Files.delete(file);
        return hash;
    }
}
