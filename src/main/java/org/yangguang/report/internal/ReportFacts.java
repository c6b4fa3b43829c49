package org.yangguang.report.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yangguang.report.Finding;
import org.yangguang.report.Sentence;
import org.yangguang.statistics.Cell;
import org.yangguang.statistics.Figures;
import org.yangguang.statistics.Scheme;
import org.yangguang.statistics.Severity;

/** What a report says of itself: for which year, by whom, filled in on which day. */
final class ReportFacts {

    private static final Pattern FILLED_IN = Pattern.compile(
            "(?:填报时间|填报日期|填表日期|填表时间):?\\s*(20[0-9]{2})[年./-]?\\s*([0-9]{1,2})?[月./-]?\\s*([0-9]{1,2})?日?");
    private static final Pattern WITHOUT_RULES =
            Pattern.compile("([\\p{IsHan}]{1,12}(?:镇|乡|街道办事处|街道|县))(?:人民政府|政府)?(?:办公室)?20[0-9]{2}年");

    private final Scheme scheme;
    private final Figures figures;

    ReportFacts(Scheme scheme, Figures figures) {
        this.scheme = scheme;
        this.figures = figures;
    }

    List<Finding> findings(Prose prose) {
        List<Finding> findings = new ArrayList<>();
        prose.year().ifPresent(year -> {
            filledIn(prose, year).ifPresent(findings::add);
            form(year).ifPresent(findings::add);
        });
        rules(prose).ifPresent(findings::add);
        return findings;
    }

    /** A statement cannot be filled in before the year that it counts is over. */
    private static Optional<Finding> filledIn(Prose prose, int year) {
        for (String line : prose.lines()) {
            Matcher matcher = FILLED_IN.matcher(line);
            if (matcher.find()) {
                List<LocalDate> readings = readings(matcher);
                LocalDate end = LocalDate.of(year, 12, 31);
                if (!readings.isEmpty() && readings.stream().noneMatch(day -> day.isAfter(end))) {
                    LocalDate day = readings.get(0);
                    return Optional.of(new Finding(
                            "filled-in-after-the-year",
                            Severity.ERROR,
                            List.of(),
                            end.plusDays(1).toString(),
                            day.toString(),
                            Sentence.of("filled-in", day.toString(), end.toString())));
                }
            }
        }
        return Optional.empty();
    }

    /** All dates that damaged digits can mean: 2016220 is 20 February only, 2016112 may be two days. */
    private static List<LocalDate> readings(Matcher matcher) {
        int year = Integer.parseInt(matcher.group(1));
        String digits = (matcher.group(2) == null ? "" : matcher.group(2));
        String rest = matcher.group(3) == null ? "" : matcher.group(3);
        List<LocalDate> days = new ArrayList<>();
        String all = digits + rest;
        boolean parted = matcher.group().matches(".*[月./-]\\s*[0-9]{1,2}日?$");
        for (int cut = 1; cut < all.length(); cut++) {
            if (parted && cut != digits.length()) {
                continue;
            }
            try {
                days.add(LocalDate.of(
                        year, Integer.parseInt(all.substring(0, cut)), Integer.parseInt(all.substring(cut))));
            } catch (DateTimeException e) {
                continue;
            }
        }
        return days;
    }

    private Optional<Finding> form(int year) {
        if (scheme.isFor(year)) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                "form-of-the-year",
                Severity.WARNING,
                List.of(),
                "",
                scheme.id(),
                Sentence.of("form", scheme.id(), String.valueOf(year), scheme.basis())));
    }

    /** Governments of counties and townships make no rules: 立法法 gives that power to larger ones. */
    private Optional<Finding> rules(Prose prose) {
        if (scheme.table("2").flatMap(table -> table.row("rules")).isEmpty()) {
            return Optional.empty();
        }
        Optional<String> organ = prose.lines().stream()
                .limit(60)
                .map(WITHOUT_RULES::matcher)
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1))
                .findFirst();
        return organ.flatMap(name -> figures.byCell().entrySet().stream()
                .filter(entry -> entry.getKey().table().equals("2")
                        && entry.getKey().row().equals("rules")
                        && FigureFindings.isPositive(entry.getValue()))
                .findFirst()
                .map(entry -> rulesOf(name, entry.getKey(), TableFindings.text(entry.getValue()))));
    }

    private Finding rulesOf(String organ, Cell cell, String figure) {
        return new Finding(
                "no-power-to-make-rules",
                Severity.ERROR,
                List.of(cell),
                "0",
                figure,
                Sentence.of("no-rules", organ, CellNames.of(scheme, cell), figure));
    }
}
