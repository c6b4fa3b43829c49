package org.yangguang.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yangguang.search.Texts.PUBLIC;
import static org.yangguang.search.Texts.query;
import static org.yangguang.search.Texts.titled;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yangguang.search.SearchResult.Understood;

class SearchTests extends SearchOfTexts {

    private List<String> titles(String text) {
        return titles(query(text));
    }

    private List<String> titles(SearchQuery query) {
        return search.find(query, PUBLIC).hits().stream()
                .map(SearchResult.Hit::title)
                .toList();
    }

    @Test
    void aSingleCharacterFinds() {
        put(titled("关于税的通知"), titled("环境保护税法"), titled("环境卫生"));

        assertThat(titles("税")).containsExactlyInAnyOrder("关于税的通知", "环境保护税法");
        assertThat(titles("环境保护 税")).containsExactly("环境保护税法");
    }

    @Test
    void aWordIsFoundInTitleSummaryBodyOrganAndKeywords() {
        put(
                titled("公积金缴存"),
                titled("甲").body("职工缴存公积金的比例"),
                titled("乙").summary("公积金"),
                titled("丙").organ(3, "公积金中心"),
                titled("丁").keywords("公积金"),
                titled("戊").body("公共积累的资金"));

        assertThat(titles("公积金")).containsExactlyInAnyOrder("公积金缴存", "甲", "乙", "丙", "丁");
        assertThat(titles("公积金").get(0)).isEqualTo("公积金缴存");
    }

    @Test
    void aPhraseWithLettersAndDigitsFindsItsPlace() {
        put(titled("甲").body("关于预算2016年执行情况A股的说明"), titled("乙").body("预算另见2015年说明"));

        assertThat(titles("预算2016年执行")).containsExactly("甲");
        assertThat(titles("2016年")).containsExactly("甲");
        assertThat(titles("A股的")).containsExactly("甲");
        assertThat(titles("ａ股")).containsExactly("甲");
    }

    @Test
    void aPhraseStandsBeforeScatteredWords() {
        put(titled("甲").body("住房补贴发放以后，公积金的管理由中心负责，另有条例规定。"), titled("乙").body("根据住房公积金管理条例办理。"));

        assertThat(titles("住房公积金管理条例")).containsExactly("乙", "甲");
    }

    @Test
    void aDictionaryWordStandsBeforeTheSameCharactersAcrossWords() {
        put(titled("关于学校长安排的通知"), titled("关于长安街道的通知"));

        assertThat(titles("长安").get(0)).isEqualTo("关于长安街道的通知");
    }

    @Test
    void allWordsMustBeFoundUnlessNothingHasThem() {
        put(titled("2016年部门预算"), titled("2016年部门决算"), titled("低保标准"));

        assertThat(titles("部门 预算")).containsExactly("2016年部门预算");

        SearchResult some = search.find(query("决算 部门 恐龙"), PUBLIC);
        assertThat(some.understood()).isEqualTo(Understood.SOME_WORDS);
        assertThat(some.hits().get(0).title()).isEqualTo("2016年部门决算");

        SearchResult none = search.find(query("恐龙"), PUBLIC);
        assertThat(none.total()).isZero();
        assertThat(none.understood()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "泉政发〔2016〕15号",
                "泉政发[2016]15号",
                "泉政发【2016】15号",
                "泉政发(2016)15号",
                "泉政发（2016）15号",
                "泉政发〔２０１６〕１５号",
                "泉政发 2016 15",
                "泉政发201615",
                " 泉政发〔2016〕第15号 ",
                "泉政发﹝2016﹞15號"
            })
    void aDocumentNumberInAnySpellingComesFirst(String spelling) {
        put(
                titled("关于泉政发〔2016〕15号泉政发〔2016〕15号的解读").body("泉政发〔2016〕15号"),
                titled("规定").documentNumber("泉政发〔2016〕15号"),
                titled("别的").documentNumber("泉政发〔2016〕16号"));

        SearchResult result = search.find(query(spelling), PUBLIC);
        assertThat(result.hits().get(0).title()).isEqualTo("规定");
        assertThat(result.understood()).isEqualTo(Understood.DOCUMENT_NUMBER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"014051234/2016-00012", "０１４０５１２３４/２０１６-０００１２", "014051234 2016 00012", "014051234／2016－00012"})
    void anIndexNumberInAnySpellingComesFirst(String spelling) {
        put(titled("甲").indexNumber("014051234/2016-00012"), titled("乙").indexNumber("014051234/2016-00013"));

        SearchResult result = search.find(query(spelling), PUBLIC);
        assertThat(result.hits().get(0).title()).isEqualTo("甲");
        assertThat(result.understood()).isEqualTo(Understood.INDEX_NUMBER);
    }

