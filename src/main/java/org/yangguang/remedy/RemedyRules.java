package org.yangguang.remedy;

import java.time.LocalDate;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the law leaves open, or where no source was seen, is settled here ({@code yangguang.remedy}).
 *
 * @param reconsiderationFirst from which day a refusal must go to reconsideration before a court (行政复议法 of 2023, Art. 23)
 * @param partlyGrantedFirst whether that holds for the withheld part of a reply that grants in part, too
 * @param moveFromDayOff whether a period in days that ends on a day off ends on the next working day
 * @param complaintDays days in which a complaint is to be dealt with; 0 when there is no such rule
 */
@ConfigurationProperties("yangguang.remedy")
public record RemedyRules(
        @DefaultValue("2024-01-01") LocalDate reconsiderationFirst,
        @DefaultValue("true") boolean partlyGrantedFirst,
        @DefaultValue("true") boolean moveFromDayOff,
        @DefaultValue("0") int complaintDays) {

    /** What is used where nothing is configured. */
    public static final RemedyRules USUAL = new RemedyRules(LocalDate.of(2024, 1, 1), true, true, 0);
}
