package org.yangguang.request;

import static org.yangguang.request.Article.Source.FEES_2020;
import static org.yangguang.request.Article.Source.ORDER_492;
import static org.yangguang.request.Article.Source.ORDER_711;
import static org.yangguang.request.Article.Source.PRACTICE;
import static org.yangguang.request.ReplyKind.Group.CANNOT_BE_PROVIDED;
import static org.yangguang.request.ReplyKind.Group.GRANTED;
import static org.yangguang.request.ReplyKind.Group.NOT_PROCESSED;
import static org.yangguang.request.ReplyKind.Group.OTHER;
import static org.yangguang.request.ReplyKind.Group.PARTLY_GRANTED;
import static org.yangguang.request.ReplyKind.Group.REFUSED;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yangguang.calendar.Regime;

/**
 * Every way in which an application can end, under both Regulations, each with its article and its one row in the tables of 2014, 2019 and
 * 2021.
 *
 * <p>Rows of 2021 and 2019 are the figure rows of table 3, counted from the top (国办公开办函〔2021〕30号; 国办公开办函〔2019〕60号, where section
 * (六) is one row). Rows of 2014 are those of section 三 of that form. The forms do not know each other's kinds; where a kind is older or newer than
 * a form, the row is the nearest one, see {@code docs/law/request.md}.
 */
public enum ReplyKind {
    /** 已主动公开: where and how to find it. */
    ALREADY_PUBLIC(GRANTED, art(ORDER_492, 21, 1), art(ORDER_711, 36, 1), "3.3.1", 3),
    /** 予以公开. */
    GRANTED_IN_FULL(GRANTED, art(ORDER_492, 21, 1), art(ORDER_711, 36, 2), "3.3.2", 3),
    /** 部分公开; counted here only, whatever the withheld parts are. */
    GRANTED_IN_PART(PARTLY_GRANTED, art(ORDER_492, 22, 0), art(ORDER_711, 37, 0), "3.3.3", 4),
    STATE_SECRET(REFUSED, art(ORDER_492, 14, 0), art(ORDER_711, 14, 0), "3.3.4.1", 5),
    OTHER_LAW(REFUSED, art(ORDER_492, 21, 2), art(ORDER_711, 14, 0), "3.3.4.6", 6),
    /** 三安全一稳定. */
    SECURITY_AND_STABILITY(REFUSED, art(ORDER_492, 8, 0), art(ORDER_711, 14, 0), "3.3.4.4", 7),
    TRADE_SECRET(REFUSED, art(ORDER_492, 14, 0), art(ORDER_711, 15, 0), "3.3.4.2", 8),
    PRIVACY(REFUSED, art(ORDER_492, 14, 0), art(ORDER_711, 15, 0), "3.3.4.3", 8),
    /** 三类内部事务信息. */
    INTERNAL_AFFAIRS(REFUSED, null, art(ORDER_711, 16, 1), "3.3.4.6", 9),
    /** 四类过程性信息. */
    INFORMATION_IN_PROCESS(REFUSED, null, art(ORDER_711, 16, 2), "3.3.4.6", 10),
    ENFORCEMENT_FILE(REFUSED, null, art(ORDER_711, 16, 2), "3.3.4.6", 11),
    /** 行政查询事项: registers with rules of their own. */
    REGISTER_QUERY(REFUSED, null, art(ORDER_711, 36, 7), "3.3.8", 12),
    /** 不是《条例》所指政府信息, a kind of the 2014 form only. */
    NOT_GOVERNMENT_INFORMATION(REFUSED, art(ORDER_492, 2, 0), null, "3.3.4.5", 23),
    /** 检索后不存在. */
    DOES_NOT_EXIST(CANNOT_BE_PROVIDED, art(ORDER_492, 21, 3), art(ORDER_711, 36, 4), "3.3.6", 13),
    /** 不属于本机关负责公开, with the organ that is. */
    NOT_THIS_ORGAN(CANNOT_BE_PROVIDED, art(ORDER_492, 21, 3), art(ORDER_711, 36, 5), "3.3.5", 13),
    /** 没有现成信息需要另行制作. */
    MUST_BE_MADE(CANNOT_BE_PROVIDED, null, art(ORDER_711, 38, 0), "3.3.6", 14),
    STILL_UNCLEAR(CANNOT_BE_PROVIDED, null, art(ORDER_711, 36, 0), "3.3.7", 15),
    /** 信访举报投诉类. */
    PETITION_OR_COMPLAINT(NOT_PROCESSED, null, art(ORDER_711, 39, 1), "3.3.8", 16),
    REPEATED(NOT_PROCESSED, null, art(ORDER_711, 36, 6), "3.3.4.6", 17),
    /** 要求提供公开出版物. */
    PUBLICATION(NOT_PROCESSED, null, art(ORDER_711, 39, 2), "3.3.8", 18),
    /** 无正当理由大量反复申请. */
    EXCESSIVE(NOT_PROCESSED, null, art(ORDER_711, 35, 0), "3.3.4.6", 19),
    /** 要求确认或重新出具已获取信息. */
    CONFIRMATION_OF_KNOWN(NOT_PROCESSED, null, art(PRACTICE, 0, 0), "3.3.4.6", 20),
    /** 告知通过其他途径办理, a kind of the 2014 form only. */
    OTHER_WAY(CANNOT_BE_PROVIDED, art(ORDER_492, 21, 1), null, "3.3.8", 12),
    /** 告知作出更改、补充, which the 2014 form counts as an answer. */
    CORRECTION_ASKED(OTHER, art(ORDER_492, 21, 4), null, "3.3.7", 15),
    /** 逾期不补正. */
    NOT_CORRECTED(OTHER, null, art(ORDER_711, 30, 0), "3.3.7", 21),
    /** 逾期不缴费. */
    FEE_NOT_PAID(OTHER, null, art(FEES_2020, 0, 0), null, 22),
    /** 主动撤回; the form of 2014 has no row for it. */
    WITHDRAWN(OTHER, art(PRACTICE, 0, 0), art(PRACTICE, 0, 0), null, 23),
    /** 其他. */
    OTHER_HANDLING(OTHER, null, art(PRACTICE, 0, 0), "3.3.8", 23);

