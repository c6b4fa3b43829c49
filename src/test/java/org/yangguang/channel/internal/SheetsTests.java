package org.yangguang.channel.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.yangguang.channel.internal.Sheets.Size;
import org.yangguang.disclosure.Contents;
import org.yangguang.disclosure.Edition;
import org.yangguang.disclosure.Editions;
import org.yangguang.disclosure.ItemId;
import org.yangguang.disclosure.TestDistrict;
import org.yangguang.disclosure.VisibilityGate;
import org.yangguang.testing.YangguangTest;

/** Sheets for notice boards as they are hung up. */
@YangguangTest
class SheetsTests {

    @Autowired
    Sheets sheets;

    @Autowired
    TestDistrict district;

    @Autowired
    Editions editions;

    @Autowired
    VisibilityGate gate;

    @ParameterizedTest
    @EnumSource
    void theCodeNeverStandsAloneOnASheet(Size size) throws IOException {
        for (int lines = 14; lines < 24; lines++) {
            Edition edition = edition(lines);
            try (PDDocument sheet = Loader.loadPDF(sheets.sheet(edition, size))) {
                PDFTextStripper last = new PDFTextStripper();
                last.setStartPage(sheet.getNumberOfPages());
                assertThat(last.getText(sheet)).as("%d lines", lines).contains("扫描二维码", "2016年3月1日");
            }
        }
    }

    private Edition edition(int lines) {
        ItemId item = district.publish(
                district.organ("公示局"),
                Contents.in(district.column("公示栏"))
                        .titled("公示" + TestDistrict.unique())
                        .saying("<p>本区户籍居民均可申请。</p>".repeat(lines))
                        .formed(java.time.LocalDate.of(2016, 3, 1))
                        .content());
        return editions.current(item, gate.anybody()).orElseThrow();
    }
}
