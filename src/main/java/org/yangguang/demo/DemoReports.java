package org.yangguang.demo;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.yangguang.account.Officer;
import org.yangguang.disclosure.EditionId;
import org.yangguang.disclosure.Move;
import org.yangguang.disclosure.Outcome;
import org.yangguang.disclosure.Review;
import org.yangguang.organ.OrganId;
import org.yangguang.report.AnnualReport;
import org.yangguang.report.ReportDesk;
import org.yangguang.report.ReportOutcome;

/**
 * Annual reports of 2016: that of the district is being written, because its statement has contradictions; that of a body with a frozen
 * statement is published.
 */
@Component
class DemoReports {

    private static final int YEAR = 2016;
    private static final LocalDate DATED = LocalDate.of(2017, 1, 20);

    private final ReportDesk desk;
    private final Review review;

    DemoReports(ReportDesk desk, Review review) {
        this.desk = desk;
        this.review = review;
    }

    /** @param root the district government */
    void write(Officer district, OrganId root) {
        write(district, root, "district");
    }

    /** The report of the body of these officers, reviewed by three and published. */
    void publish(Officer handler, Officer secrecy, Officer leader) {
        AnnualReport written = write(handler, handler.organ(), "body");
        AnnualReport handed = done(desk.handOver(handler, handler.organ(), YEAR, written.version(), DATED));
        EditionId edition = Objects.requireNonNull(handed.edition());
        int version = act(handler, edition, 1, new Move.Submit("年度报告数据与统计表一致，建议主动公开。"));
        version = act(secrecy, edition, version, new Move.Approve("经保密审查，同意公开。"));
        act(leader, edition, version, new Move.Approve("同意。"));
    }

    private AnnualReport write(Officer officer, OrganId organ, String of) {
        AnnualReport report = null;
        for (Map.Entry<String, String> chapter : chapters(of).entrySet()) {
            int version = report == null ? 0 : report.version();
            report = done(desk.write(officer, organ, YEAR, version, chapter.getKey(), chapter.getValue()));
        }
        return Objects.requireNonNull(report);
    }

    private int act(Officer officer, EditionId edition, int version, Move move) {
        if (review.act(officer, edition, version, move) instanceof Outcome.Done done) {
            return done.version();
        }
        throw new IllegalStateException("The demonstration was refused");
    }

    private static Map<String, String> chapters(String of) {
        Map<String, String> chapters = new LinkedHashMap<>();
        String chapter = "";
        for (String line : Resource.lines("annual-report-2016.txt")) {
            if (line.startsWith("== ")) {
                List<String> head = List.of(line.substring(3).split(" "));
                chapter = head.get(0).equals(of) ? head.get(1) : "";
            } else if (!chapter.isEmpty()) {
                chapters.merge(chapter, line, (text, more) -> text + "\n" + more);
            }
        }
        return chapters;
    }

    private static AnnualReport done(ReportOutcome outcome) {
        if (outcome instanceof ReportOutcome.Done done) {
            return done.report();
        }
        throw new IllegalStateException("The demonstration was refused: " + outcome);
    }
}
