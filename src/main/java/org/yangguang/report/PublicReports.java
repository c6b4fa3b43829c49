package org.yangguang.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yangguang.disclosure.Editions;
import org.yangguang.disclosure.ItemId;
import org.yangguang.disclosure.VisibilityGate;
import org.yangguang.organ.Organ;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.Organs;
import org.yangguang.report.internal.BarChart;
import org.yangguang.report.internal.Content;
import org.yangguang.report.internal.IssueTable;
import org.yangguang.report.internal.ReportTable;
import org.yangguang.report.internal.SigningKey;
import org.yangguang.statistics.SchemeBook;

/** Annual reports that stand on the site: frozen, and their item not withdrawn or hidden since. */
@Service
public class PublicReports {

    private final ReportTable table;
    private final IssueTable issues;
    private final Editions editions;
    private final VisibilityGate gate;
    private final SchemeBook schemes;
    private final SigningKey key;
    private final Organs organs;

    PublicReports(
            ReportTable table,
            IssueTable issues,
            Editions editions,
            VisibilityGate gate,
            SchemeBook schemes,
            SigningKey key,
            Organs organs) {
        this.table = table;
        this.issues = issues;
        this.editions = editions;
        this.gate = gate;
        this.schemes = schemes;
        this.key = key;
        this.organs = organs;
    }

    /** The newest report of an organ for a year. */
    public record Published(Organ organ, int year, ItemId item, Issue issue) {}

    /** An organ that was to report for a year, with what it has published. */
    public record Line(Organ organ, Optional<Published> report) {}

    public List<Integer> years() {
        return issues.years();
    }

    /** Every organ of that year in the order of the tree, and those closed since that have published. */
    @Transactional(readOnly = true)
    public List<Line> ofYear(int year) {
        Map<OrganId, Issue> newest = issues.ofYear(year);
        Map<OrganId, AnnualReport> reports = table.ofYear(year, new HashSet<>(newest.keySet()));
        List<Line> lines = new ArrayList<>();
        for (Organ organ : organs.all()) {
            Optional<Published> published = Optional.ofNullable(newest.get(organ.id()))
                    .flatMap(issue -> shown(organ, year, reports.get(organ.id()), issue));
            if (published.isPresent() || organ.open() && organ.openedOn().getYear() <= year) {
                lines.add(new Line(organ, published));
            }
        }
        return lines;
    }

    @Transactional(readOnly = true)
    public Optional<Published> find(OrganId organ, int year) {
        return organs.find(organ)
                .flatMap(found -> table.find(organ, year).flatMap(report -> issues.of(report.id()).stream()
                        .findFirst()
                        .flatMap(issue -> shown(found, year, report, issue))));
    }

    /** The report as it was frozen. */
    @Transactional(readOnly = true)
    public ReportDocument document(Published report) {
        Content content = Content.read(issues.content(report.issue().id()));
        return content.document(schemes.named(content.scheme()).orElseThrow());
    }

    public List<BarChart> charts(Published report) {
        return Content.read(issues.content(report.issue().id())).charts();
    }

    /** Other issues of the same report that were frozen before. */
    public List<Issue> earlier(Published report) {
        return issues.of(report.issue().report()).stream()
                .filter(issue -> issue.id() != report.issue().id())
                .toList();
    }

    /** The key with which signatures are checked, as PEM. */
    public String publicKey() {
        return key.publicPem();
    }

    /** SM3 of that key. */
    public String fingerprint() {
        return key.fingerprint();
    }

    private Optional<Published> shown(Organ organ, int year, @Nullable AnnualReport report, Issue issue) {
        return Optional.ofNullable(report)
                .map(AnnualReport::item)
                .filter(item -> editions.current(item, gate.anybody())
                        .filter(edition -> edition.id().equals(issue.edition()))
                        .isPresent())
                .map(item -> new Published(organ, year, item, issue));
    }
}
