package org.yangguang.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.yangguang.disclosure.internal.EndedDocuments;
import org.yangguang.testing.YangguangTest;

@YangguangTest
class EndedDocumentsTests {

    private static final LocalDate LAST_DAY = LocalDate.of(2011, 6, 30);

    @Autowired
    TestDistrict district;

    @Autowired
    EndedDocuments ended;

    @Autowired
    MockMvc mvc;

    @Test
    void aDocumentBindsOnItsLastDayAndNoLonger() {
        EditionContent measure = measure("试行办法");

        assertThat(measure.validityOn(LAST_DAY)).isEqualTo(Validity.EFFECTIVE);
        assertThat(measure.validityOn(LAST_DAY.plusDays(1))).isEqualTo(Validity.EXPIRED);
    }

    @Test
    void aPublishedDocumentPastItsLastDayIsLabelledOnPageListAndInterface() throws Exception {
        ItemId item = district.publish(district.organ("城管局"), measure("户外广告管理试行办法"));

        ended.label(LAST_DAY.plusDays(1));
        ended.label(LAST_DAY.plusDays(1));

        mvc.perform(get("/items/" + item.value())).andExpect(content().string(containsString("label expired")));
        mvc.perform(get("/api/v1/disclosures/" + item.value()))
                .andExpect(jsonPath("$.validity").value("EXPIRED"));
    }

    private EditionContent measure(String title) {
        return Contents.in(district.column("规范性文件"))
                .titled(title)
                .formed(LocalDate.of(2009, 7, 1))
                .normative(Validity.EFFECTIVE)
                .expiring(LAST_DAY)
                .content();
    }
}
