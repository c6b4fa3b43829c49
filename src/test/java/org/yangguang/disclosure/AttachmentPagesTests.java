package org.yangguang.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.yangguang.file.OfficeFiles.paragraph;
import static org.yangguang.file.OfficeFiles.word;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.yangguang.disclosure.internal.EditionTable;
import org.yangguang.file.BadFiles;
import org.yangguang.file.Films;
import org.yangguang.file.OfficeFiles;
import org.yangguang.file.StoredFile;
import org.yangguang.testing.Await;
import org.yangguang.testing.Officers;
import org.yangguang.testing.YangguangTest;

/** Files on their way from an officer's computer to a citizen's. */
@YangguangTest
class AttachmentPagesTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    Attachments attachments;

    @Autowired
    EditionTable editions;

    @Autowired
    MockMvc mvc;

    private Office office;
    private Outcome.Done draft;

    @BeforeEach
    void open() {
        office = Office.open(context);
        draft = office.draft(office.content("附件试验"));
    }

    @Test
    void aPlainFormAttachesWhatIsGoodTellsWhatIsNotAndLosesNothingTyped() throws Exception {
        mvc.perform(multipart("/console/drafts/" + draft.edition().value() + "/attachments")
                        .file(sent("files", "补贴标准.xlsx", OfficeFiles.sheet(new String[] {"项目", "元"})))
                        .file(sent("files", "有毒.txt", BadFiles.virusTest()))
                        .param("version", "1")
                        .param("title", "附件试验（改）")
                        .locale(Locale.SIMPLIFIED_CHINESE)
                        .with(Officers.as(office.handler()))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andExpect(flash().attribute("said", "已添加 1 个附件。"))
                .andExpect(flash().attribute(
                                "refused", org.hamcrest.Matchers.hasToString(containsString("有毒.txt：文件中发现有害程序"))));

        Edition edition = edition();
        assertThat(edition.content().title()).isEqualTo("附件试验（改）");
        assertThat(edition.attachments()).extracting(Attachment::name).containsExactly("补贴标准.xlsx");
    }

    @Test
    void anUploadGoesOnWhereItBrokeOff() throws Exception {
        byte[] file = BadFiles.pages(40);
        int half = file.length / 2;
        String upload = begin("决算.pdf", file.length);
        piece(upload, 0, Arrays.copyOf(file, half))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.received").value(half));

        assertThat(begin("决算.pdf", file.length)).isEqualTo(upload);
        mvc.perform(head(upload).with(Officers.as(office.handler())))
                .andExpect(header().string("Upload-Offset", String.valueOf(half)))
                .andExpect(header().string("Upload-Length", String.valueOf(file.length)));
        piece(upload, 0, file)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.received").value(half));
        mvc.perform(head(upload).with(Officers.as(Office.open(context).handler())))
                .andExpect(status().isNotFound());
        piece(upload, half, Arrays.copyOfRange(file, half, file.length))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.attached").value(true));

        assertThat(edition().attachments())
                .singleElement()
                .satisfies(attached -> assertThat(attached.original().size()).isEqualTo(file.length));
        mvc.perform(head(upload).with(Officers.as(office.handler()))).andExpect(status().isNotFound());
    }

    @Test
    void twoGigabytesAreRefusedBeforeAnyOfThemIsSent() throws Exception {
        mvc.perform(post("/console/drafts/" + draft.edition().value() + "/uploads")
                        .param("name", "录像.avi")
                        .param("size", String.valueOf(2L << 30))
                        .with(Officers.as(office.handler()))
                        .with(csrf())
                        .locale(Locale.SIMPLIFIED_CHINESE))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.refused.length()").value(2))
                .andExpect(jsonPath("$.refused[0]").value(containsString("200 MB")));
    }

    @Test
    void aBadFileInPiecesIsRefusedAndGone() throws Exception {
        byte[] bomb = BadFiles.zipBomb();
        String upload = begin("方案.docx", bomb.length);

        piece(upload, 0, bomb).andExpect(status().isUnprocessableContent());

        assertThat(edition().attachments()).isEmpty();
        mvc.perform(head(upload).with(Officers.as(office.handler()))).andExpect(status().isNotFound());
    }

    @Test
    void onlyThePublicCopyGoesOutUnderItsOwnNameAndWithoutPowers() throws Exception {
        byte[] copy = word(paragraph("", "公开的预案"));
        Attachment attached = published("防汛 预案（2016）𠮷.docx", word(paragraph("", "原件内部批注")), copy);
        String address = "/attachments/" + attached.id().value();

        byte[] given = mvc.perform(get(address))
                .andExpect(status().isOk())
                .andExpect(
                        header().string(
                                        "Content-Disposition",
                                        "attachment; filename=\"file.docx\"; filename*=UTF-8''%E9%98%B2%E6%B1%9B%20%E9%A2%84%E6%A1%88%EF%BC%882016%EF%BC%89%F0%A0%AE%B7.docx"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Content-Security-Policy", containsString("sandbox")))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();

        assertThat(given).isEqualTo(copy);
        mvc.perform(get("/items/" + draft.item().value()))
                .andExpect(content().string(containsString("href=\"" + address + "\"")));
        mvc.perform(get(address + "/preview"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("公开的预案")))
                .andExpect(content().string(not(containsString("原件内部批注"))));
        mvc.perform(get("/files/" + attached.original().hash())).andExpect(status().isNotFound());
        mvc.perform(get("/console/attachments/" + attached.id().value() + "/original"))
                .andExpect(status().is3xxRedirection());
        mvc.perform(get("/console/attachments/" + attached.id().value() + "/original")
                        .with(Officers.as(Office.open(context).handler())))
                .andExpect(status().isNotFound());
        mvc.perform(get("/console/attachments/" + attached.id().value() + "/original")
                        .with(Officers.as(office.leader())))
                .andExpect(status().isOk());
    }

    @Test
    void aPdfIsShownPageByPage() throws Exception {
        byte[] pdf = BadFiles.pages(23);
        Attachment attached = published("决算.pdf", pdf, pdf);
        String address = "/attachments/" + attached.id().value();

        mvc.perform(get(address + "/preview").locale(Locale.SIMPLIFIED_CHINESE))
                .andExpect(content().string(containsString("共 23 页，此处显示前 20 页")));
        mvc.perform(get(address + "/pages/2"))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "image/png"));
        mvc.perform(get(address + "/pages/21")).andExpect(status().isNotFound());
        mvc.perform(get(address + "/view"))
                .andExpect(header().string("Content-Disposition", containsString("inline;")))
                .andExpect(header().string("Content-Security-Policy", containsString("default-src 'none'")));
    }

    @Test
    void aFilmPlaysInThePageFromAnyPlaceInIt() throws Exception {
        byte[] film = Films.byCamera();
        String address =
                "/attachments/" + published("政策解读.mp4", film, film).id().value();

        mvc.perform(get("/items/" + draft.item().value()))
                .andExpect(content().string(containsString("src=\"" + address + "/view\"")))
                .andExpect(header().string("Content-Security-Policy", containsString("media-src 'self'")));
        mvc.perform(get(address + "/preview")).andExpect(content().string(containsString("<video controls")));
        mvc.perform(get(address + "/view"))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "video/mp4"))
                .andExpect(header().string("Accept-Ranges", "bytes"))
                .andExpect(content().bytes(film));
        mvc.perform(get(address + "/view").header("Range", "bytes=10-29"))
                .andExpect(status().isPartialContent())
                .andExpect(header().string("Content-Range", "bytes 10-29/" + film.length))
                .andExpect(header().string("Content-Length", "20"))
                .andExpect(content().bytes(Arrays.copyOfRange(film, 10, 30)));
    }

    @Test
    void theWordsOfAFileAreFoundWhileItIsPublicAndNotBeforeOrAfter() throws Exception {
        String word = "蓝鳍" + TestDistrict.unique();
        byte[] copy = word(paragraph("", "关于" + word + "的说明。") + paragraph("", "第二段。"));
        attach("说明.docx", copy);
        StoredFile original = edition().attachments().get(0).original();
        attachments.copied(draft.edition(), edition().attachments().get(0).id(), original, original);
        Outcome.Done cleared = cleared();
        assertThat(found(word)).isZero();

        Outcome.Done published = office.done(office.leader(), cleared, new Move.Approve("同意公开。"));
        Await.until(() -> found(word) == 1);

        office.done(office.disclosureOffice(), published, new Move.Withdraw(WithdrawalReason.DUPLICATE, "重复"));
        Await.until(() -> found(word) == 0);
        mvc.perform(get("/attachments/" + edition().attachments().get(0).id().value()))
                .andExpect(status().isNotFound());
    }

    @Test
    void aWordDocumentBecomesTheTextOfADraftAndIsKeptInside() throws Exception {
        mvc.perform(multipart("/console/drafts/" + draft.edition().value() + "/document")
                        .file(sent(
                                "document",
                                "方案.docx",
                                word(paragraph("a3", "防汛方案") + paragraph("1", "目标") + paragraph("", "安全。"))))
                        .param("version", "1")
                        .param("title", "已有题目")
                        .param("bodyHtml", "<p>原来的正文</p>")
                        .with(Officers.as(office.handler()))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andExpect(flash().attribute("refused", List.of()));

        assertThat(edition().content().title()).isEqualTo("已有题目");
        assertThat(edition().content().bodyHtml()).isEqualTo("<h2>目标</h2><p>安全。</p>");
        String page = mvc.perform(
                        get("/console/drafts/" + draft.edition().value()).with(Officers.as(office.handler())))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(page)
                .contains("原来的正文")
                .containsPattern("/console/editions/" + draft.edition().value() + "/sources/[0-9a-f]{64}");
    }

    private String begin(String name, long size) throws Exception {
        return mvc.perform(post("/console/drafts/" + draft.edition().value() + "/uploads")
                        .param("name", name)
                        .param("size", String.valueOf(size))
                        .with(Officers.as(office.handler()))
                        .with(csrf()))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getHeader("Location");
    }

    private ResultActions piece(String upload, long offset, byte[] bytes) throws Exception {
        return mvc.perform(patch(upload)
                .header("Upload-Offset", offset)
                .contentType("application/offset+octet-stream")
                .content(bytes)
                .with(Officers.as(office.handler()))
                .with(csrf()));
    }

    private void attach(String name, byte[] content) throws Exception {
        mvc.perform(multipart("/console/drafts/" + draft.edition().value() + "/attachments")
                        .file(sent("files", name, content))
                        .with(Officers.as(office.handler()))
                        .with(csrf()))
                .andExpect(flash().attribute("refused", List.of()));
    }

    /** Attached, with a copy of this content, and published. */
    private Attachment published(String name, byte[] original, byte[] copy) throws Exception {
        attach(name, original);
        Attachment attached = edition().attachments().get(0);
        attachments.copied(
                draft.edition(),
                attached.id(),
                attached.original(),
                store(copy, attached.original().type()));
        office.done(office.leader(), cleared(), new Move.Approve("同意公开。"));
        return edition().attachments().get(0);
    }

    private StoredFile store(byte[] content, String type) throws Exception {
        java.nio.file.Path file = java.nio.file.Files.createTempFile("copy", "");
        java.nio.file.Files.write(file, content);
        return context.getBean(org.yangguang.file.FileStore.class).keep(file, type);
    }

    private Outcome.Done cleared() {
        Outcome.Done submitted = office.done(
                office.handler(),
                new Outcome.Done(
                        draft.item(),
                        draft.edition(),
                        EditionState.DRAFT,
                        edition().version()),
                new Move.Submit("建议公开。"));
        return office.done(office.secrecyOfficer(), submitted, new Move.Approve("不涉及国家秘密。"));
    }

    private Edition edition() {
        return editions.find(draft.edition()).orElseThrow();
    }

    private long found(String word) {
        try {
            String answer = mvc.perform(get("/api/v1/search").param("q", word))
                    .andReturn()
                    .getResponse()
                    .getContentAsString(StandardCharsets.UTF_8);
            return answer.contains("/items/" + draft.item().value()) ? 1 : 0;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static MockMultipartFile sent(String field, String name, byte[] content) {
        return new MockMultipartFile(field, name, "application/octet-stream", content);
    }
}
