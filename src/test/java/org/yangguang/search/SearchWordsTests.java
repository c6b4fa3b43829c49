package org.yangguang.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yangguang.search.Texts.PUBLIC;
import static org.yangguang.search.Texts.query;
import static org.yangguang.search.Texts.titled;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yangguang.search.internal.LuceneIndex;
import org.yangguang.search.internal.LuceneSearch;

/** Other characters, other words and other spellings of what a document says. */
class SearchWordsTests {

    @TempDir
    Path directory;

    private final List<Synonyms.Group> groups = new ArrayList<>();
    private LuceneIndex index;
    private Search search;

    @BeforeEach
    void open() {
        index = new LuceneIndex(directory);
        search = new LuceneSearch(index, () -> groups);
    }

    @AfterEach
    void close() {
        index.destroy();
    }

    private void put(Texts... documents) {
        index.putAll(Stream.of(documents).map(Texts::document).toList());
    }

    private List<String> titles(String text) {
        return search.find(query(text), PUBLIC).hits().stream()
                .map(SearchResult.Hit::title)
                .toList();
    }

    @Test
    void traditionalCharactersFindSimplifiedOnesAndTheOtherWayRound() {
        put(titled("养老保险办法"), titled("臺灣居民來往通知"), titled("后续发展"));

        assertThat(titles("養老保險")).containsExactly("养老保险办法");
        assertThat(titles("台湾居民来往")).containsExactly("臺灣居民來往通知");
        assertThat(titles("後續發展")).containsExactly("后续发展");
        assertThat(search.find(query("養老"), PUBLIC).hits().get(0).titleHtml()).isEqualTo("<mark>养老</mark>保险办法");
    }

    @Test
    void aNumberIsFoundInAnySpelling() {
        put(
                titled("甲").documentNumber("国办发〔2017〕47号"),
                titled("乙").documentNumber("国办发〔2017〕4号"),
                titled("丙").documentNumber("国发〔2017〕47号"));

        for (String typed : List.of(
                "国办发〔2017〕47号",
                "国办发[2017]47号",
                "国办发［2017］４７号",
                "国办发(2017)47",
                "国办发（２０１７）４７号",
                "国办发【2017】第47号",
                "国办发 〔2017〕 47 号",
                "國辦發〔2017〕47號",
                "  国办发2017 47  ",
                "国办发〔2017〕47号 全文",
                "请问 国办发〔2017〕47号 在哪里")) {
            SearchResult found = search.find(query(typed), PUBLIC);
            assertThat(found.hits().get(0).title()).as(typed).isEqualTo("甲");
            assertThat(found.understood()).as(typed).isEqualTo(SearchResult.Understood.DOCUMENT_NUMBER);
        }
    }

    @Test
    void lettersFindTitlesByTheirSound() {
        put(titled("政府信息公开指南"), titled("泉山区住房公积金管理办法"), titled("重庆银行调研"), titled("其他"));

        assertThat(search.suggest("zfxx", 5, PUBLIC)).containsExactly("政府信息公开指南");
        assertThat(search.suggest("zhengfuxinxi", 5, PUBLIC)).containsExactly("政府信息公开指南");
        assertThat(search.suggest("zheng fu xin", 5, PUBLIC)).containsExactly("政府信息公开指南");
        assertThat(search.suggest("gjj", 5, PUBLIC)).containsExactly("泉山区住房公积金管理办法");
        assertThat(search.suggest("zhufanggong", 5, PUBLIC)).containsExactly("泉山区住房公积金管理办法");
        assertThat(search.suggest("yinhang", 5, PUBLIC)).containsExactly("重庆银行调研");
        assertThat(search.suggest("qzzzz", 5, PUBLIC)).isEmpty();
    }

    @Test
    void aTitleThatBeginsSoComesBeforeOneThatContainsIt() {
        put(titled("泉山区政府信息公开年度报告"), titled("政府信息公开指南"));

        assertThat(search.suggest("zfxx", 5, PUBLIC)).containsExactly("政府信息公开指南", "泉山区政府信息公开年度报告");
    }

    @Test
    void aSynonymFindsWhatSaysTheOtherWordAfterWhatSaysTheWord() {
        put(titled("低保申请").body("低保"), titled("最低生活保障标准"), titled("最低工资"), titled("生活垃圾"));
        assertThat(titles("低保")).containsExactly("低保申请");

        groups.add(new Synonyms.Group(1, List.of("低保", "最低生活保障"), 1));

        assertThat(titles("低保")).containsExactly("低保申请", "最低生活保障标准");
        assertThat(titles("最低生活保障")).first().isEqualTo("最低生活保障标准");
        assertThat(titles("最低生活保障")).contains("低保申请");
        assertThat(titles("低保标准")).first().isEqualTo("最低生活保障标准");
        assertThat(search.find(query("低保"), PUBLIC).hits().get(1).titleHtml()).isEqualTo("<mark>最低生活保障</mark>标准");
        assertThat(titles("低保 申请")).containsExactly("低保申请");
    }

    @Test
    void aTitleThatIsExactlyWhatWasTypedComesFirst() {
        put(
                titled("地名管理条例实施细则").body("地名管理条例".repeat(30)),
                titled("某市地名管理条例").body("地名管理条例".repeat(30)),
                titled("地名管理条例").body("为了加强管理".repeat(300)));

        assertThat(titles("地名管理条例").get(0)).isEqualTo("地名管理条例");
    }
}
