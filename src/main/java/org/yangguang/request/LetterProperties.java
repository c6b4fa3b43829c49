package org.yangguang.request;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How letters look and what they say where the law leaves it open ({@code yangguang.request.letters}).
 *
 * @param number pattern of document numbers: {@code {organ}} short name, {@code {year}}, {@code {serial}}
 * @param reviewNumber, handoverNumber the same for sheets of the office: 审查呈批单, 主动公开移送明细表
 * @param titleFont, bodyFont names of the typefaces in Word documents; those of GB/T 9704 stand on the machines of most offices
 * @param reconsiderationOrgan to whom one applies for reconsideration; empty names the government above
 * @param court where one sues; empty says 有管辖权的人民法院
 * @param reconsiderationFirstInPart whether the withheld part of a partly granted request goes to reconsideration first as well (Administrative Reconsideration Law
 *     2023 Art. 23 and 法释〔2025〕8号 Art. 1 do not say)
 */
@ConfigurationProperties("yangguang.request.letters")
public record LetterProperties(
        @DefaultValue("{organ}公开〔{year}〕{serial}号") String number,
        @DefaultValue("{organ}公开审〔{year}〕{serial}号") String reviewNumber,
        @DefaultValue("{organ}公开移〔{year}〕{serial}号") String handoverNumber,
        @DefaultValue("方正小标宋简体") String titleFont,
        @DefaultValue("仿宋_GB2312") String bodyFont,
        @DefaultValue("") String reconsiderationOrgan,
        @DefaultValue("") String court,
        @DefaultValue("true") boolean reconsiderationFirstInPart) {

    /** What is used where nothing is configured. */
    public static final LetterProperties USUAL = new LetterProperties(
            "{organ}公开〔{year}〕{serial}号",
            "{organ}公开审〔{year}〕{serial}号",
            "{organ}公开移〔{year}〕{serial}号",
            "方正小标宋简体",
            "仿宋_GB2312",
            "",
            "",
            true);

    /** The pattern of numbers in the series. */
    public String pattern(LetterKind.Series series) {
        return switch (series) {
            case LETTERS -> number;
            case REVIEWS -> reviewNumber;
            case HANDOVERS -> handoverNumber;
        };
    }
}
