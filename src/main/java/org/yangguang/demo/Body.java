package org.yangguang.demo;

import java.util.List;
import java.util.stream.IntStream;
import org.yangguang.organ.OrganKind;

/**
 * One of the 81 bodies of the district.
 *
 * @param number from 1, the district government itself
 * @param code invented organisation code with its right check character (GB 11714)
 * @param sign first part of its document numbers, {@code 泉教发}
 * @param domain what it deals with; picks its texts
 */
record Body(
        int number,
        OrganKind kind,
        String code,
        String name,
        String shortName,
        String english,
        String sign,
        String domain) {

    private static final int[] WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    static List<Body> all() {
        List<String> lines = Resource.lines("bodies.csv");
        return IntStream.range(1, lines.size())
                .mapToObj(number -> of(number, lines.get(number)))
                .toList();
    }

    private static Body of(int number, String line) {
        String[] f = line.split(",");
        String stem = "QS%06d".formatted(number);
        return new Body(number, OrganKind.valueOf(f[0]), stem + checkCharacter(stem), f[1], f[2], f[3], f[4], f[5]);
    }

    boolean government() {
        return kind == OrganKind.GOVERNMENT;
    }

    /** The 75 that publish budgets, final accounts and the three public expenses: all but the government and five companies. */
    boolean publishesBudget() {
        return !government() && !domain.equals("enterprise");
    }

    private static char checkCharacter(String stem) {
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += Character.digit(stem.charAt(i), 36) * WEIGHTS[i];
        }
        return "0123456789X0".charAt(11 - sum % 11);
    }
}
