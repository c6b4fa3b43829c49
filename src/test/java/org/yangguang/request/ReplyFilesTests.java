package org.yangguang.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.yangguang.account.Officer;
import org.yangguang.account.Role;
import org.yangguang.file.FileKind;
import org.yangguang.file.FileStore;
import org.yangguang.file.OfficeFiles;
import org.yangguang.request.internal.CaseArchive;
import org.yangguang.testing.Officers;
import org.yangguang.testing.YangguangTest;

/** Files of a reply: the applicant gets clean copies, the office keeps what was written. */
@YangguangTest
class ReplyFilesTests {

    private static final AtomicInteger ADDRESSES = new AtomicInteger();
    private static final Pattern TAKEN = Pattern.compile("/on-request/track/files/([0-9a-f]{64})");
    private static final Pattern KEPT = Pattern.compile("(?<=name=\"kept\" value=\")[^\"]+");
    private static final Pattern SHOWN = Pattern.compile("/console/requests/\\d+/files/[0-9a-f]{64}");

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvc mvc;

    @Autowired
    Requests requests;

    @Autowired
    FileStore store;

    @Autowired
    CaseArchive archive;

    @Autowired
    JdbcClient jdbc;

    private Desk desk;
    private LocalDate today;
    private final String address = "198.51.103." + ADDRESSES.incrementAndGet();

    @BeforeEach
    void open() {
        desk = Desk.open(context);
        today = requests.today();
    }

    @Test
    void whatAnApplicantTakesCarriesNothingBesideItsFaceAndTheOfficeKeepsTheOriginals() throws Exception {
        byte[] word = word();
        byte[] pdf = pdf();
        Receipt.Received received = desk.received(desk.letter(today));
        Case known = assigned(received);

        MockHttpServletResponse handedIn = reply(
                known,
                Map.of("submit", "yes", "article", "第三十六条第（二）项", "body", "您申请的信息现予公开，见附件。"),
                new MockMultipartFile("paper", "方案.docx", FileKind.WORD.type(), word),
                new MockMultipartFile("paper", "合同.pdf", FileKind.PDF.type(), pdf));
        assertThat(handedIn.getRedirectedUrl())
                .isEqualTo("/console/requests/" + known.id().value());
        Case submitted = requests.find(known.id()).orElseThrow();

        String review = console(
                desk.officer(Role.SECRECY_OFFICER),
                "/console/requests/" + known.id().value());
        assertThat(review).contains("申请人得到的副本", "作者", "批注", "修订痕迹", "内嵌附件").doesNotContain("张秘密");
        List<byte[]> seen = new ArrayList<>();
        for (String file : found(SHOWN, review)) {
            seen.add(mvc.perform(get(file).with(Officers.as(desk.officer(Role.SECRECY_OFFICER))))
                    .andReturn()
                    .getResponse()
                    .getContentAsByteArray());
        }
        assertThat(seen).hasSize(4).contains(word, pdf);

        Case cleared =
                desk.done(desk.officer(Role.SECRECY_OFFICER), submitted, Act.of(today, new Step.ClearReply(), "不涉密"));
        Case approved = desk.done(desk.officer(Role.LEADER), cleared, Act.of(today, new Step.ApproveReply(), "同意"));
        Case served = desk.done(desk.handler(), approved, Act.of(today, new Step.Serve(ServiceMethod.POST)));

        String page = text(track(received, "/on-request/track"));
        assertThat(page).contains("附件1.docx", "附件2.pdf");
        List<String> papers = found(TAKEN, page);
        assertThat(papers).hasSize(2);
        MockHttpServletResponse first = track(received, papers.get(0));
        MockHttpServletResponse second = track(received, papers.get(1));
        assertThat(first.getContentType()).isEqualTo(FileKind.WORD.type());
        assertThat(first.getHeader("Content-Disposition")).contains("attachment", ".docx");
        assertThat(parts(first.getContentAsByteArray()))
                .contains("公开的话", "加上的话")
                .doesNotContain("张秘密", "删去的话", "看不见的话", "这句不能写");
        assertThat(seen)
                .as("what was reviewed")
                .contains(first.getContentAsByteArray(), second.getContentAsByteArray());
        try (PDDocument taken = Loader.loadPDF(second.getContentAsByteArray())) {
            assertThat(new PDFTextStripper().getText(taken)).contains("face of the page");
            assertThat(taken.getDocumentInformation().getAuthor()).isNull();
            assertThat(taken.getDocumentCatalog().getNames()).isNull();
        }
        assertThat(new String(second.getContentAsByteArray(), StandardCharsets.ISO_8859_1))
                .doesNotContain("Secret", "draft.txt");
        for (String original : requests.reply(served).orElseThrow().files()) {
            assertThat(track(received, "/on-request/track/files/" + original).getStatus())
                    .isEqualTo(404);
        }

        archive.archive(known.id(), "somebody");
        try (InputStream content = archive.open(known.id()).orElseThrow();
                PDDocument file = Loader.loadPDF(content.readAllBytes())) {
            List<byte[]> enclosed = new ArrayList<>();
            for (PDComplexFileSpecification each : file.getDocumentCatalog()
                    .getNames()
                    .getEmbeddedFiles()
                    .getNames()
                    .values()) {
                enclosed.add(each.getEmbeddedFile().toByteArray());
            }
            assertThat(enclosed).contains(word, pdf, first.getContentAsByteArray(), second.getContentAsByteArray());
        }
    }

