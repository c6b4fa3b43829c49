package org.yangguang.report.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yangguang.report.CheckedReport;
import org.yangguang.report.Finding;
import org.yangguang.report.ReportFile;
import org.yangguang.report.Sentence;
import org.yangguang.report.Unread;
import org.yangguang.report.internal.TableReader.Reading;
import org.yangguang.statistics.Cell;
import org.yangguang.statistics.Consistency;
import org.yangguang.statistics.Figures;
import org.yangguang.statistics.Scheme;
import org.yangguang.statistics.Schemes;
import org.yangguang.statistics.Table;

/** From a file to what is wrong with the report in it. */
public final class ReportReading {

    private final Schemes schemes;

    public ReportReading(Schemes schemes) {
        this.schemes = schemes;
    }

    private record Understood(Scheme scheme, Figures figures, List<Unread> unread, Set<Integer> blocks) {

        double share() {
            long cells = scheme.tables().stream()
                    .flatMap(table -> table.rowsWithFigures().stream())
                    .mapToLong(row -> row.columns().size())
                    .sum();
            return figures.byCell().size() / (double) cells;
        }
    }

    public CheckedReport check(ReportFile file, Optional<String> wanted, Optional<ReportFile> fileBefore) {
        try {
            return check(file, wanted, fileBefore, new Patience());
        } catch (Patience.Exhausted | StackOverflowError | OutOfMemoryError e) {
            return new CheckedReport.Unreadable(List.of(Sentence.of("unreadable.slow")));
        }
    }

    private CheckedReport check(
            ReportFile file, Optional<String> wanted, Optional<ReportFile> fileBefore, Patience patience) {
        List<Sentence> reasons = new ArrayList<>();
        Optional<Document> document = read(file, patience, reasons);
        Optional<Document> before = fileBefore.flatMap(each -> read(each, patience, reasons));
        if (!reasons.isEmpty() || document.isEmpty()) {
            return new CheckedReport.Unreadable(reasons);
        }
        Prose prose = Prose.of(document.get(), Set.of());
        Optional<Integer> year = prose.year();
        Optional<Understood> found = understood(new TableReader(document.get(), patience), wanted, year);
        if (found.isEmpty()) {
            return withoutTables(prose, wanted, year, patience);
        }
        Understood report = found.get();
        Figures figuresBefore = before.map(each -> understood(new TableReader(each, patience), report.scheme())
                        .figures())
                .orElse(Figures.NONE);
        List<Finding> findings = new ArrayList<>(new TableFindings(report.scheme(), report.figures(), figuresBefore)
                .of(new Consistency(report.figures(), figuresBefore).verdicts(report.scheme())));
        findings.addAll(new FigureFindings(report.scheme()).of(report.figures()));
        Prose beside = Prose.of(document.get(), report.blocks());
        findings.addAll(new ReportFacts(report.scheme(), report.figures()).findings(beside));
        findings.addAll(new ProseFindings(report.scheme(), report.figures(), figuresBefore, patience).of(beside));
        return new CheckedReport.Read(report.scheme(), year, report.figures(), findings, report.unread());
    }

    private static Optional<Document> read(ReportFile file, Patience patience, List<Sentence> reasons) {
        try {
            return Optional.of(FileReader.read(file, patience));
        } catch (Unreadable e) {
            reasons.add(Sentence.of("unreadable.file", file.name(), e.reason()));
            return Optional.empty();
        }
    }

    /** Prose that sums up its figures can be checked on its own. */
    private CheckedReport withoutTables(
            Prose prose, Optional<String> wanted, Optional<Integer> year, Patience patience) {
        Optional<Scheme> scheme = wanted.flatMap(schemes::named)
                .or(() -> year.flatMap(each -> schemes.forYear(each).findFirst()));
        if (scheme.isEmpty() || !prose.hasSums()) {
            return new CheckedReport.Unreadable(List.of(Sentence.of("unreadable.no-table")));
        }
        List<Finding> findings = new ProseFindings(scheme.get(), Figures.NONE, Figures.NONE, patience).of(prose);
        List<Unread> unread = scheme.get().tables().stream()
                .map(table -> new Unread(Optional.empty(), Sentence.of("unread.table", table.title())))
                .toList();
        return new CheckedReport.Read(scheme.get(), year, Figures.NONE, findings, unread);
    }

    private Optional<Understood> understood(TableReader reader, Optional<String> wanted, Optional<Integer> year) {
        return schemes.all().stream()
                .filter(scheme -> wanted.isEmpty() || scheme.id().equals(wanted.get()))
                .map(scheme -> understood(reader, scheme))
                .filter(each -> !each.figures().byCell().isEmpty())
                .max(java.util.Comparator.comparingDouble(each ->
                        each.share() + (year.filter(each.scheme()::isFor).isPresent() ? 0.02 : 0)));
    }

    private static Understood understood(TableReader reader, Scheme scheme) {
        Map<Cell, BigDecimal> figures = new LinkedHashMap<>();
        List<Unread> unread = new ArrayList<>();
        Set<Integer> blocks = new HashSet<>();
        for (Table table : scheme.tables()) {
            Reading reading = reader.read(table);
            figures.putAll(reading.figures());
            blocks.addAll(reading.blocks());
            if (reading.found()) {
                unread.addAll(reading.unread());
            } else {
                unread.add(new Unread(Optional.empty(), Sentence.of("unread.table", table.title())));
            }
        }
        return new Understood(scheme, new Figures(figures), unread, blocks);
    }
}
