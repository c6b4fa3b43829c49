package org.yangguang.remedy;

import java.util.Arrays;
import java.util.List;

/**
 * How a remedy can end, and as which of the three results it counts in the tables of 2014 and 2021: 维持, 纠正, 其他.
 *
 * <p>The form of 2014 counts a dismissed claim (驳回诉讼请求) of a lawsuit as upheld; for reconsiderations no rule was seen, so a dismissed one counts
 * as another result.
 */
public enum Ending {
    /** 维持. */
    UPHELD(Result.UPHELD),
    /** 驳回行政复议请求, 驳回诉讼请求. */
    CLAIM_DISMISSED(Result.OTHER),
    /** 撤销. */
    REVOKED(Result.CORRECTED),
    /** 变更. */
    CHANGED(Result.CORRECTED),
    /** 确认违法. */
    DECLARED_ILLEGAL(Result.CORRECTED),
    /** 责令履行. */
    ORDERED(Result.CORRECTED),
    /** 不予受理, 驳回申请, 驳回起诉. */
    NOT_ADMITTED(Result.OTHER),
    /** 撤回, 终止, 撤诉. */
    WITHDRAWN(Result.OTHER),
    /** 调解. */
    MEDIATED(Result.OTHER),
    /** A complaint that was right; the organ puts it right. */
    FOUNDED(Result.CORRECTED),
    UNFOUNDED(Result.UPHELD),
    /** A complaint that was sent to whoever is responsible. */
    REFERRED(Result.OTHER);

    /** The three columns of the tables. */
    public enum Result {
        UPHELD(".1"),
        CORRECTED(".2"),
        OTHER(".3");

        private final String row;

        Result(String row) {
            this.row = row;
        }
    }

    private final Result usual;

    Ending(Result usual) {
        this.usual = usual;
    }

    public Result result(RemedyKind kind) {
        return this == CLAIM_DISMISSED && kind == RemedyKind.LITIGATION ? Result.UPHELD : usual;
    }

    /** Row of section 四, 五 or 六 of the form of 2014. */
    public String row2014(RemedyKind kind) {
        return switch (kind) {
            case RECONSIDERATION -> "4" + result(kind).row;
            case LITIGATION -> "5" + result(kind).row;
            case COMPLAINT -> "6";
        };
    }

    /** Endings that a remedy of this kind can have. */
    public static List<Ending> of(RemedyKind kind) {
        return Arrays.stream(values()).filter(ending -> ending.fits(kind)).toList();
    }

    private boolean fits(RemedyKind kind) {
        return switch (this) {
            case FOUNDED, UNFOUNDED, REFERRED -> kind == RemedyKind.COMPLAINT;
            case WITHDRAWN -> true;
            default -> kind != RemedyKind.COMPLAINT;
        };
    }

    /** Whether it can end so before it was admitted. */
    public boolean beforeAdmission() {
        return this == NOT_ADMITTED || this == WITHDRAWN || this == REFERRED;
    }
}