    @Test
    void aFileOfWhichNoCopyCanBeMadeIsToldBeforeTheReviewTogetherWithEverythingElse() throws Exception {
        Case known = assigned(desk.received(desk.letter(today)));
        String old = stored("old " + known.number(), FileKind.OLD_WORD);
        String other = stored("odt " + known.number(), FileKind.OPEN_TEXT);
        saved(known, List.of(old, other));
        String form = console(desk.handler(), "/console/requests/" + known.id().value() + "/reply");
        assertThat(form).contains("不能生成副本，不能提供给申请人", "旧版二进制格式");

        MockHttpServletResponse refused =
                reply(known, Map.of("submit", "yes", "kept", String.join(",", found(KEPT, form)), "draft", "1"));

        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(text(refused))
                .contains("附件1（DOC）不能生成给申请人的副本：旧版二进制格式", "附件2（ODT）不能生成给申请人的副本：这种格式", "请写明答复所依据的条款", "请写答复的正文");
        assertThat(requests.find(known.id()).orElseThrow().state()).isEqualTo(CaseState.IN_HAND);

        reply(known, Map.of("submit", "yes", "article", "第三十六条第（二）项", "body", "见来函。", "draft", "2"));
        assertThat(requests.find(known.id()).orElseThrow().state())
                .as("taken out of the draft, they stand in nobody's way")
                .isEqualTo(CaseState.SECRECY_REVIEW);
    }

    @Test
    void aReplyOfBeforeThereWereCopiesIsGivenAsCopyOnlyAndWhatCannotBeCopiedIsFetched() throws Exception {
        Receipt.Received received = desk.received(desk.letter(today));
        Case known = assigned(received);
        Path folder = Files.createTempDirectory("reply");
        String word = store.keep(Files.write(folder.resolve("word"), word()), FileKind.WORD.type())
                .hash();
        String old = stored("older " + known.number(), FileKind.OLD_WORD);
        servedWithoutCopies(known, List.of(word, old));

        String page = text(track(received, "/on-request/track"));

        assertThat(page).contains("附件1.docx", "附件2.doc 不能在网上提供");
        List<String> papers = found(TAKEN, page);
        assertThat(papers).hasSize(1);
        assertThat(parts(track(received, papers.get(0)).getContentAsByteArray()))
                .doesNotContain("张秘密", "删去的话");
        assertThat(track(received, "/on-request/track/files/" + old).getStatus())
                .isEqualTo(404);
    }

    /** A reply as it lay in the database before: with files that nobody copied. */
    private void servedWithoutCopies(Case known, List<String> files) {
        for (String file : files) {
            jdbc.sql("insert into request.reply_copy values (?, ?, ?, '{}', '{}', now())")
                    .params(known.id().value(), file, file)
                    .update();
        }
        desk.served(
                known, today, new ReplyContent(ReplyKind.GRANTED_IN_FULL, "第三十六条", "", "", "见附件。", List.of(), files));
        jdbc.sql("delete from request.reply_copy where application_id = ?")
                .param(known.id().value())
                .update();
    }

    private void saved(Case known, List<String> files) {
        ReplyContent draft = new ReplyContent(ReplyKind.GRANTED_IN_FULL, "", "", "", "", List.of(), files);
        assertThat(requests.saveDraft(desk.handler(), known.id(), 0, draft).done())
                .isTrue();
    }