    @Test
    void aNumberThatIsBegunFindsItsSeries() {
        put(titled("甲").documentNumber("泉政发〔2016〕15号"), titled("乙").documentNumber("泉政发〔2015〕15号"));

        assertThat(titles("泉政发〔2016〕")).containsExactly("甲");
    }

    @Test
    void wholeWordsAreMarked() {
        put(titled("公积金办法").body("公积金的提取。公积累金。<b>公积</b>是另一回事，公积金才是。"));

        SearchResult.Hit hit = search.find(query("公积金"), PUBLIC).hits().get(0);
        assertThat(hit.titleHtml()).isEqualTo("<mark>公积金</mark>办法");
        assertThat(hit.passageHtml())
                .contains("<mark>公积金</mark>的提取")
                .contains("&lt;b&gt;公积&lt;/b&gt;")
                .doesNotContain("<mark>公积</mark>");
    }

    @Test
    void aQuestionFindsWhatItIsAboutAndMarksItsWords() {
        put(titled("办事指南").body("申请人应当符合低保条件，标准由区政府公布；保障对象减低负担。"), titled("别的").body("标准和申请"));

        SearchResult result = search.find(query("低保标准怎么申请"), PUBLIC);
        assertThat(result.hits()).extracting(SearchResult.Hit::title).containsExactly("办事指南");
        assertThat(result.hits().get(0).passageHtml())
                .contains("<mark>低保</mark>条件", "<mark>申请</mark>人")
                .doesNotContain("<mark>保</mark>", "<mark>低</mark>");
    }

    @Test
    void latinWordsAreMarkedWhole() {
        put(titled("Start of the ART programme").body("part, art-house, ARTS, ａｒｔ."));

        SearchResult.Hit hit = search.find(query("art"), PUBLIC).hits().get(0);
        assertThat(hit.titleHtml()).isEqualTo("Start of the <mark>ART</mark> programme");
        assertThat(hit.passageHtml()).isEqualTo("part, <mark>art</mark>-house, ARTS, <mark>ａｒｔ</mark>.");
    }

    @Test
    void thePassageIsThePlaceThatMatters() {
        String padding = "本办法所称单位是指本行政区域内的机关。".repeat(60);
        put(titled("办法").body("提取一次。" + padding + "职工购买住房的，可以提取公积金。" + padding));

        String passage = search.find(query("提取 公积金"), PUBLIC).hits().get(0).passageHtml();
        assertThat(passage).contains("可以<mark>提取公积金</mark>").startsWith("…").endsWith("…");
    }

    @Test
    void countsAreThoseUnderTheOtherFilters() {
        put(
                titled("预算甲")
                        .organ(1, "财政局")
                        .columns("statutory", "budgets")
                        .genre("notice")
                        .on(2015, 1, 1),
                titled("预算乙")
                        .organ(1, "财政局")
                        .columns("statutory", "budgets")
                        .genre("report")
                        .on(2016, 1, 1),
                titled("预算丙")
                        .organ(2, "教育局")
                        .columns("statutory")
                        .genre("notice")
                        .on(2016, 5, 1)
                        .validity("EFFECTIVE"));

        SearchResult all = search.find(query("预算"), PUBLIC);
        assertThat(all.total()).isEqualTo(3);
        assertThat(all.facets().organs()).containsExactly(count("1", 2), count("2", 1));
        assertThat(all.facets().columns()).containsExactly(count("statutory", 3), count("budgets", 2));
        assertThat(all.facets().years()).containsExactly(count("2016", 2), count("2015", 1));
        assertThat(all.facets().validities()).containsExactly(count("EFFECTIVE", 1));

        SearchResult one = search.find(
                new SearchQuery("预算", 1L, null, null, null, 2016, null, null, null, SearchQuery.Sort.DATE, 1, 20),
                PUBLIC);
        assertThat(one.total()).isEqualTo(1);
        assertThat(one.facets().organs()).containsExactlyInAnyOrder(count("1", 1), count("2", 1));
        assertThat(one.facets().years()).containsExactlyInAnyOrder(count("2015", 1), count("2016", 1));
        assertThat(one.facets().genres()).containsExactly(count("report", 1));
    }

    private static SearchResult.Count count(String value, long count) {
        return new SearchResult.Count(value, count);
    }

