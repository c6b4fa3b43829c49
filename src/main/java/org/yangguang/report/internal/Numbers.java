package org.yangguang.report.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How figures are written in reports, and how shares are rounded: one rule for all of them. */
final class Numbers {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int PLACES = 2;

    private Numbers() {}

    static String plain(BigDecimal figure) {
        return figure.signum() == 0 ? "0" : figure.stripTrailingZeros().toPlainString();
    }

    /** Hundredths of a hundredth, half up: 2 of 138 is 1.45. */
    static BigDecimal share(BigDecimal part, BigDecimal whole) {
        return part.multiply(HUNDRED).divide(whole, PLACES, RoundingMode.HALF_UP);
    }

    /**
     * The shares of parts in their sum, in percent with two places, rounded so that they are exactly 100 together: what rounding down
     * leaves goes to the largest remainders, the first of equals.
     */
    static List<BigDecimal> shares(List<BigDecimal> parts) {
        BigDecimal whole = parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (whole.signum() == 0) {
            return parts.stream().map(part -> BigDecimal.ZERO).toList();
        }
        BigDecimal[] shares = new BigDecimal[parts.size()];
        BigDecimal[] rest = new BigDecimal[parts.size()];
        BigDecimal given = BigDecimal.ZERO;
        for (int i = 0; i < shares.length; i++) {
            BigDecimal exact = parts.get(i).multiply(HUNDRED).divide(whole, PLACES + 12, RoundingMode.DOWN);
            shares[i] = exact.setScale(PLACES, RoundingMode.DOWN);
            rest[i] = exact.subtract(shares[i]);
            given = given.add(shares[i]);
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < shares.length; i++) {
            order.add(i);
        }
        order.sort(Comparator.comparing((Integer i) -> rest[i]).reversed());
        int left = HUNDRED.subtract(given).movePointRight(PLACES).intValue();
        for (int i = 0; i < left; i++) {
            int at = order.get(i);
            shares[at] = shares[at].add(BigDecimal.ONE.movePointLeft(PLACES));
        }
        return List.of(shares);
    }
}
