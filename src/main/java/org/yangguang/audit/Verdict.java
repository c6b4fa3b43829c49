package org.yangguang.audit;

/** What a check of the chain found. */
public sealed interface Verdict {

    /** @param entries how many were checked; @param head where the chain ends */
    record Intact(long entries, Head head) implements Verdict {}

    /**
     * @param seq the first entry that is broken or missing
     * @param entries how many before it were found intact
     */
    record Broken(long seq, Fault fault, long entries) implements Verdict {}

    /** What is wrong with an entry. */
    enum Fault {
        /** Its content does not give its hash. */
        CHANGED("its content is not what was recorded: it does not give the hash of the entry"),
        /** It does not carry the hash of the entry before it. */
        WRONG_PREVIOUS("it does not carry the hash of the entry before it: one of the two was replaced"),
        /** The next entry found has a higher number. */
        MISSING("it is missing; a later entry follows"),
        /** A second entry of this number. */
        FORK("there is more than one entry of this number, or it stands out of its order"),
        /** The chain ends before its head, before an expected place or without an end mark. */
        CUT_OFF("it is missing, and so is everything behind it: the end was cut off"),
        /** It is not the one at the head, or stands behind it. */
        HEAD_MISMATCH("it is not the entry at which the head says that the chain ends"),
        /** Another hash was noted down for it. */
        UNEXPECTED("its hash is not the one that was expected for it: the chain was written anew");

        private final String sentence;

        Fault(String sentence) {
            this.sentence = sentence;
        }

        /** What is wrong, in English. */
        public String sentence() {
            return sentence;
        }
    }
}
