package org.yangguang.report;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yangguang.account.Officer;
import org.yangguang.account.Permissions;
import org.yangguang.account.Role;
import org.yangguang.audit.AuditTrail;
import org.yangguang.organ.OrganId;
import org.yangguang.report.ReportOutcome.Done;
import org.yangguang.report.ReportOutcome.Reason;
import org.yangguang.report.ReportOutcome.Refused;
import org.yangguang.report.internal.Composition;
import org.yangguang.report.internal.Content;
import org.yangguang.report.internal.ReportDrafts;
import org.yangguang.report.internal.ReportTable;
import org.yangguang.report.internal.ReportTemplates;
import org.yangguang.statistics.StatementState;

/**
 * Writes annual reports: text of people around bound figures, handed over as the draft of an item, which then goes through the
 * three-level review like any other.
 */
@Service
public class ReportDesk {

    private static final int LONGEST_CHAPTER = 60_000;
    private static final int LONGEST_REASON = 300;

    private final AnnualReports reports;
    private final ReportTable table;
    private final ReportTemplates templates;
    private final ReportDrafts drafts;
    private final Permissions permissions;
    private final AuditTrail audit;
    private final Clock clock;

    ReportDesk(
            AnnualReports reports,
            ReportTable table,
            ReportTemplates templates,
            ReportDrafts drafts,
            Permissions permissions,
            AuditTrail audit,
            Clock clock) {
        this.reports = reports;
        this.table = table;
        this.templates = templates;
        this.drafts = drafts;
        this.permissions = permissions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether the officer may write the report of an organ: its handling officers, its disclosure office and the one above. */
    public boolean mayWrite(Officer officer, OrganId organ) {
        return permissions.holds(officer, Role.HANDLER, organ)
                || permissions.holds(officer, Role.DISCLOSURE_OFFICE, organ)
                || permissions.holds(officer, Role.DISTRICT_OFFICE, organ);
    }

    public boolean maySee(Officer officer, OrganId organ) {
        return mayWrite(officer, organ)
                || permissions.holds(officer, Role.SECRECY_OFFICER, organ)
                || permissions.holds(officer, Role.LEADER, organ);
    }

    /**
     * Saves the text of a chapter; the text that the template proposes, or nothing, lets the chapter follow the template again.
     *
     * @param version of the report that the officer had before them
     */
    @Transactional
    public ReportOutcome write(Officer officer, OrganId organ, int year, int version, String chapter, String text) {
        return change(officer, organ, year, version, (picture, report, now) -> {
            String clean = text.replace("\r\n", "\n").strip();
            if (picture.chapters().stream().noneMatch(each -> each.code().equals(chapter))) {
                return List.of(Reason.of("report.refused.chapter", chapter));
            }
            if (clean.length() > LONGEST_CHAPTER) {
                return List.of(Reason.of("report.refused.long", LONGEST_CHAPTER));
            }
            if (clean.isEmpty() || clean.equals(reports.proposal(picture, chapter))) {
                table.drop(report.id(), chapter);
            } else {
                table.write(report.id(), chapter, clean, officer.name(), now);
            }
            audit.record("report.chapter-written", subject(report), chapter, chapter + " " + clean);
            return List.of();
        });
    }

    /** Notes why a typed number that equals no figure stands in the text. */
    @Transactional
    public ReportOutcome explain(
            Officer officer, OrganId organ, int year, int version, String chapter, String number, String reason) {
        return change(officer, organ, year, version, (picture, report, now) -> {
            String clean = reason.strip();
            if (clean.isEmpty() || clean.length() > LONGEST_REASON) {
                return List.of(Reason.of("report.refused.reason", LONGEST_REASON));
            }
            table.reason(report.id(), chapter, number, clean, officer.name(), now);
            audit.record("report.number-explained", subject(report), null, chapter + " " + number + " " + clean);
            return List.of();
        });
    }

    /**
     * Hands the report over as the draft of an item: its text and figures are fixed, and reviewers read what will be published.
     *
     * @param dated the day under which it is issued: after the year has ended, not in the future
     */
    @Transactional
    public ReportOutcome handOver(Officer officer, OrganId organ, int year, int version, @Nullable LocalDate dated) {
        return change(officer, organ, year, version, (picture, report, now) -> {
            List<Reason> reasons = new ArrayList<>(against(picture, dated));
            if (!reasons.isEmpty()) {
                return reasons;
            }
            LocalDate day = Objects.requireNonNull(dated);
            Composition composition = new Composition(
                    templates.of(picture.statement().scheme().id()).orElseThrow(),
                    picture.statement().scheme(),
                    picture.known(),
                    table.chapters(report.id()));
            ReportDocument document = composition.document(day);
            ReportDrafts.Handed handed = drafts.hand(officer, report, document, picture.organ());
            if (handed instanceof ReportDrafts.Handed.Refused refused) {
                return refused.reasons();
            }
            ReportDrafts.Handed.Over over = (ReportDrafts.Handed.Over) handed;
            String content = Content.of(document, composition.charts()).text();
            table.handOver(
                    report.id(), document.scheme().id(), day, over.item(), over.edition(), content, over.bodyHash());
            table.move(report.id(), ReportState.HANDED_OVER, now);
            audit.record("report.handed-over", subject(report), report.state().name(), content);
            return List.of();
        });
    }

    /** Takes a report back that was handed over and is not published, to write it anew. */
    @Transactional
    public ReportOutcome takeBack(Officer officer, OrganId organ, int year, int version) {
        return step(officer, organ, year, version, ReportStep.TAKE_BACK);
    }

    /** Opens a published report for a correction; what is frozen stays, the correction will be frozen beside it. */
    @Transactional
    public ReportOutcome reopen(Officer officer, OrganId organ, int year, int version) {
        return step(officer, organ, year, version, ReportStep.REOPEN);
    }

    private ReportOutcome step(Officer officer, OrganId organ, int year, int version, ReportStep step) {
        List<Reason> reasons = new ArrayList<>();
        if (!mayWrite(officer, organ)) {
            reasons.add(Reason.of("report.refused.role"));
        }
        Optional<AnnualReport> found = table.find(organ, year);
        if (found.isEmpty()) {
            reasons.add(Reason.of("report.refused.none"));
        }
        if (!reasons.isEmpty()) {
            return new Refused(reasons);
        }
        AnnualReport report = table.lock(organ, year, found.orElseThrow().scheme(), clock.instant());
        if (report.version() != version) {
            return new Refused(List.of(Reason.of("report.refused.changed")));
        }
        Optional<ReportState> to = step.from(report.state());
        if (to.isEmpty()) {
            return new Refused(List.of(Reason.of("report.refused.state." + report.state())));
        }
        table.move(report.id(), to.get(), clock.instant());
        audit.record("report.moved", subject(report), report.state().name(), step + " " + to.get());
        return new Done(table.find(organ, year).orElseThrow());
    }

    private static List<Reason> against(ReportPicture picture, @Nullable LocalDate dated) {
        List<Reason> reasons = new ArrayList<>();
        StatementState state = picture.statement().state();
        if (state != StatementState.ACCEPTED && state != StatementState.FROZEN) {
            reasons.add(Reason.of("report.refused.statement"));
        }
        picture.unfinished()
                .forEach(remark -> reasons.add(
                        remark instanceof Remark.UnknownFigure unknown
                                ? Reason.of("report.refused.unknown", title(picture, remark), unknown.reference())
                                : Reason.of("report.refused.empty", title(picture, remark))));
        picture.unexplained()
                .forEach(number -> reasons.add(
                        Reason.of("report.refused.number", title(picture, number), number.number(), number.excerpt())));
        if (dated == null || dated.getYear() <= picture.year()) {
            reasons.add(Reason.of("report.refused.dated", String.valueOf(picture.year())));
        }
        return reasons;
    }

    private static String title(ReportPicture picture, Remark remark) {
        return picture.chapters().stream()
                .filter(chapter -> chapter.code().equals(remark.chapter()))
                .map(ReportPicture.Chapter::title)
                .findFirst()
                .orElse(remark.chapter());
    }

    @FunctionalInterface
    private interface Change {
        List<Reason> make(ReportPicture picture, AnnualReport report, Instant now);
    }

    private ReportOutcome change(Officer officer, OrganId organ, int year, int version, Change change) {
        Optional<ReportPicture> picture = reports.picture(organ, year);
        List<Reason> reasons = new ArrayList<>();
        if (!mayWrite(officer, organ)) {
            reasons.add(Reason.of("report.refused.role"));
        }
        if (picture.isEmpty()) {
            reasons.add(Reason.of("report.refused.none"));
        }
        if (!reasons.isEmpty()) {
            return new Refused(reasons);
        }
        Instant now = clock.instant();
        boolean begun = picture.get().report().isPresent();
        AnnualReport report =
                table.lock(organ, year, picture.get().statement().scheme().id(), now);
        if (report.state() != ReportState.WRITING) {
            reasons.add(Reason.of("report.refused.state." + report.state()));
        } else if (begun && report.version() != version || !begun && version != 0) {
            reasons.add(Reason.of("report.refused.changed"));
        } else {
            reasons.addAll(change.make(picture.get(), report, now));
        }
        if (!reasons.isEmpty()) {
            return new Refused(reasons);
        }
        AnnualReport after = table.find(organ, year).orElseThrow();
        if (after.version() == report.version()) {
            table.changed(report.id(), now);
        }
        return new Done(table.find(organ, year).orElseThrow());
    }

    private static String subject(AnnualReport report) {
        return "report.report:" + report.id();
    }
}
