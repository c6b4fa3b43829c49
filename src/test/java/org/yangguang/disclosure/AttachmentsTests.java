package org.yangguang.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yangguang.disclosure.internal.ContentHash;
import org.yangguang.disclosure.internal.EditionTable;
import org.yangguang.file.StoredFile;
import org.yangguang.platform.Sm3;
import org.yangguang.testing.YangguangTest;

/** Files belong to an edition as its text does. */
@YangguangTest
class AttachmentsTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    Attachments attachments;

    @Autowired
    EditionTable editions;

    @Autowired
    JdbcClient jdbc;

    private Office office;

    @BeforeEach
    void open() {
        office = Office.open(context);
    }

    @Test
    void filesStandInTheirOrderUnderCleanNames() {
        Outcome.Done draft = office.draft(office.content("附件顺序"));

        add(draft, "C:\\Users\\me\\附表1.PDF", pdf("a"));
        add(draft, "../../附表1.pdf", pdf("b"));
        add(draft, "说明\u202Efdp.exe", pdf("c"));
        add(draft, "附表1.pdf", pdf("a"));

        assertThat(of(draft)).extracting(Attachment::name).containsExactly("附表1.pdf", "附表1(2).pdf", "说明fdp.exe.pdf");
        attachments.moveUp(office.handler(), draft.edition(), of(draft).get(2).id());
        attachments.remove(office.handler(), draft.edition(), of(draft).get(0).id());
        attachments.rename(office.handler(), draft.edition(), of(draft).get(1).id(), "补贴标准");
        assertThat(of(draft)).extracting(Attachment::name).containsExactly("说明fdp.exe.pdf", "补贴标准.pdf");
        assertThat(of(draft)).extracting(Attachment::position).containsExactly(1, 2);
    }

    @Test
    void anEditionIsNotSubmittedBeforeEachFileHasItsPublicCopy() {
        Outcome.Done draft = office.draft(office.content("缺副本"));
        add(draft, "名单.xlsx", sheet("original"));

        assertThat(office.refused(office.handler(), draft, new Move.Submit("建议公开。")))
                .containsExactly("disclosure.invalid.publicCopyMissing");

        copy(draft, sheet("clean"));
        Outcome.Done published = office.done(office.leader(), cleared(draft), new Move.Approve("同意公开。"));
        assertThat(published.state()).isEqualTo(EditionState.PUBLISHED);
    }

    @Test
    void theFilesArePartOfWhatIsReviewed() {
        Outcome.Done draft = office.draft(office.content("哈希"));
        String without = hash(draft);
        add(draft, "名单.xlsx", sheet("original"));
        String with = hash(draft);
        copy(draft, sheet("clean"));
        String copied = hash(draft);
        copy(draft, sheet("cleaner"));

        assertThat(List.of(without, with, copied, hash(draft))).doesNotHaveDuplicates();
        Outcome.Done submitted = office.done(office.handler(), draft, new Move.Submit("建议公开。"));
        assertThat(editions.find(submitted.edition()).orElseThrow().contentHash())
                .isEqualTo(hash(draft));
    }

    @Test
    void onceSubmittedTheFilesAreFixed() {
        Outcome.Done draft = office.draft(office.content("固定"));
        add(draft, "名单.xlsx", sheet("original"));
        copy(draft, sheet("clean"));
        Attachment attached = of(draft).get(0);
        office.done(office.handler(), draft, new Move.Submit("建议公开。"));

        Outcome later = attachments.add(office.handler(), draft.edition(), "又一个.pdf", pdf("late"));

        assertThat(((Outcome.Refused) later).reasons())
                .extracting(Reason::key)
                .containsExactly("disclosure.refused.notDraft");
        assertThat(attachments
                        .remove(office.handler(), draft.edition(), attached.id())
                        .done())
                .isFalse();
        assertThat(attachments.copied(draft.edition(), attached.id(), attached.original(), sheet("other")))
                .isFalse();
        for (String change : List.of(
                "update disclosure.attachment set public_hash = original_hash where edition_id = ?",
                "delete from disclosure.attachment where edition_id = ?")) {
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() ->
                            jdbc.sql(change).param(draft.edition().value()).update());
        }
    }

    @Test
    void theNextEditionStartsWithTheSameFiles() {
        Outcome.Done draft = office.draft(office.content("沿用"));
        add(draft, "名单.xlsx", sheet("original"));
        copy(draft, sheet("clean"));
        Outcome.Done published = office.done(office.leader(), cleared(draft), new Move.Approve("同意公开。"));

        Outcome.Done next = office.done(office.handler(), published, new Move.Revise("更新"));

        assertThat(of(next)).singleElement().satisfies(attached -> {
            assertThat(attached.name()).isEqualTo("名单.xlsx");
            assertThat(attached.publicCopy()).isEqualTo(sheet("clean"));
            assertThat(attached.id()).isNotEqualTo(of(draft).get(0).id());
        });
    }

    @Test
    void aCopyOfAnotherTypeTakesItsEndingAndOneOfAnotherOriginalIsNotTaken() {
        Outcome.Done draft = office.draft(office.content("带宏"));
        StoredFile macros = file("m", "application/vnd.ms-word.document.macroEnabled.12");
        add(draft, "方案.docm", macros);
        AttachmentId id = of(draft).get(0).id();

        assertThat(attachments.copied(draft.edition(), id, pdf("elsewhere"), pdf("x")))
                .isFalse();
        assertThat(attachments.copied(
                        draft.edition(),
                        id,
                        macros,
                        file("clean", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")))
                .isTrue();

        assertThat(of(draft).get(0).name()).isEqualTo("方案.docx");
    }

    @Test
    void onlyTheHandlersOfTheOrganAttach() {
        Outcome.Done draft = office.draft(office.content("无权"));

        Outcome refused = attachments.add(Office.open(context).handler(), draft.edition(), "x.pdf", pdf("x"));

        assertThat(((Outcome.Refused) refused).reasons())
                .extracting(Reason::key)
                .containsExactly("disclosure.refused.draftRole");
    }

    @Test
    void tooManyAndTooLargeAreRefusedTogether() {
        Outcome.Done draft = office.draft(office.content("过多"));
        for (int i = 0; i < 50; i++) {
            add(draft, i + ".pdf", pdf("n" + i));
        }

        Outcome refused = attachments.add(
                office.handler(),
                draft.edition(),
                "巨大.pdf",
                new StoredFile(Sm3.hex("huge"), "application/pdf", 2L << 30));

        assertThat(((Outcome.Refused) refused).reasons())
                .extracting(Reason::key)
                .containsExactly("disclosure.invalid.attachmentsCount", "disclosure.invalid.attachmentsSize");
    }

    private Outcome.Done cleared(Outcome.Done draft) {
        Outcome.Done submitted = office.done(office.handler(), draft, new Move.Submit("建议公开。"));
        return office.done(office.secrecyOfficer(), submitted, new Move.Approve("不涉及国家秘密。"));
    }

    private void add(Outcome.Done draft, String name, StoredFile file) {
        assertThat(attachments
                        .add(office.handler(), draft.edition(), name, file)
                        .done())
                .isTrue();
    }

    private void copy(Outcome.Done draft, StoredFile copy) {
        Attachment attached = of(draft).get(0);
        assertThat(attachments.copied(draft.edition(), attached.id(), attached.original(), copy))
                .isTrue();
    }

    private List<Attachment> of(Outcome.Done draft) {
        return editions.find(draft.edition()).orElseThrow().attachments();
    }

    private String hash(Outcome.Done draft) {
        return ContentHash.of(editions.find(draft.edition()).orElseThrow());
    }

    private static StoredFile pdf(String content) {
        return file(content, "application/pdf");
    }

    private static StoredFile sheet(String content) {
        return file(content, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    }

    private static StoredFile file(String content, String type) {
        return new StoredFile(Sm3.hex(content), type, content.length());
    }
}
