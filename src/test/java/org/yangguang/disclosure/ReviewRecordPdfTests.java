package org.yangguang.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.yangguang.testing.Officers;
import org.yangguang.testing.YangguangTest;

@YangguangTest
class ReviewRecordPdfTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvc mvc;

    @Test
    void theRecordOfAnEditionIsPrintedWithItsPeopleOpinionsAndHashes() throws Exception {
        Office office = Office.open(context);
        Office other = Office.open(context);
        EditionContent content = DraftContents.numbered(office.content("关于𠮷安路、㐂庆街道路命名的通知"), "试发〔2016〕9号");
        Outcome.Done edition = office.submitted(content);
        edition = office.done(office.secrecyOfficer(), edition, new Move.Ask(other.organ, "道路名称是否已经贵局核定?"));
        edition = office.done(other.disclosureOffice(), edition, new Move.Answer(true, "名称已经核定,同意公开。"));
        edition = office.done(office.secrecyOfficer(), edition, new Move.Approve("经审查,不涉及国家秘密。"));
        edition = office.done(office.leader(), edition, new Move.Approve("同意公开。"));

        byte[] pdf = mvc.perform(get("/console/editions/" + edition.edition().value() + "/record.pdf")
                        .with(Officers.as(office.leader())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        String folder = System.getenv("SCREENSHOTS");
        if (folder != null) {
            Files.write(Path.of(folder, "record.pdf"), pdf);
        }
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s", "");
            assertThat(text)
                    .contains("政府信息公开审查记录", "㐂庆街道路命名", "〔U+20BB7〕安路", "名称已经核定", "同意公开。")
                    .contains(office.secrecyOfficer().name());
        }
    }

    @Test
    void anOfficerOfAnotherOrganDoesNotGetIt() throws Exception {
        Office office = Office.open(context);
        Outcome.Done edition = office.submitted(office.content("他人的记录"));
        mvc.perform(get("/console/editions/" + edition.edition().value() + "/record.pdf")
                        .with(Officers.as(Office.open(context).leader())))
                .andExpect(status().isNotFound());
    }
}
