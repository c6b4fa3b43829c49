package org.yangguang;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.yangguang.testing.YangguangTest;

@YangguangTest
class SmokeTests {

    @Autowired
    MockMvc mvc;

    @Test
    void theHomePageAnswers() throws Exception {
        mvc.perform(get("/")).andExpect(status().isOk());
    }
}
