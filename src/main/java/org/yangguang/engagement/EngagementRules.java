package org.yangguang.engagement;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What no national rule settles is settled here ({@code yangguang.engagement}); periods are working days from the day after receipt.
 *
 * @param consultationDays to answer a consultation
 * @param suggestionDays to answer a suggestion
 * @param complaintDays to answer a complaint
 * @param errorDays to answer somebody who found a mistake on the site
 * @param alarmDays calendar days before three months are over from which an open letter is shown as an alarm
 * @param interpretationDays working days after the publication of a normative document within which it is to be interpreted
 * @param ratingsPerAddress how often one network address may rate one organ in one yearly rating
 * @param ratingFewest ratings below which an organ's average is not told
 */
@ConfigurationProperties("yangguang.engagement")
public record EngagementRules(
        @DefaultValue("5") int consultationDays,
        @DefaultValue("15") int suggestionDays,
        @DefaultValue("15") int complaintDays,
        @DefaultValue("3") int errorDays,
        @DefaultValue("21") int alarmDays,
        @DefaultValue("3") int interpretationDays,
        @DefaultValue("1") int ratingsPerAddress,
        @DefaultValue("5") int ratingFewest) {

    /** Working days in which a letter of this kind is to be answered. */
    public int replyDays(LetterKind kind) {
        return switch (kind) {
            case CONSULTATION -> consultationDays;
            case SUGGESTION -> suggestionDays;
            case COMPLAINT -> complaintDays;
            case ERROR_REPORT -> errorDays;
        };
    }
}
