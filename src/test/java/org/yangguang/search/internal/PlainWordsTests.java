package org.yangguang.search.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainWordsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "320311199001011234",
                "32031119900101123X",
                "３２０３１１１９９００１０１１２３４",
                "13800138000",
                "138 0013 8000",
                "0516-80001001",
                "6222 0212 3456 7890",
                "某某 13800138000 补贴",
                "someone@example.org",
                "铜山路12号楼3单元501室",
                "苏C12345",
                "长",
                "",
                "这一句话太长了所以不会被记录因为里面可能写着一个人的事情而我们不想知道"
            })
    void whatMightTellOfAPersonIsNotNoted(String typed) {
        assertThat(PlainWords.of(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"低保怎么办", "国办发〔2017〕47号", "2016年预算", "公积金 提取"})
    void whatIsOfTheMatterIsNoted(String typed) {
        assertThat(PlainWords.of(typed)).isPresent();
    }
}
