package org.yangguang.disclosure;

/** Why something that was public is taken back; shown on the tombstone. Names are message keys below {@code disclosure.withdrawal}. */
public enum WithdrawalReason {
    /** The content is wrong and cannot stand until it is corrected. */
    ERROR,
    /** The decision it rests on was changed, revoked or found void (Article 48 of the Administrative Penalty Law). */
    DECISION_REVOKED,
    /** It touches a state secret (Article 14 of the 2019 Regulations). */
    STATE_SECRET,
    /** It harms a third party's trade secret or privacy (Article 15 of the 2019 Regulations). */
    THIRD_PARTY,
    /** The period for which it had to be public has ended. */
    PERIOD_ENDED,
    /** It was published twice, or by an organ that is not the one to publish it. */
    DUPLICATE,
    /** A newer edition was decided to be disclosed on request only, or withheld. */
    NO_LONGER_PROACTIVE,
    /** Another reason, told in the note. */
    OTHER
}