    private Case assigned(Receipt.Received received) {
        return desk.done(
                desk.office(),
                requests.find(received.id()).orElseThrow(),
                Act.of(
                        today,
                        new Step.Assign(
                                "法制科", desk.handler().id(), desk.handler().name())));
    }

    private MockHttpServletResponse reply(Case known, Map<String, String> fields, MockMultipartFile... files)
            throws Exception {
        MockMultipartHttpServletRequestBuilder request =
                multipart("/console/requests/" + known.id().value() + "/reply");
        for (MockMultipartFile file : files) {
            request.file(file);
        }
        request.param("version", String.valueOf(known.version())).param("kind", "GRANTED_IN_FULL");
        if (!fields.containsKey("draft")) {
            request.param("draft", "0");
        }
        fields.forEach((name, value) -> request.param(name, value.split(",")));
        return mvc.perform(request.with(csrf()).with(Officers.as(desk.handler())))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse track(Receipt.Received received, String path) throws Exception {
        return mvc.perform(multipart(path)
                        .param("number", received.number())
                        .param("code", received.queryCode())
                        .with(sent -> {
                            sent.setRemoteAddr(address);
                            return sent;
                        }))
                .andReturn()
                .getResponse();
    }

    private String console(Officer officer, String path) throws Exception {
        return text(
                mvc.perform(get(path).with(Officers.as(officer))).andReturn().getResponse());
    }

    private static String text(MockHttpServletResponse answer) throws Exception {
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private static List<String> found(Pattern pattern, String page) {
        return pattern.matcher(page)
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
    }

    private String stored(String content, FileKind kind) throws IOException {
        Path file = Files.writeString(Files.createTempDirectory("reply").resolve("file"), content);
        return store.keep(file, kind.type()).hash();
    }

    private static byte[] word() {
        Map<String, byte[]> parts = OfficeFiles.wordParts("""
                <w:p><w:commentRangeStart w:id="0"/><w:r><w:t>公开的话</w:t></w:r><w:commentRangeEnd w:id="0"/>
                <w:r><w:commentReference w:id="0"/></w:r>
                <w:ins w:id="1" w:author="张秘密" w:date="2016-01-01T00:00:00Z"><w:r><w:t>加上的话</w:t></w:r></w:ins>
                <w:del w:id="2" w:author="张秘密"><w:r><w:delText>删去的话</w:delText></w:r></w:del>
                <w:r><w:rPr><w:vanish/></w:rPr><w:t>看不见的话</w:t></w:r></w:p>""");
        OfficeFiles.put(parts, "word/comments.xml", """
                <w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
                <w:comment w:id="0" w:author="张秘密" w:initials="Z"><w:p><w:r><w:t>这句不能写</w:t></w:r></w:p></w:comment></w:comments>""");
        OfficeFiles.put(parts, "docProps/core.xml", """
                <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
                  xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>张秘密</dc:creator></cp:coreProperties>""");
        related(
                parts,
                "_rels/.rels",
                "<Relationship Id=\"rId9\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>");
        related(parts, "word/_rels/document.xml.rels", OfficeFiles.relationship("rId20", "comments", "comments.xml"));
        return OfficeFiles.zip(parts);
    }

    private static void related(Map<String, byte[]> parts, String name, String relationship) {
        String relations = new String(parts.get(name), StandardCharsets.UTF_8);
        OfficeFiles.put(parts, name, relations.replace("</Relationships>", relationship + "</Relationships>"));
    }

    private static byte[] pdf() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 24);
                content.newLineAtOffset(72, 500);
                content.showText("face of the page");
                content.endText();
            }
            document.getDocumentInformation().setAuthor("Secret Author");
            PDComplexFileSpecification file = new PDComplexFileSpecification();
            file.setFile("draft.txt");
            file.setEmbeddedFile(new PDEmbeddedFile(
                    document, new ByteArrayInputStream("Secret draft".getBytes(StandardCharsets.UTF_8))));
            PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
            tree.setNames(Map.of("draft.txt", file));
            PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
            names.setEmbeddedFiles(tree);
            document.getDocumentCatalog().setNames(names);
            document.save(bytes);
        }
        return bytes.toByteArray();
    }

    private static String parts(byte[] zip) throws IOException {
        StringBuilder all = new StringBuilder();
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                all.append(entry.getName()).append(new String(entries.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }
}