    /** The five headings of section 三 (一) to (六). */
    public enum Group {
        GRANTED,
        PARTLY_GRANTED,
        REFUSED,
        CANNOT_BE_PROVIDED,
        NOT_PROCESSED,
        OTHER
    }

    private static final int FIRST_OF_OTHER_2021 = 21;

    private final Group group;
    private final @Nullable Article under2007;
    private final @Nullable Article under2019;
    private final @Nullable String row2014;
    private final int row2021;

    ReplyKind(
            Group group,
            @Nullable Article under2007,
            @Nullable Article under2019,
            @Nullable String row2014,
            int row2021) {
        this.group = group;
        this.under2007 = under2007;
        this.under2019 = under2019;
        this.row2014 = row2014;
        this.row2021 = row2021;
    }

    public Group group() {
        return group;
    }

    /** The article that a reply of this kind rests on; empty when the regime does not know the kind. */
    public Optional<Article> article(Regime regime) {
        return switch (regime) {
            case REGULATIONS_2007 -> Optional.ofNullable(under2007);
            case REGULATIONS_2019 -> Optional.ofNullable(under2019);
            case NONE -> Optional.empty();
        };
    }

    /** Row of section 三 of the form of 2014; empty for what that form cannot express. */
    public Optional<String> row2014() {
        return Optional.ofNullable(row2014);
    }

    /** Figure row of table 3 in the trial form of 2019. */
    public int row2019() {
        return Math.min(row2021, FIRST_OF_OTHER_2021);
    }

    /** Figure row of table 3 in the form of 2021. */
    public int row2021() {
        return row2021;
    }

    /** Whether it ends a case without a letter of reply: the applicant let it lie or took it back. */
    public boolean withoutReply() {
        return this == NOT_CORRECTED || this == FEE_NOT_PAID || this == WITHDRAWN || this == CORRECTION_ASKED;
    }

    /** Whether the reply must give reasons: everything but giving what was asked for (2007 Art. 21, 2019 Art. 36). */
    public boolean needsReason() {
        return group != Group.GRANTED;
    }

    /** Whether the reply needs a text beside article and reason: what is given, or where and how it can be had. What else the letter says stands in its template. */
    public boolean needsText() {
        return group == Group.GRANTED || group == Group.PARTLY_GRANTED || this == PUBLICATION || this == OTHER_WAY;
    }

    /** Whether it keeps what is a third party's: their trade secrets, their privacy (2019 Art. 15). */
    public boolean protectsThirdParty() {
        return this == TRADE_SECRET || this == PRIVACY;
    }

    /** Whether part of a document can be withheld on this ground. */
    public boolean withholds() {
        return group == Group.REFUSED && this != REGISTER_QUERY && this != NOT_GOVERNMENT_INFORMATION;
    }

    /** Kinds of reply that an officer can draft under {@code regime}. */
    public static List<ReplyKind> replies(Regime regime) {
        return Arrays.stream(values())
                .filter(kind -> !kind.withoutReply() && kind.article(regime).isPresent())
                .toList();
    }

    private static Article art(Article.Source source, int number, int item) {
        return Article.of(source, number, item);
    }
}
