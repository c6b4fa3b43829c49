package org.yangguang.report.internal;

/** How alike two short texts are: one for the same, zero for nothing in common. */
final class Likeness {

    private static final int SHORT = 6;
    private static final double NEARLY_ALL = 0.95;
    private static final double MOVED = 0.8;

    private Likeness() {}

    /** One minus the edit distance over the longer length; a swap of neighbours counts as one edit. */
    static double of(String left, String right) {
        if (left.equals(right)) {
            return left.isEmpty() ? 0 : 1;
        }
        int longer = Math.max(left.length(), right.length());
        if (Math.abs(left.length() - right.length()) * 2 > longer || left.isEmpty() || right.isEmpty()) {
            return 0;
        }
        return Math.max(1 - (double) distance(left, right) / longer, moved(left, right));
    }

    /** Nearly the same characters in another order: parts of a label that were swapped. */
    private static double moved(String left, String right) {
        if (Math.min(left.length(), right.length()) < SHORT) {
            return 0;
        }
        StringBuilder rest = new StringBuilder(right);
        int common = 0;
        for (int i = 0; i < left.length(); i++) {
            int at = rest.indexOf(left.substring(i, i + 1));
            if (at >= 0) {
                rest.deleteCharAt(at);
                common++;
            }
        }
        double share = 2.0 * common / (left.length() + right.length());
        return share < NEARLY_ALL ? 0 : MOVED * share;
    }

    private static int distance(String left, String right) {
        int[][] cost = new int[left.length() + 1][right.length() + 1];
        for (int i = 0; i <= left.length(); i++) {
            cost[i][0] = i;
        }
        for (int j = 0; j <= right.length(); j++) {
            cost[0][j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            for (int j = 1; j <= right.length(); j++) {
                boolean same = left.charAt(i - 1) == right.charAt(j - 1);
                int best = Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1);
                best = Math.min(best, cost[i - 1][j - 1] + (same ? 0 : 1));
                if (i > 1
                        && j > 1
                        && left.charAt(i - 1) == right.charAt(j - 2)
                        && left.charAt(i - 2) == right.charAt(j - 1)) {
                    best = Math.min(best, cost[i - 2][j - 2] + 1);
                }
                cost[i][j] = best;
            }
        }
        return cost[left.length()][right.length()];
    }
}
