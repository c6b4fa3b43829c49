package org.yangguang.request;

import org.yangguang.calendar.Regime;

/**
 * How an application reaches the office. Counter and post may never be refused (国办公开办函〔2017〕19号).
 *
 * <p>The 2014 table knows four rows: handed in, fax, online, letter.
 */
public enum Channel {
    COUNTER("3.1.1"),
    /** Registered or express mail that somebody signs for. */
    REGISTERED_LETTER("3.1.4"),
    /** Ordinary mail, or mail that came to another part of the organ. */
    PLAIN_LETTER("3.1.4"),
    FAX("3.1.2"),
    /** The form of this website. */
    ONLINE("3.1.3"),
    /** A published mailbox. */
    EMAIL("3.1.3"),
    /** Spoken, because writing is truly difficult; the office fills in the form (2007 Art. 20, 2019 Art. 29). */
    ORAL("3.1.1");

    private final String row2014;

    Channel(String row2014) {
        this.row2014 = row2014;
    }

    /** Row of section 三 of the table of 2014. */
    public String row2014() {
        return row2014;
    }

    /** The rule for the date of receipt under {@code regime}. */
    public ReceiptDate receiptDate(Regime regime) {
        boolean old = regime != Regime.REGULATIONS_2019;
        return switch (this) {
            case COUNTER, ORAL -> old ? ReceiptDate.HANDED_IN_2015 : ReceiptDate.HANDED_IN_2019;
            case REGISTERED_LETTER -> old ? ReceiptDate.SIGNED_FOR_2015 : ReceiptDate.SIGNED_FOR_2019;
            case PLAIN_LETTER -> old ? ReceiptDate.LETTER_CONFIRMED_2015 : ReceiptDate.LETTER_CONFIRMED_2019;
            case FAX -> old ? ReceiptDate.FAX_CONFIRMED_2015 : ReceiptDate.CONFIRMED_BY_BOTH_2019;
            case EMAIL -> old ? ReceiptDate.SHOWN_BY_MAIL_SYSTEM_2015 : ReceiptDate.CONFIRMED_BY_BOTH_2019;
            case ONLINE -> old ? ReceiptDate.OTHER_CHANNEL_2015 : ReceiptDate.CONFIRMED_BY_BOTH_2019;
        };
    }
}
