package org.yangguang.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yangguang.organ.Organ;
import org.yangguang.statistics.StatementPicture;

/**
 * An annual report as those who write it see it.
 *
 * @param report empty while nobody has begun it
 * @param statement the figures that it follows
 * @param document the whole report with these figures
 * @param chapters those with text, the preface first
 * @param reasons why a typed number stands there, by chapter and number with a line feed between
 * @param known what texts may refer to
 */
public record ReportPicture(
        Organ organ,
        int year,
        Optional<AnnualReport> report,
        StatementPicture statement,
        ReportDocument document,
        List<Chapter> chapters,
        Map<String, String> reasons,
        Known known,
        List<Issue> issues) {

    public ReportPicture {
        chapters = List.copyOf(chapters);
        reasons = Map.copyOf(reasons);
        issues = List.copyOf(issues);
    }

    public ReportState state() {
        return report.map(AnnualReport::state).orElse(ReportState.WRITING);
    }

    public int version() {
        return report.map(AnnualReport::version).orElse(0);
    }

    /**
     * A chapter with text.
     *
     * @param source with references
     * @param own whether people wrote it; otherwise it follows the template and the figures
     */
    public record Chapter(
            String code, String title, String source, boolean own, List<Stretch> stretches, List<Remark> remarks) {

        public Chapter {
            stretches = List.copyOf(stretches);
            remarks = List.copyOf(remarks);
        }
    }

    /** Text of a chapter; {@code bound} when it is a figure that follows its reference. */
    public record Stretch(String text, boolean bound) {}

    /** Typed numbers that equal no figure and for which nobody has given a reason. */
    public List<Remark.TypedNumber> unexplained() {
        return remarks()
                .filter(Remark.TypedNumber.class::isInstance)
                .map(Remark.TypedNumber.class::cast)
                .filter(each -> each.same() == null && reason(each).isEmpty())
                .toList();
    }

    public Optional<String> reason(Remark.TypedNumber number) {
        return Optional.ofNullable(reasons.get(number.chapter() + "\n" + number.number()));
    }

    /** What must be mended before it can be handed over. */
    public List<Remark> unfinished() {
        return remarks().filter(each -> !(each instanceof Remark.TypedNumber)).toList();
    }

    private java.util.stream.Stream<Remark> remarks() {
        return chapters.stream().flatMap(chapter -> chapter.remarks().stream());
    }
}
