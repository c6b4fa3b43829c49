package org.yangguang.request;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The information processing fee (信息处理费) of the measure of 2020 (国办函〔2020〕109号), in yuan: one of two ways for an application, never both
 * (Article 3), each band at its own rate (超额累进). Below the free allowance there is no fee.
 */
public final class InformationFee {

    /** Items a person may ask for free in a calendar month (Article 4). */
    public static final int FREE_ITEMS = 10;
    /** Pages that are given free with one application (Article 5). */
    public static final int FREE_PAGES = 30;

    private static final int ITEMS_OF_FIRST_BAND = 30;
    private static final int ITEMS_OF_FURTHER_BANDS = 10;
    private static final int FIRST_RATE = 100;

    private InformationFee() {}

    /**
     * The fee for {@code items} further items of an applicant who has had {@code before} in the same calendar month (Article 4: 11 to 30 cost 100 yuan
     * each, and each band of ten beyond 100 yuan more apiece).
     */
    public static long byItem(int before, int items) {
        if (before < 0 || items < 0) {
            throw new IllegalArgumentException("a number of items is negative");
        }
        return itemsUpTo((long) before + items) - itemsUpTo(before);
    }

    /** The fee for the pages of one application (Article 5: 31 to 100 cost 10 yuan each, 101 to 200 cost 20, further ones 40). */
    public static long byPage(int pages) {
        if (pages < 0) {
            throw new IllegalArgumentException("a number of pages is negative");
        }
        return band(pages, FREE_PAGES, 100) * 10
                + band(pages, 100, 200) * 20
                + band(pages, 200, Integer.MAX_VALUE) * 40;
    }

    /**
     * Costs of searching, copying and posting under Article 27 of the 2007 Regulations; nothing else may be charged.
     *
     * @return empty when one of them is negative
     */
    public static Optional<BigDecimal> costs(BigDecimal searching, BigDecimal copying, BigDecimal posting) {
        boolean possible = searching.signum() >= 0 && copying.signum() >= 0 && posting.signum() >= 0;
        return possible ? Optional.of(searching.add(copying).add(posting)) : Optional.empty();
    }

    private static long itemsUpTo(long items) {
        long fee = band(items, FREE_ITEMS, ITEMS_OF_FIRST_BAND) * FIRST_RATE;
        long rate = FIRST_RATE;
        for (long from = ITEMS_OF_FIRST_BAND; from < items; from += ITEMS_OF_FURTHER_BANDS) {
            rate += FIRST_RATE;
            fee += band(items, from, from + ITEMS_OF_FURTHER_BANDS) * rate;
        }
        return fee;
    }

    private static long band(long number, long from, long to) {
        return Math.max(0, Math.min(number, to) - from);
    }
}