    @Test
    void datesLimitAndSort() {
        put(
                titled("通知一").on(2014, 12, 31),
                titled("通知二").on(2015, 1, 1),
                titled("通知三").on(2016, 1, 1));

        SearchQuery since = new SearchQuery(
                "通知", null, null, null, null, null, null, LocalDate.of(2015, 1, 1), null, SearchQuery.Sort.DATE, 1, 20);
        assertThat(titles(since)).containsExactly("通知三", "通知二");
        SearchQuery until = new SearchQuery(
                "", null, null, null, null, null, null, null, LocalDate.of(2015, 1, 1), SearchQuery.Sort.DATE, 1, 20);
        assertThat(titles(until)).containsExactly("通知二", "通知一");
    }

    @Test
    void aReaderFindsOnlyWhatTheirKeysOpen() {
        put(
                titled("征收补偿公告").documentNumber("泉征〔2016〕1号"),
                titled("征收补偿明细").seenBy("audience:7").documentNumber("泉征〔2016〕2号"));

        assertThat(titles("征收")).containsExactly("征收补偿公告");
        SearchResult result = search.find(query("征收"), PUBLIC);
        assertThat(result.total()).isEqualTo(1);
        assertThat(result.facets().years()).containsExactly(count("2016", 1));
        assertThat(search.suggest("征收", 10, PUBLIC)).containsExactly("征收补偿公告");
        assertThat(search.find(query("泉征〔2016〕2号"), PUBLIC).understood()).isNotEqualTo(Understood.DOCUMENT_NUMBER);

        assertThat(search.find(query("征收"), Set.of("public", "audience:7")).total())
                .isEqualTo(2);
        assertThat(search.find(query("征收"), Set.of()).total()).isZero();
        assertThat(search.suggest("征收", 10, Set.of())).isEmpty();
    }

    @Test
    void aRemovedDocumentIsGoneAtOnce() {
        put(titled("撤回的通知").id("item:1"));
        assertThat(titles("撤回")).hasSize(1);

        index.remove("item:1");

        assertThat(titles("撤回")).isEmpty();
        assertThat(search.suggest("撤回", 5, PUBLIC)).isEmpty();
    }

    @Test
    void aDocumentThatIsPutAgainReplacesItself() {
        put(titled("旧题").id("item:1"));
        put(titled("新题").id("item:1"));

        assertThat(index.count()).isEqualTo(1);
        assertThat(titles("")).containsExactly("新题");
    }

    @Test
    void titlesAreSuggestedFromTheirBeginningAndFromWithin() {
        put(
                titled("住房公积金提取指南"),
                titled("关于调整住房公积金缴存基数的通知"),
                titled("Budget of 2016"),
                titled("无关").documentNumber("泉政发〔2016〕15号"));

        assertThat(search.suggest("住房公", 10, PUBLIC)).containsExactly("住房公积金提取指南", "关于调整住房公积金缴存基数的通知");
        assertThat(search.suggest("公积金", 10, PUBLIC)).hasSize(2);
        assertThat(search.suggest("公", 10, PUBLIC)).hasSize(2);
        assertThat(search.suggest("budg", 10, PUBLIC)).containsExactly("Budget of 2016");
        assertThat(search.suggest("泉政发[2016]1", 10, PUBLIC)).containsExactly("无关");
        assertThat(search.suggest("公积金", 1, PUBLIC)).hasSize(1);
    }

    @Test
    void rareCharactersAndEmojiAreFound() {
        put(titled("𠮷野路 㐂 😀 通告"));

        assertThat(titles("𠮷野")).hasSize(1);
        assertThat(titles("𠮷")).hasSize(1);
        assertThat(titles("㐂")).hasSize(1);
        assertThat(titles("😀")).hasSize(1);
        assertThat(search.find(query("𠮷野"), PUBLIC).hits().get(0).titleHtml()).startsWith("<mark>𠮷野</mark>");
    }

    @Test
    void enormousTextsAreTaken() {
        put(titled("长".repeat(100_000)).body("文".repeat(3_000_000)).keywords("x".repeat(100_000)));

        assertThat(search.find(query("长"), PUBLIC).hits().get(0).titleHtml()).hasSizeLessThan(5_000);
    }

    @Test
    void pagesGoDeepButNotForEver() {
        put(titled("页一"), titled("页二"), titled("页三"));

        SearchQuery second =
                new SearchQuery("页", null, null, null, null, null, null, null, null, SearchQuery.Sort.RELEVANCE, 2, 2);
        assertThat(search.find(second, PUBLIC).hits()).hasSize(1);
        SearchQuery absurd = new SearchQuery(
                "页",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                SearchQuery.Sort.RELEVANCE,
                Integer.MAX_VALUE,
                100);
        assertThat(search.find(absurd, PUBLIC).hits()).isEmpty();
    }
}
