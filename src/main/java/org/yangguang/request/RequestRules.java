package org.yangguang.request;

import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.yangguang.calendar.Regime;

/**
 * What the law leaves open, or where no source was seen, is settled here ({@code yangguang.request}).
 *
 * @param countReceiptDay whether the day of receipt is the first day of the period; custom says that it is not
 * @param straddling which Regulations hold for a case that was received before 15 May 2019 and open on that day
 * @param correctionRestarts whether a corrected application starts the period anew under the 2007 Regulations, which are silent on it
 *     (those of 2019 say so in Article 30); otherwise the time until it came in is not counted
 * @param feeStops whether the time until a fee is paid is not counted
 * @param paymentDays working days to pay a fee
 * @param feesFrom first day on which an information processing fee can be asked for; the measure of 2020 is in force since then
 * @param longestWait until when, counted from the notice, an applicant may be given time or be made to wait; the Regulations say "reasonable"
 * @param retention how long after it was closed a case keeps what names people
 * @param backdatingDays working days after which what happened can no longer be recorded by an officer
 */
@ConfigurationProperties("yangguang.request")
public record RequestRules(
        @DefaultValue("false") boolean countReceiptDay,
        @DefaultValue("by-receipt") Straddling straddling,
        @DefaultValue("true") boolean correctionRestarts,
        @DefaultValue("true") boolean feeStops,
        @DefaultValue("20") int paymentDays,
        @DefaultValue("2021-01-01") LocalDate feesFrom,
        @DefaultValue("P1Y") Period longestWait,
        @DefaultValue("P10Y") Period retention,
        @DefaultValue("10") int backdatingDays) {

    /** What is used where nothing is configured. */
    public static final RequestRules USUAL = new RequestRules(
            false,
            Straddling.BY_RECEIPT,
            true,
            true,
            20,
            LocalDate.of(2021, 1, 1),
            Period.ofYears(1),
            Period.ofYears(10),
            10);

    private static final LocalDate REVISION = LocalDate.of(2019, 5, 15);

    /** Which Regulations a case that straddles the revision is handled under. */
    public enum Straddling {
        /** Those in force on the date of receipt. */
        BY_RECEIPT,
        /** Those of 2019 when it was still open on 15 May 2019. */
        BY_REPLY
    }

    /** @param closedOn null while the case is open */
    public Regime regime(LocalDate receivedOn, @Nullable LocalDate closedOn) {
        Regime byReceipt = Regime.on(receivedOn);
        boolean straddles = byReceipt == Regime.REGULATIONS_2007 && (closedOn == null || !closedOn.isBefore(REVISION));
        return straddling == Straddling.BY_REPLY && straddles ? Regime.REGULATIONS_2019 : byReceipt;
    }
}
