package org.yangguang.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yangguang.disclosure.internal.TextDiff;
import org.yangguang.disclosure.internal.TextDiff.Kind;

class TextDiffTests {

    @Test
    void aChangedWordIsShownWithinItsSentence() {
        assertThat(said("第一条。补助标准为每月300元。第三条。", "第一条。补助标准为每月350元。第三条。")).isEqualTo("第一条。补助标准为每月3[-0][+5]0元。第三条。");
    }

    @Test
    void aSentenceThatIsGoneOrNewIsShownWhole() {
        assertThat(said("甲。乙。", "甲。")).isEqualTo("甲。[-乙。]");
        assertThat(said("", "新增一句。")).isEqualTo("[+新增一句。]");
    }

    @Test
    void rareCharactersAreNotCutInTwo() {
        assertThat(said("𠮷家。", "𠮸家。")).isEqualTo("[-𠮷][+𠮸]家。");
    }

    private static String said(String before, String after) {
        return TextDiff.of(before, after).stream()
                .map(run -> run.kind() == Kind.SAME
                        ? run.text()
                        : "[" + (run.kind() == Kind.OUT ? "-" : "+") + run.text() + "]")
                .collect(Collectors.joining());
    }
}
