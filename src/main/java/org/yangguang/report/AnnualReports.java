package org.yangguang.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yangguang.organ.Organ;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.Organs;
import org.yangguang.report.internal.Composition;
import org.yangguang.report.internal.IssueTable;
import org.yangguang.report.internal.Renderings;
import org.yangguang.report.internal.ReportFigures;
import org.yangguang.report.internal.ReportTable;
import org.yangguang.report.internal.ReportTemplates;
import org.yangguang.statistics.Scheme;
import org.yangguang.statistics.StatementPicture;

/** Annual reports as they stand: figures of the statement, text of people, and what is frozen. */
@Service
public class AnnualReports {

    private final ReportTable table;
    private final IssueTable issues;
    private final ReportTemplates templates;
    private final ReportFigures figures;
    private final Renderings renderings;
    private final ReportCheck check;
    private final Organs organs;

    AnnualReports(
            ReportTable table,
            IssueTable issues,
            ReportTemplates templates,
            ReportFigures figures,
            Renderings renderings,
            ReportCheck check,
            Organs organs) {
        this.table = table;
        this.issues = issues;
        this.templates = templates;
        this.figures = figures;
        this.renderings = renderings;
        this.check = check;
        this.organs = organs;
    }

    /** Empty when there is no such organ, or no form for that year. */
    @Transactional(readOnly = true)
    public Optional<ReportPicture> picture(OrganId organ, int year) {
        Optional<Organ> found = organs.find(organ);
        Optional<Scheme> scheme = scheme(year);
        if (found.isEmpty() || scheme.isEmpty()) {
            return Optional.empty();
        }
        return figures.statement(found.get(), scheme.get().id(), year)
                .map(statement -> picture(found.get(), year, statement));
    }

    /** The form of the reports of a year. */
    public Optional<Scheme> scheme(int year) {
        return figures.schemeOf(year, templates.schemes());
    }

    private ReportPicture picture(Organ organ, int year, StatementPicture statement) {
        Optional<AnnualReport> report = table.find(organ.id(), year);
        Map<String, String> written =
                report.map(each -> table.chapters(each.id())).orElse(Map.of());
        Known known = figures.known(organ, statement);
        Composition composition = composition(statement.scheme(), known, written);
        ReportDocument document =
                composition.document(report.map(AnnualReport::dated).orElse(null));
        List<ReportPicture.Chapter> chapters = new ArrayList<>();
        for (String code : composition.codes()) {
            chapters.add(new ReportPicture.Chapter(
                    code,
                    composition.title(code),
                    composition.source(code),
                    written.containsKey(code),
                    composition.stretches(code),
                    composition.remarks(code)));
        }
        return new ReportPicture(
                organ,
                year,
                report,
                statement,
                document,
                chapters,
                report.map(each -> table.reasons(each.id())).orElse(Map.of()),
                known,
                report.map(each -> issues.of(each.id())).orElse(List.of()));
    }

    private Composition composition(Scheme scheme, Known known, Map<String, String> written) {
        return new Composition(templates.of(scheme.id()).orElseThrow(), scheme, known, written);
    }

    /** Contradictions between the prose and the tables of a report, and within its tables: what anybody finds who checks it. */
    public List<Finding> findings(ReportPicture picture) {
        ReportDocument document = picture.document();
        ReportFile file = new ReportFile("report.html", renderings.as(ReportFormat.HTML, document, List.of()));
        return check.check(file, Optional.of(document.scheme().id()), null) instanceof CheckedReport.Read read
                ? read.findings()
                : List.of();
    }

    /** The report with the figures of now, in any format, as a proof for those who write it. */
    public byte[] proof(ReportPicture picture, ReportFormat format) {
        return renderings.as(
                format,
                picture.document(),
                composition(picture.statement().scheme(), picture.known(), Map.of())
                        .charts());
    }

    /** What the template of the form says in a chapter, with references. */
    public String proposal(ReportPicture picture, String chapter) {
        return composition(picture.statement().scheme(), picture.known(), Map.of())
                .proposal(chapter);
    }

    /** Those that were begun, by organ. */
    public Map<OrganId, AnnualReport> begun(int year, Set<OrganId> of) {
        return table.ofYear(year, of);
    }

    /** The newest frozen report of each organ for a year. */
    public Map<OrganId, Issue> published(int year) {
        return issues.ofYear(year);
    }

    /** Years with published reports, the newest first. */
    public List<Integer> years() {
        return issues.years();
    }

    public Optional<Issue> issue(long id) {
        return issues.find(id);
    }

    /** Every frozen report of an organ for a year, the newest first. */
    public List<Issue> issues(OrganId organ, int year) {
        return table.find(organ, year).map(report -> issues.of(report.id())).orElse(List.of());
    }

    /** Name of a file of a report: {@code 014320144-2016-annual-report.pdf}. */
    public static String fileName(Organ organ, int year, ReportFormat format) {
        return organ.code().replaceAll("[^0-9A-Za-z]", "") + "-" + year + "-annual-report."
                + format.ending().toLowerCase(Locale.ROOT);
    }
}
