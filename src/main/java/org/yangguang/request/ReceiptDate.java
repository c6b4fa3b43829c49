package org.yangguang.request;

import static org.yangguang.request.Article.Source.LETTER_2015_207;
import static org.yangguang.request.Article.Source.ORDER_711;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rules for the date of receipt (收到日), from which the reply period runs: Article 31 of the 2019 Regulations, and 国办公开办函〔2015〕207号 for
 * the years before.
 */
public enum ReceiptDate {
    /** 当面提交的,以提交之日为收到日. */
    HANDED_IN_2019(Article.of(ORDER_711, 31, 1), false),
    /** 邮寄方式的,以签收之日为收到日. */
    SIGNED_FOR_2019(Article.of(ORDER_711, 31, 2), false),
    /** 平常信函等无需签收的邮寄方式: the office confirms with the applicant on the day; the day of confirmation. */
    LETTER_CONFIRMED_2019(Article.of(ORDER_711, 31, 2), true),
    /** 互联网渠道或者传真: the day that both confirm. */
    CONFIRMED_BY_BOTH_2019(Article.of(ORDER_711, 31, 3), true),
    HANDED_IN_2015(Article.of(LETTER_2015_207, 0), false),
    SIGNED_FOR_2015(Article.of(LETTER_2015_207, 0), false),
    /** Confirmed by telephone on the day of arrival; when nobody can be reached, from the day that contact is restored. */
    LETTER_CONFIRMED_2015(Article.of(LETTER_2015_207, 0), true),
    /** The date that the mail system shows. */
    SHOWN_BY_MAIL_SYSTEM_2015(Article.of(LETTER_2015_207, 0), false),
    FAX_CONFIRMED_2015(Article.of(LETTER_2015_207, 0), true),
    /** Another published channel whose rule the organ has not published: the day that both confirm. */
    OTHER_CHANNEL_2015(Article.of(LETTER_2015_207, 0), true);

    private final Article article;
    private final boolean confirmed;

    ReceiptDate(Article article, boolean confirmed) {
        this.article = article;
        this.confirmed = confirmed;
    }

    public Article article() {
        return article;
    }

    /** Whether the date is that of a confirmation with the applicant. */
    public boolean needsConfirmation() {
        return confirmed;
    }

    /** The date of receipt; empty while the confirmation that it depends on is missing. */
    public Optional<LocalDate> on(LocalDate arrivedOn, @Nullable LocalDate confirmedOn) {
        return confirmed ? Optional.ofNullable(confirmedOn) : Optional.of(arrivedOn);
    }
}
