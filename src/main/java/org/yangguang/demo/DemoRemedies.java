package org.yangguang.demo;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yangguang.account.Officer;
import org.yangguang.remedy.Ending;
import org.yangguang.remedy.Filing;
import org.yangguang.remedy.Remedies;
import org.yangguang.remedy.RemedyAct;
import org.yangguang.remedy.RemedyId;
import org.yangguang.remedy.RemedyKind;
import org.yangguang.remedy.RemedyOutcome;

/** The two reconsiderations of 2016; both ended otherwise than upheld or corrected. */
@Component
class DemoRemedies {

    private final Remedies remedies;

    DemoRemedies(Remedies remedies) {
        this.remedies = remedies;
    }

    /** @param refused numbers of the two applications that they are about */
    void prepare(Officer office, List<String> refused) {
        RemedyId first = file(office, refused.get(0), LocalDate.of(2016, 8, 15), "〔2016〕徐行复第 31 号（示例）");
        act(office, first, 1, RemedyAct.ADMIT, LocalDate.of(2016, 8, 19), null, "");
        act(office, first, 2, RemedyAct.RECEIVE_COPY, LocalDate.of(2016, 8, 22), null, "");
        act(office, first, 3, RemedyAct.ANSWER, LocalDate.of(2016, 8, 29), null, "已提交答复书和征求第三方意见的材料。");
        act(office, first, 4, RemedyAct.DECIDE, LocalDate.of(2016, 9, 20), Ending.MEDIATED, "双方达成调解协议，申请人查阅不涉密的部分。");
        RemedyId second = file(office, refused.get(1), LocalDate.of(2016, 10, 10), "〔2016〕徐行复第 44 号（示例）");
        act(office, second, 1, RemedyAct.ADMIT, LocalDate.of(2016, 10, 14), null, "");
        act(office, second, 2, RemedyAct.DECIDE, LocalDate.of(2016, 11, 4), Ending.WITHDRAWN, "申请人撤回复议申请，复议终止。");
    }

    private RemedyId file(Officer office, String caseNumber, LocalDate on, String number) {
        return done(remedies.file(
                office,
                new Filing(
                        RemedyKind.RECONSIDERATION,
                        caseNumber,
                        null,
                        "徐州市人民政府",
                        number,
                        on,
                        "",
                        "请求撤销不予公开的答复，涉及房屋拆迁。",
                        false,
                        "demo-" + caseNumber)));
    }

    private void act(
            Officer office,
            RemedyId id,
            int version,
            RemedyAct act,
            LocalDate on,
            @Nullable Ending ending,
            String words) {
        done(remedies.act(office, id, version, act, on, ending, words));
    }

    private static RemedyId done(RemedyOutcome outcome) {
        if (outcome instanceof RemedyOutcome.Done done) {
            return done.id();
        }
        throw new IllegalStateException("The demonstration was refused: " + outcome);
    }
}
