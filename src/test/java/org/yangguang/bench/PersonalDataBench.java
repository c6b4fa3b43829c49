package org.yangguang.bench;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yangguang.file.GeneratedTexts;
import org.yangguang.file.PersonalData;

/** How much text is checked for personal data in a second, against one regular expression for candidates of numbers in the same run. */
public final class PersonalDataBench {

    private static final int ROUNDS = 7;
    private static final Pattern CANDIDATES = Pattern.compile("\\d{17}[\\dXx]|\\d{15}|1[3-9]\\d{9}|\\d{16,19}");

    private PersonalDataBench() {}

    public static void main(String[] arguments) {
        String prose = text(0);
        String dense = text(4);
        for (String text : new String[] {prose, dense}) {
            double megabytes = text.getBytes(StandardCharsets.UTF_8).length / 1e6;
            double[] scan = new double[ROUNDS];
            double[] pattern = new double[ROUNDS];
            int found = 0;
            for (int round = -1; round < ROUNDS; round++) {
                long start = System.nanoTime();
                found = PersonalData.in(text).size();
                long between = System.nanoTime();
                int candidates = candidates(text);
                long end = System.nanoTime();
                if (round >= 0 && candidates >= 0) {
                    scan[round] = megabytes * 1e9 / (between - start);
                    pattern[round] = megabytes * 1e9 / (end - between);
                }
            }
            System.out.printf(
                    "%s: %.1f MB, %,d findings, %.0f MB/s; regular expression %.0f MB/s; ratio %.2f%n",
                    text == prose ? "prose" : "figures",
                    megabytes,
                    found,
                    median(scan),
                    median(pattern),
                    median(scan) / median(pattern));
        }
    }

    private static String text(int figures) {
        GeneratedTexts texts = new GeneratedTexts(1);
        StringBuilder text = new StringBuilder();
        while (text.length() < 6_000_000) {
            if (figures == 0) {
                text.append("各街道办事处，区各有关部门：为进一步推进政务公开工作，现将有关事项通知如下，请结合实际认真贯彻落实。".repeat(20));
            }
            text.append(texts.withoutPersonalData().words())
                    .append(texts.withPersonalData().words())
                    .append('\n');
        }
        return text.toString();
    }

    private static int candidates(String text) {
        Matcher matcher = CANDIDATES.matcher(text);
        int count = 0;
        while (matcher.find()) {
            count++;
        }
        return count;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
