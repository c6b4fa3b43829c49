package org.yangguang.request;

import static org.yangguang.request.Article.Source.FEES_2020;
import static org.yangguang.request.Article.Source.ORDER_492;
import static org.yangguang.request.Article.Source.ORDER_711;

import org.yangguang.calendar.Regime;

/**
 * How long an organ may take, in working days.
 *
 * <p>2007: 15, and 15 more (Article 24). 2019: 20, and 20 more (Article 33).
 */
public enum ReplyPeriod {
    ORDER_492_ARTICLE_24(15, 15, Article.of(ORDER_492, 24)),
    ORDER_711_ARTICLE_33(20, 20, Article.of(ORDER_711, 33));

    /** A correction is asked for within 7 working days, and once (2019 Art. 30). */
    public static final int CORRECTION_NOTICE = 7;
    /** A third party, or the organ that made the information too, answers within 15 working days (2019 Art. 32, 34). */
    public static final int CONSULTATION = 15;
    /** A fee is paid within 20 working days (国办函〔2020〕109号; seen in no full copy, so configurable). */
    public static final int PAYMENT = 20;

    public static final Article CORRECTION_ARTICLE = Article.of(ORDER_711, 30);
    public static final Article THIRD_PARTY_ARTICLE = Article.of(ORDER_711, 32);
    public static final Article JOINT_ORGAN_ARTICLE = Article.of(ORDER_711, 34);
    public static final Article EXCESSIVE_ARTICLE = Article.of(ORDER_711, 35);
    public static final Article FEE_ARTICLE = Article.of(FEES_2020, 0);

    private final int days;
    private final int extension;
    private final Article article;

    ReplyPeriod(int days, int extension, Article article) {
        this.days = days;
        this.extension = extension;
        this.article = article;
    }

    /** @throws IllegalArgumentException for a day on which no Regulations were in force */
    public static ReplyPeriod under(Regime regime) {
        return switch (regime) {
            case REGULATIONS_2007 -> ORDER_492_ARTICLE_24;
            case REGULATIONS_2019 -> ORDER_711_ARTICLE_33;
            case NONE -> throw new IllegalArgumentException("there is no reply period before 1 May 2008");
        };
    }

    public int days() {
        return days;
    }

    public int extension() {
        return extension;
    }

    public Article article() {
        return article;
    }
}
