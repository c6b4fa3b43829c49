package org.yangguang.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.yangguang.search.Texts.titled;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.yangguang.testing.YangguangTest;

@YangguangTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchPageTests {

    private static final List<SearchDocument> DOCUMENTS = List.of(
            titled("关于鹌鹑养殖补贴的通知")
                    .id("search-page:1")
                    .body("为支持鹌鹑养殖，现将补贴标准公布如下：每户每年一千元。")
                    .columns("statutory")
                    .documentNumber("试农发〔2016〕3号")
                    .validity("EFFECTIVE")
                    .on(2016, 3, 1)
                    .document(),
            titled("鹌鹑<script>养殖</script>情况").id("search-page:2").on(2015, 3, 1).document(),
            titled("鹌鹑养殖内部统计").id("search-page:3").seenBy("internal:1").document());

    @Autowired
    MockMvc mvc;

    @Autowired
    SearchIndex index;

    @BeforeAll
    void put() {
        index.putAll(DOCUMENTS);
    }

    @AfterAll
    void remove() {
        DOCUMENTS.forEach(document -> index.remove(document.id()));
    }

    @Test
    void thePageShowsHitsWithMarksAndCounts() throws Exception {
        mvc.perform(get("/search").param("q", "鹌鹑"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("找到 2 条信息")))
                .andExpect(content().string(containsString("关于<mark>鹌鹑</mark>养殖补贴的通知")))
                .andExpect(content().string(containsString("&lt;script&gt;")))
                .andExpect(content().string(containsString("year=2016")))
                .andExpect(content().string(not(containsString("内部统计"))));
    }

    @Test
    void thePageSpeaksEnglish() throws Exception {
        mvc.perform(get("/search").param("q", "鹌鹑").param("lang", "en"))
                .andExpect(content().string(containsString("2 results")))
                .andExpect(content().string(containsString("In force")));
    }

    @Test
    void aNumberIsUnderstood() throws Exception {
        mvc.perform(get("/search").param("q", "试农发[2016]3号"))
                .andExpect(content().string(containsString("已按文号")));
    }

    @Test
    void nothingFoundOffersWaysOn() throws Exception {
        mvc.perform(get("/search").param("q", "鹬蚌 渔翁").param("year", "1999").param("from", "1999-01-01"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("没有找到相关信息")))
                .andExpect(content().string(containsString("去掉全部条件")))
                .andExpect(content().string(containsString("依申请公开")));
    }

    @Test
    void nothingAskedExplains() throws Exception {
        mvc.perform(get("/search"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("怎样查得准")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "page=0",
                "page=x",
                "size=1000",
                "year=99",
                "from=2016-02-30",
                "sort=up",
                "organ=%00",
                "validity=1"
            })
    void aPageWithParametersThatCannotBeStillAnswers(String parameters) throws Exception {
        mvc.perform(get("/search?q=%E9%B9%8C%E9%B9%91&" + parameters)).andExpect(status().isOk());
    }

    @Test
    void titlesAreSuggestedToThoseWhoMaySeeThem() throws Exception {
        mvc.perform(get("/search/suggest").param("q", "鹌鹑"))
                .andExpect(status().isOk())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_JSON))
                .andExpect(jsonPath("$.length()").value(2));
        mvc.perform(get("/search/suggest"))
                .andExpect(status().isOk())
                .andExpect(content().json("[]"));
    }

    @Test
    void programsSearchToo() throws Exception {
        mvc.perform(get("/api/v1/search").param("q", "鹌鹑 补贴").param("year", "2016"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.page").value(1))
                .andExpect(jsonPath("$.size").value(20))
                .andExpect(jsonPath("$.items[0].title").value("关于鹌鹑养殖补贴的通知"))
                .andExpect(jsonPath("$.items[0].url").value(containsString("http")))
                .andExpect(jsonPath("$.items[0].column").value("statutory"))
                .andExpect(jsonPath("$.items[0].date").value("2016-03-01"))
                .andExpect(jsonPath("$.items[0].passage").value(containsString("为支持鹌鹑养殖")))
                .andExpect(jsonPath("$.facets.years[0].value").value("2016"));
    }

    @Test
    void programsAreToldEverythingThatIsWrong() throws Exception {
        mvc.perform(get("/api/v1/search")
                        .param("from", "2016-02-30")
                        .param("size", "0")
                        .param("sort", "x")
                        .param("column", "no-such"))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.errors.length()").value(4));
        mvc.perform(get("/api/v1/search").param("page", "200").param("size", "100"))
                .andExpect(status().isBadRequest());
    }

    @Test
    void whatIsRemovedIsGoneFromPageAndInterface() throws Exception {
        index.put(titled("很快撤回的鸸鹋公告").id("search-page:4").document());
        mvc.perform(get("/api/v1/search").param("q", "鸸鹋"))
                .andExpect(jsonPath("$.total").value(1));

        index.remove("search-page:4");

        mvc.perform(get("/api/v1/search").param("q", "鸸鹋"))
                .andExpect(jsonPath("$.total").value(0));
        assertThat(mvc.perform(get("/search/suggest").param("q", "鸸鹋"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .isEqualTo("[]");
    }
}
