package org.yangguang.report.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.yangguang.statistics.Row;
import org.yangguang.statistics.Table;

/**
 * Finds the rows of a table among printed rows: in the table's order, by labels that are alike; what was printed in another
 * order is found afterwards when its label is exactly right.
 */
final class RowMatcher {

    private static final double ALIKE = 0.6;
    private static final int MOST_CANDIDATES = 6000;

    private final Table table;
    private final Patience patience;
    private final List<List<String>> cores;
    private final List<List<String>> ordinals;
    private final Map<String, double[]> known = new HashMap<>();

    RowMatcher(Table table, Patience patience) {
        this.table = table;
        this.patience = patience;
        this.cores = table.rows().stream()
                .map(row -> names(row).map(Words::core).distinct().toList())
                .toList();
        this.ordinals = table.rows().stream()
                .map(row -> names(row)
                        .map(Words::ordinal)
                        .filter(text -> !text.isEmpty())
                        .distinct()
                        .toList())
                .toList();
    }

    private static Stream<String> names(Row row) {
        return Stream.concat(Stream.of(row.label().zh()), row.aliases().stream());
    }

    List<RowMatch> match(List<PrintedRow> printed) {
        List<PrintedRow> candidates = printed.stream()
                .filter(row -> row.labels().stream().anyMatch(label -> best(label) >= ALIKE))
                .toList();
        if (candidates.size() > MOST_CANDIDATES) {
            candidates = candidates.subList(candidates.size() - MOST_CANDIDATES, candidates.size());
        }
        List<RowMatch> matches = inOrder(candidates);
        matches.addAll(outOfOrder(candidates, matches));
        return matches;
    }

    private double best(String label) {
        return Arrays.stream(likenesses(label)).max().orElse(0);
    }

    private double[] likenesses(String label) {
        return known.computeIfAbsent(label, text -> {
            patience.check();
            String core = Words.core(text);
            String ordinal = Words.ordinal(text);
            double[] found = new double[cores.size()];
            for (int i = 0; i < found.length; i++) {
                double alike = 0;
                for (String each : cores.get(i)) {
                    alike = Math.max(alike, Likeness.of(core, each));
                }
                boolean sameOrdinal = ordinals.get(i).contains(ordinal);
                found[i] = alike < ALIKE ? 0 : alike + (sameOrdinal ? 0.1 : 0);
            }
            return found;
        });
    }

    /** The best sum of likenesses with both sides in order; rows are matched where it pays. */
    private List<RowMatch> inOrder(List<PrintedRow> printed) {
        int rows = table.rows().size();
        double[][] sum = new double[printed.size() + 1][rows + 1];
        for (int i = printed.size() - 1; i >= 0; i--) {
            for (int j = rows - 1; j >= 0; j--) {
                double here = worth(printed.get(i), j);
                sum[i][j] = Math.max(Math.max(sum[i + 1][j], sum[i][j + 1]), here > 0 ? here + sum[i + 1][j + 1] : 0);
            }
        }
        List<RowMatch> matches = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < printed.size() && j < rows) {
            double here = worth(printed.get(i), j);
            if (sum[i][j] == sum[i + 1][j]) {
                i++;
            } else if (here > 0 && sum[i][j] == here + sum[i + 1][j + 1]) {
                matches.add(new RowMatch(table.rows().get(j), printed.get(i), here));
                i++;
                j++;
            } else {
                j++;
            }
        }
        return matches;
    }

    /** Figures where they are due count for more than the label alone. */
    private double worth(PrintedRow printed, int row) {
        double alike = 0;
        for (String label : printed.labels()) {
            alike = Math.max(alike, likenesses(label)[row]);
        }
        if (alike == 0) {
            return 0;
        }
        Row wanted = table.rows().get(row);
        boolean figures = !printed.values().isEmpty();
        if (!wanted.hasFigures()) {
            return figures && !printed.isExact() ? 0 : alike * 0.3;
        }
        if (!figures || hasTooMany(printed, wanted)) {
            return 0;
        }
        return alike + (printed.values().size() >= wanted.columns().size() ? 0.5 : 0.2);
    }

    private static boolean hasTooMany(PrintedRow printed, Row wanted) {
        return !printed.isExact() && printed.values().size() > wanted.columns().size();
    }

    private List<RowMatch> outOfOrder(List<PrintedRow> printed, List<RowMatch> matches) {
        Set<Row> found = new HashSet<>();
        Set<PrintedRow> used = Collections.newSetFromMap(new java.util.IdentityHashMap<>());
        matches.forEach(match -> {
            found.add(match.row());
            used.add(match.printed());
        });
        List<RowMatch> more = new ArrayList<>();
        for (int j = 0; j < table.rows().size(); j++) {
            Row row = table.rows().get(j);
            if (!row.hasFigures() || found.contains(row)) {
                continue;
            }
            int wanted = j;
            printed.stream()
                    .filter(each -> !used.contains(each) && !each.values().isEmpty() && !hasTooMany(each, row))
                    .filter(each -> exactlyAndOnly(each, wanted))
                    .max(Comparator.comparingInt(each -> each.values().size()))
                    .ifPresent(each -> {
                        used.add(each);
                        more.add(new RowMatch(row, each, 1));
                    });
        }
        return more;
    }

    private boolean exactlyAndOnly(PrintedRow printed, int row) {
        return printed.labels().stream().anyMatch(label -> {
            double[] alike = likenesses(label);
            return alike[row] >= 1
                    && Arrays.stream(alike).filter(each -> each >= 1).count() == 1;
        });
    }
}
