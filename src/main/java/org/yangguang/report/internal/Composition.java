package org.yangguang.report.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yangguang.report.Known;
import org.yangguang.report.Remark;
import org.yangguang.report.ReportDocument;
import org.yangguang.report.ReportDocument.Block;
import org.yangguang.report.ReportPicture.Stretch;
import org.yangguang.report.internal.ReportTemplate.Chapter;
import org.yangguang.report.internal.ReportTemplate.Comparison;
import org.yangguang.report.internal.ReportTemplate.Condition;
import org.yangguang.report.internal.ReportTemplate.Passage;
import org.yangguang.statistics.Cell;
import org.yangguang.statistics.Scheme;
import org.yangguang.statistics.Table;

/** Puts a report together from its template, what people wrote, and the figures. */
public final class Composition {

    private static final Pattern SECTION = Pattern.compile("[（(][一二三四五六七八九十]+[）)].{1,40}");
    private static final Pattern SUBSECTION = Pattern.compile("[0-9]{1,2}[.．、].{1,40}");
    /** The code under which the paragraphs before the first chapter are kept. */
    static final String PREFACE = "preface";

    private final ReportTemplate template;
    private final Scheme scheme;
    private final Known known;
    private final Map<String, String> written;

    /** @param written the text of people by chapter; chapters that nobody touched follow the template */
    public Composition(ReportTemplate template, Scheme scheme, Known known, Map<String, String> written) {
        this.template = template;
        this.scheme = scheme;
        this.known = known;
        this.written = Map.copyOf(written);
    }

    /** The text of a chapter with its references: what people wrote, or what the template proposes for these figures. */
    public String source(String chapter) {
        String own = written.get(chapter);
        return own != null ? own : proposal(chapter);
    }

    public String proposal(String chapter) {
        List<Passage> passages = chapter.equals(PREFACE)
                ? template.preface()
                : template.chapters().stream()
                        .filter(each -> each.code().equals(chapter))
                        .flatMap(each -> each.passages().stream())
                        .toList();
        return passages.stream()
                .filter(passage -> passage.when() == null || holds(passage.when()))
                .map(Passage::text)
                .collect(Collectors.joining("\n"));
    }

    BoundText text(String chapter) {
        return BoundText.of(chapter, source(chapter), known);
    }

    /** Chapters with text, the preface first. */
    public List<String> codes() {
        List<String> codes = new ArrayList<>();
        codes.add(PREFACE);
        template.chapters().stream()
                .filter(Composition::isWritten)
                .map(Chapter::code)
                .forEach(codes::add);
        return codes;
    }

    private static boolean isWritten(Chapter chapter) {
        return chapter.forms().isEmpty() || !chapter.passages().isEmpty();
    }

    public List<Remark> remarks(String code) {
        return text(code).remarks();
    }

    public List<Stretch> stretches(String code) {
        return text(code).pieces().stream()
                .map(piece -> new Stretch(piece.text(), piece.reference() != null))
                .toList();
    }

    /** Title of a chapter; the preface has none. */
    public String title(String code) {
        return template.chapters().stream()
                .filter(chapter -> chapter.code().equals(code))
                .map(Chapter::title)
                .findFirst()
                .orElse("");
    }

    public ReportDocument document(@Nullable LocalDate dated) {
        List<Block> blocks = new ArrayList<>();
        paragraphs(text(PREFACE).text(), blocks);
        for (Chapter chapter : template.chapters()) {
            blocks.add(new ReportDocument.Heading(1, chapter.title()));
            if (isWritten(chapter)) {
                paragraphs(text(chapter.code()).text(), blocks);
            }
            chapter.forms()
                    .forEach(form -> blocks.add(
                            new ReportDocument.Form(scheme.table(form).orElseThrow())));
        }
        return new ReportDocument(
                BoundText.of("title", template.title(), known).text(),
                known.organ(),
                known.year(),
                scheme,
                known.figures(),
                dated,
                blocks);
    }

    public List<BarChart> charts() {
        return template.charts().stream().map(this::chart).toList();
    }

    private BarChart chart(ReportTemplate.Chart chart) {
        Table table = scheme.table(chart.table()).orElseThrow();
        return new BarChart(
                chart.title(),
                chart.rows().stream()
                        .map(code -> new BarChart.Bar(
                                table.row(code).orElseThrow().label().zh(),
                                known.figures()
                                        .at(new Cell(table.id(), code, chart.column()))
                                        .orElse(BigDecimal.ZERO)))
                        .toList());
    }

    private static void paragraphs(String text, List<Block> blocks) {
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> {
            boolean open = !line.matches(".*[。；：，]$");
            if (open && SECTION.matcher(line).matches()) {
                blocks.add(new ReportDocument.Heading(2, line));
            } else if (open && SUBSECTION.matcher(line).matches()) {
                blocks.add(new ReportDocument.Heading(3, line));
            } else {
                blocks.add(new ReportDocument.Paragraph(line));
            }
        });
    }

    private boolean holds(Condition condition) {
        BigDecimal figure = known.figure(condition.reference()).orElse(BigDecimal.ZERO);
        int order = figure.compareTo(BigDecimal.valueOf(condition.number()));
        return condition.comparison() == Comparison.EQUAL ? order == 0 : order > 0;
    }
}
