package org.yangguang.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yangguang.organ.Organ;
import org.yangguang.testing.TestOrgans;
import org.yangguang.testing.YangguangTest;

@YangguangTest
class RemedyNoticeTests {

    private static final LocalDate BEFORE = LocalDate.of(2023, 12, 31);
    private static final LocalDate SINCE = LocalDate.of(2024, 1, 1);

    @Autowired
    RemedyNotice remedies;

    @Autowired
    TestOrgans organs;

    @Test
    void beforeTwentyTwentyFourOneMayChooseWhateverTheReply() {
        Organ organ = organs.root();
        for (ReplyKind kind : ReplyKind.values()) {
            assertThat(remedies.of(kind, BEFORE, organ))
                    .as(kind.name())
                    .contains("60日内", "6个月内")
                    .doesNotContain("应当");
        }
    }

    @Test
    void sinceThenRefusalsUnderArticlesFourteenToSixteenGoToReconsiderationFirst() {
        Organ organ = organs.root();
        for (ReplyKind kind : ReplyKind.values()) {
            boolean first = kind.group() == ReplyKind.Group.REFUSED
                            && kind != ReplyKind.REGISTER_QUERY
                            && kind != ReplyKind.NOT_GOVERNMENT_INFORMATION
                    || kind == ReplyKind.GRANTED_IN_PART;
            String text = remedies.of(kind, SINCE, organ);
            assertThat(text.contains("应当自收到本告知书之日起60日内先向")).as(kind.name()).isEqualTo(first);
            assertThat(text).as(kind.name()).contains(first ? "15日内" : "6个月内");
        }
    }

    @Test
    void whatTheLawLeavesOpenIsConfigured() {
        LetterProperties usual = LetterProperties.USUAL;
        assertThat(usual.reconsiderationFirstInPart()).isTrue();
        assertThat(remedies.of(ReplyKind.REPEATED, SINCE, organs.root())).contains("上一级人民政府", "有管辖权的人民法院");
    }
}
