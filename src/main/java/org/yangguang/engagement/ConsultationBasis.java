package org.yangguang.engagement;

/**
 * Why a draft is shown for opinions, and how long that must last.
 *
 * <p>Draft rules (规章): generally no fewer than 30 days (Articles 15 and 21 of 《规章制定程序条例》, 2017). Major administrative decisions: no fewer than
 * 30 days, shorter only where it is urgent and with an explanation (Article 15 of 《重大行政决策程序暂行条例》, 2019). Rules and documents that touch
 * market entities: no fewer than 30 days, and what became of the opinions is told (Article 62 of 《优化营商环境条例》, 2019).
 */
public enum ConsultationBasis {
    RULES_DRAFT(30, false),
    MAJOR_DECISION(30, true),
    MARKET_ENTITIES(30, false),
    /** No law sets a period. */
    OTHER(0, false);

    private final int days;
    private final boolean shortable;

    ConsultationBasis(int days, boolean shortable) {
        this.days = days;
        this.shortable = shortable;
    }

    /** Days for which opinions must be taken; the first day is not counted. */
    public int days() {
        return days;
    }

    /** Whether it may be shorter with an explanation. */
    public boolean shortable() {
        return shortable;
    }
}
