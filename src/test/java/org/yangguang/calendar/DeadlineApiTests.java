package org.yangguang.calendar;

import static org.hamcrest.Matchers.hasItems;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.yangguang.testing.YangguangTest;

@YangguangTest
class DeadlineApiTests {

    @Autowired
    MockMvc mvc;

    @Test
    void anybodyMayAskForADeadlineAndSeesEveryDayOfIt() throws Exception {
        mvc.perform(get("/api/v1/calendar/deadline?received=2016-01-25&workingDays=15"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.deadline").value("2016-02-18"))
                .andExpect(jsonPath("$.provisional").value(false))
                .andExpect(jsonPath("$.days[0].date").value("2016-01-25"))
                .andExpect(jsonPath("$.days[0].counted").value(false))
                .andExpect(jsonPath("$.days[0].why").value("START"))
                .andExpect(jsonPath("$.days.length()").value(25))
                .andExpect(jsonPath("$.days[12].why").value("MAKE_UP_DAY"));
    }

    @ParameterizedTest
    @CsvSource({
        "2016-02-30, 15",
        "2016-2-3, 15",
        "yesterday, 15",
        "2006-12-31, 15",
        "2100-01-01, 15",
        "+999999999-01-01, 15",
        "2016-01-25, -1",
        "2016-01-25, 2001",
        "2016-01-25, 99999999999",
        "2016-01-25, ten",
        "2016-01-25, ''",
        "'', 15"
    })
    void whatCannotBeIsAnsweredWithAProblemDocument(String received, String workingDays) throws Exception {
        mvc.perform(get("/api/v1/calendar/deadline").param("received", received).param("workingDays", workingDays))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.status").value(400))
                .andExpect(jsonPath("$.errors.length()").value(1));
    }

    @Test
    void allReasonsAreGivenAtOnce() throws Exception {
        mvc.perform(get("/api/v1/calendar/deadline").header("Accept-Language", "en"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[*].parameter").value(hasItems("received", "workingDays")));
    }
}
