package org.yangguang.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yangguang.site.PdfDocuments;
import org.yangguang.statistics.Cell;
import org.yangguang.statistics.Consistency;
import org.yangguang.statistics.ConsistentFigures;
import org.yangguang.statistics.Figures;
import org.yangguang.statistics.Relation;
import org.yangguang.statistics.Row;
import org.yangguang.statistics.Scheme;
import org.yangguang.statistics.Severity;
import org.yangguang.statistics.Verdict;

class ReportCheckTests {

    private static final Path SHARED = Path.of("../shared");
    private static final ReportCheck CHECK = new ReportCheck();

    @Test
    void theReportOfTheReferenceDistrictHasItsEightContradictionsAndNoOther() throws IOException {
        CheckedReport.Read report = read(shared("seed/quanshan-2016-annual-report.txt"));

        assertThat(report.scheme().id()).isEqualTo("2014");
        assertThat(report.year()).contains(2016);
        assertThat(report.figures().byCell()).hasSize(174);
        assertThat(report.unread()).isEmpty();
        assertThat(report.findings())
                .extracting(Finding::rule, Finding::severity, Finding::expected, Finding::found)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("requests-by-channel", Severity.ERROR, "34", "37"),
                        org.assertj.core.groups.Tuple.tuple("requests-by-channel", Severity.ERROR, "44", "47"),
                        org.assertj.core.groups.Tuple.tuple("answers-by-kind", Severity.ERROR, "36", "37"),
                        org.assertj.core.groups.Tuple.tuple("answers-by-kind", Severity.ERROR, "46", "47"),
                        org.assertj.core.groups.Tuple.tuple("refusals-by-reason", Severity.ERROR, "3", "6"),
                        org.assertj.core.groups.Tuple.tuple("refusals-by-reason", Severity.ERROR, "5", "8"),
                        org.assertj.core.groups.Tuple.tuple("way-within-topics", Severity.WARNING, "22", "34"),
                        org.assertj.core.groups.Tuple.tuple(
                                "filled-in-after-the-year", Severity.ERROR, "2017-01-01", "2016-02-20"));
    }

    @ParameterizedTest
    @CsvSource({
        "主动公开政府信息共计22095条, 主动公开政府信息共计22905条, prose-website",
        "累计受理政府信息公开申请47件, 累计受理政府信息公开申请74件, prose-requests",
        "同意公开”5件, 同意公开”7件, prose-granted",
        "“不予公开” 2件, “不予公开” 4件, prose-refused",
        "行政复议申请2件, 行政复议申请5件, prose-reconsiderations",
        "行政诉讼共1件, 行政诉讼共4件, prose-lawsuits",
        "区政府机构1条, 区政府机构4条, percentage"
    })
    void aFigureOfTheProseThatIsNotThatOfTheTableIsFound(String right, String wrong, String rule) throws IOException {
        String text = new String(shared("seed/quanshan-2016-annual-report.txt").content(), StandardCharsets.UTF_8);
        assertThat(text).contains(right);

        CheckedReport.Read report =
                read(new ReportFile("report.txt", text.replace(right, wrong).getBytes(StandardCharsets.UTF_8)));

        assertThat(report.findings()).extracting(Finding::rule).contains(rule);
    }

    @Test
    void aConsistentReportOfACityHasNoFinding() throws IOException {
        CheckedReport.Read report = read(shared("data/reports/N01-suqian-2023.txt"));

        assertThat(report.findings()).isEmpty();
        assertThat(report.figures().byCell()).hasSize(175 + 15 + 10);
    }

    @Test
    void aTotalThatIsNotTheSumOfItsResultsIsFound() throws IOException {
        CheckedReport.Read report = read(shared("data/reports/N05-jinhu-2023.txt"));

        assertThat(report.findings())
                .extracting(Finding::rule, Finding::expected, Finding::found)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("remedies-add-up", "3", "0"));
    }

    @Test
    void proseThatAddsUpHasNoFindingEvenWithoutATable() throws IOException {
        CheckedReport.Read report = read(shared("data/reports/O09-dalian-2017.txt"));

        assertThat(report.findings()).isEmpty();
        assertThat(report.unread()).hasSize(1);
    }

    static Stream<ReportFile> formats() {
        PrintedReport report = PrintedReport.ofADistrict(7);
        return Stream.of(
                report.asPage(),
                report.asPage(text -> text, Charset.forName("GB18030")),
                report.asLines(),
                report.asWord(),
                report.asSavedFile(),
                report.asWordWithBoxes(),
                report.asMarkdown(true),
                report.asMarkdown(false),
                report.asCommas(),
                report.asSheet(),
                new ReportFile("report.pdf", pdf(report)));
    }

    private static byte[] pdf(PrintedReport report) {
        Document document = PdfDocuments.blank("年度报告");
        document.body().append(report.body());
        document.select("td").attr("style", "font-size: 8pt");
        return new PdfDocuments().render(document);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void everyFormatGivesTheSameFiguresAndNoFinding(ReportFile file) {
        CheckedReport.Read report = read(file);

        assertThat(report.findings()).isEmpty();
        assertThat(report.unread()).isEmpty();
        assertThat(report.figures().byCell())
                .containsExactlyInAnyOrderEntriesOf(
                        PrintedReport.ofADistrict(7).figures().byCell());
        assertThat(report.year()).contains(2023);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void aConsistentReportHasNoFindingAndAnyChangedFigureOfARelationHasOne(long seed) {
        PrintedReport report = PrintedReport.ofADistrict(seed);
        assertThat(read(report.asPage()).findings()).isEmpty();

        Random random = new Random(seed);
        List<Cell> cells = List.copyOf(report.figures().byCell().keySet());
        IntStream.range(0, 20)
                .mapToObj(i -> cells.get(random.nextInt(cells.size())))
                .forEach(cell -> {
                    int figure =
                            report.figures().at(cell).map(BigDecimal::intValue).orElseThrow();
                    List<Finding> findings = read(report.with(cell, figure + 1 + random.nextInt(3))
                                    .asPage())
                            .findings();

                    assertThat(findings.isEmpty()).as("%s is free", cell).isEqualTo(isFree(cell));
                });
    }

    private static boolean isFree(Cell cell) {
        return PrintedReport.SCHEME.relations().stream()
                .filter(relation -> !relation.needsYearBefore())
                .noneMatch(relation -> touches(relation, cell));
    }

    private static boolean touches(Relation relation, Cell cell) {
        return relation.left().contains(cell)
                || relation.right().stream().anyMatch(term -> term.cell().equals(cell));
    }

    @Test
    void aBlankIsListedAsUnreadAndNeverTakenForZero() {
        PrintedReport report = PrintedReport.ofADistrict(3).with(new Cell("3", "20", "research"), 0);
        ReportFile file = report.asPage(
                page -> page.replaceFirst("(5\\.要求行政机关确认[^<]*</td><td>[^<]*</td><td>[^<]*</td><td>)&nbsp;0", "$1"),
                StandardCharsets.UTF_8);

        CheckedReport.Read read = read(file);

        assertThat(read.figures().at(new Cell("3", "20", "research"))).isEmpty();
        assertThat(read.unread()).extracting(Unread::cell).contains(Optional.of(new Cell("3", "20", "research")));
    }

    @Test
    void damageOfTheWildIsReadAllTheSame() {
        PrintedReport report = PrintedReport.ofADistrict(11);
        ReportFile damaged = report.asPage(
                page -> page.replace("重复申请", "重复申清")
                        .replace("信访举报投诉类", "信访投诉举报类")
                        .replace("本机关不掌握相关政府信息", "本机关不掌握 相关政府信 息")
                        .replace("属于行政执法案卷", "属于行政执法卷案")
                        .replaceAll("(?<=&nbsp;)([0-9])(?=</td>)", "　$1 ")
                        .replace("行政", "\u2F8F政")
                        .replace("民", "\u2EA0")
                        .replace("0</td>", "０</td>"),
                StandardCharsets.UTF_8);

        CheckedReport.Read read = read(damaged);

        assertThat(read.findings()).isEmpty();
        assertThat(read.figures().byCell())
                .containsExactlyInAnyOrderEntriesOf(report.figures().byCell());
    }

    @Test
    void pagesThatWereReadInTheWrongEncodingAreMended() {
        PrintedReport report = PrintedReport.ofADistrict(5);
        byte[] misread =
                new String(report.asLines().content(), Charset.forName("GB18030")).getBytes(StandardCharsets.UTF_8);

        CheckedReport.Read read = read(new ReportFile("report.txt", misread));

        assertThat(read.findings()).isEmpty();
        assertThat(read.figures().byCell()).hasSizeGreaterThan(150);
    }

    @Test
    void swappedColumnsAreReadByTheirHeads() {
        PrintedReport report = PrintedReport.ofADistrict(9);
        String text = new String(report.asPage().content(), StandardCharsets.UTF_8);
        ReportFile swapped = new ReportFile(
                "report.html",
                text.replace("<td>科研机构</td><td>社会公益组织</td>", "<td>社会公益组织</td><td>科研机构</td>")
                        .getBytes(StandardCharsets.UTF_8));

        CheckedReport.Read read = read(swapped);

        Cell research = new Cell("3", "24", "research");
        Cell charity = new Cell("3", "24", "charity");
        assertThat(read.figures().at(research)).isEqualTo(report.figures().at(charity));
        assertThat(read.figures().at(charity)).isEqualTo(report.figures().at(research));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "网站公开信息300条,其中,区本级120条,各部门和街道170条。",
                "政策问答119期=47+28+22+15+5+1。",
                "2023年共收到政府信息公开申请9999件。",
                "2023年,全区收到政府信息公开申请9999件。",
                "共受理行政许可200项,其中网上办理50项,占33%。",
                "受理申请10件,其中予以公开12件。",
                "收到申请10件,答复9件,答复率100%。",
                "收到申请10件,较上年8件增长30%。",
                "收到申请10件,上年同期为8件,同比增长30%。",
                "整改问题47件:已整改20件,部分整改5件,未整改23件。",
                "网站公开信息1,200条,其中,区本级200条,各部门和街道900条。",
                "全年作出行政处罚决定777777件。",
                "因政府信息公开引发的行政复议案件9999件。"
            })
    void proseThatContradictsItselfOrTheTableIsFound(String sentence) {
        assertThat(read(PrintedReport.ofADistrict(2).saying(sentence).asPage()).findings())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "网站公开信息300条,其中,区本级120条,各部门和街道180条。",
                "其中网站公开120条,微博公开130条,微信公开90条。",
                "政策问答119期=47+28+22+15+5+2。",
                "2023年,收到不予公开类申请9999件。",
                "某局共收到政府信息公开申请3件,均由办公室办理。",
                "共受理行政许可200项,其中网上办理50项,占25%。",
                "新增信息138条,人事信息4条、占2.89%。",
                "受理申请10件,其中上年结转12件。",
                "收到申请10件,办结8件,结转2件,按时答复率100%。",
                "受理10件,其中网络6件、信函4件,答复率100%。",
                "收到申请10件,较上年8件增长25%。",
                "收到申请10件,比上年减少2件,下降16.7%。",
                "整改问题47件:已整改20件,部分整改5件,未整改22件。",
                "公开信息300条:网站120条、微博130条、微信90条。",
                "全年公开任务完成1200条,占年度目标任务的120%。",
                "我局公开信息200条,占全市公开总量的5.3%。",
                "其中自然人5件、法人10件,占比分别为33.33%、66.67%。",
                "全年发布解读1,234篇,其中图解234篇,占19.0%。",
                "近三年共收到政府信息公开申请9999件。",
                "2022年共收到政府信息公开申请9999件。",
                "全区作出行政复议决定9999件。"
            })
    void proseThatAgreesOrSpeaksOfSomethingElseIsLetBe(String sentence) {
        assertThat(read(PrintedReport.ofADistrict(2).saying(sentence).asPage()).findings())
                .isEmpty();
    }

    @Test
    void aSentenceThatABookPageBreaksIntoLinesIsReadAsOne() {
        PrintedReport report = PrintedReport.ofADistrict(6);
        String received =
                report.figures().at(new Cell("3", "1", "total")).orElseThrow().toPlainString();
        String right = IntStream.range(0, 12)
                .mapToObj(i -> "全区各级行政机关持续推进政务公开" + "，提升服务".repeat(i) + "，2023年，全区共收到政府信息公开申请" + received + "件。")
                .collect(java.util.stream.Collectors.joining("</p><p>"));
        String wrong = right.replace("申请" + received + "件", "申请9999件");

        assertThat(read(new ReportFile("report.pdf", pdf(report.saying(right)))).findings())
                .isEmpty();
        assertThat(read(new ReportFile("report.pdf", pdf(report.saying(wrong)))).findings())
                .hasSize(12);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theOldFormIsReadLineByLineAndEachBrokenRelationIsFound(long seed) {
        Scheme form = CHECK.schemes().named("2014").orElseThrow();
        Figures consistent = ConsistentFigures.of2014(seed).figures();
        assertThat(read(oldForm(form, consistent)).findings())
                .extracting(Finding::severity)
                .doesNotContain(Severity.ERROR);

        Random random = new Random(seed);
        for (int i = 0; i < 12; i++) {
            Cell cell = form.cells().get(random.nextInt(form.cells().size()));
            Figures changed = consistent.with(
                    cell, consistent.at(cell).orElseThrow().add(BigDecimal.valueOf(1 + random.nextInt(3))));

            assertThat(read(oldForm(form, changed)).findings())
                    .as("%s", cell)
                    .extracting(Finding::rule)
                    .containsExactlyInAnyOrderElementsOf(broken(form, changed));
        }
    }

    private static List<String> broken(Scheme form, Figures figures) {
        return new Consistency(figures, Figures.NONE)
                .verdicts(form).stream()
                        .filter(Verdict.Broken.class::isInstance)
                        .map(verdict -> ((Verdict.Broken) verdict).relation().rule())
                        .toList();
    }

    /** One cell a line with the unit, as the page of a district has it. */
    private static ReportFile oldForm(Scheme form, Figures figures) {
        StringBuilder text =
                new StringBuilder("某区2016年政府信息公开工作年度报告\n\n2016年信息公开工作情况统计表\n\n单位\n\n上年累计\n\n本年度\n\n累计\n\n");
        for (Row row : form.tables().get(0).rows()) {
            text.append(row.label().zh()).append("\n\n");
            if (row.hasFigures()) {
                text.append(row.unit()).append("\n\n");
                row.columns().forEach(column -> text.append(figures.at(new Cell("main", row.code(), column))
                                .orElseThrow()
                                .toPlainString())
                        .append("\n\n"));
            }
        }
        return new ReportFile("report.txt", text.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theReportOfTheYearBeforeIsComparedWhereFiguresAreCarriedOver() {
        PrintedReport before = PrintedReport.ofADistrict(21);
        PrintedReport now = PrintedReport.ofADistrict(22);

        CheckedReport.Read compared =
                (CheckedReport.Read) CHECK.check(now.asPage(), Optional.of("2021"), before.asPage());

        assertThat(compared.findings())
                .extracting(Finding::rule)
                .contains("carried-from-year-before", "in-force-carried")
                .doesNotContain("results-add-up");
    }

    @Test
    void growthThatDoesNotFollowFromTheYearBeforeIsFound() {
        PrintedReport before = PrintedReport.ofADistrict(21);
        Cell received = new Cell("3", "1", "total");
        int now = before.figures().at(received).orElseThrow().intValue() * 2;
        PrintedReport growing = before.with(received, now);

        assertThat(growth(growing.saying("新收申请" + now + "件,同比增长100%。"), before)).isEmpty();
        assertThat(growth(growing.saying("新收申请" + now + "件,同比增长90%。"), before)).hasSize(1);
    }

    private static List<Finding> growth(PrintedReport report, PrintedReport before) {
        CheckedReport.Read read = (CheckedReport.Read) CHECK.check(report.asPage(), Optional.empty(), before.asPage());
        return read.findings().stream()
                .filter(each -> each.rule().equals("growth"))
                .toList();
    }

    @Test
    void aTownshipThatReportsRulesOfItsOwnIsToldThatItMakesNone() {
        PrintedReport report = PrintedReport.ofADistrict(4).with(new Cell("2", "rules", "valid"), 6);
        ReportFile town = report.asPage(page -> page.replace("某区2023年", "某镇2023年"), StandardCharsets.UTF_8);

        assertThat(read(town).findings()).extracting(Finding::rule).containsExactly("no-power-to-make-rules");
    }

    static Stream<ReportFile> unreadable() {
        byte[] old = new byte[2000];
        System.arraycopy(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, 0, old, 0, 4);
        String bomb = "<worksheet><sheetData><row r='1'>" + "<c r='A1'><v>1</v></c>".repeat(300_000)
                + "</row></sheetData></worksheet>";
        String entities = "<!DOCTYPE w [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]>"
                + "<w:document xmlns:w='w'><w:p><w:t>&b;</w:t></w:p></w:document>";
        String wide = "<html><table>" + ("<tr>" + "<td>1</td>".repeat(10_000) + "</tr>").repeat(30) + "</table></html>";
        return Stream.of(
                new ReportFile("empty.html", new byte[0]),
                new ReportFile("old.doc", old),
                new ReportFile(
                        "noise.bin",
                        new Random(1)
                                .ints(4000, 0, 255)
                                .collect(
                                        java.io.ByteArrayOutputStream::new,
                                        java.io.ByteArrayOutputStream::write,
                                        (a, b) -> {})
                                .toByteArray()),
                new ReportFile("half.pdf", "%PDF-1.7\n1 0 obj <<".getBytes(StandardCharsets.UTF_8)),
                new ReportFile("bomb.xlsx", PrintedReport.zip(Map.of("xl/worksheets/sheet1.xml", bomb))),
                new ReportFile("unfolds.docx", PrintedReport.zip(Map.of("word/document.xml", " ".repeat(100_000_000)))),
                new ReportFile("entities.docx", PrintedReport.zip(Map.of("word/document.xml", entities))),
                new ReportFile("wide.html", wide.getBytes(StandardCharsets.UTF_8)),
                new ReportFile("news.txt", "今天天气很好,没有统计表。".repeat(10).getBytes(StandardCharsets.UTF_8)),
                new ReportFile("large.html", new byte[ReportFile.LARGEST + 1]),
                new ReportFile("lines.txt", "(一)予以公开\n1\n2\n3\n".repeat(100_000).getBytes(StandardCharsets.UTF_8)),
                new ReportFile(
                        "nested.html", ("<html>" + "<table><tr><td>".repeat(50_000)).getBytes(StandardCharsets.UTF_8)),
                new ReportFile(
                        "strings.xlsx",
                        PrintedReport.zip(
                                Map.of(
                                        "xl/sharedStrings.xml",
                                        "<sst><si><t>" + "申".repeat(3_000_000) + "</t></si></sst>",
                                        "xl/worksheets/sheet1.xml",
                                        "<worksheet><sheetData><row r='1'><c r='A1' t='s'><v>0</v></c></row></sheetData></worksheet>"))),
                new ReportFile(
                        "merged.xlsx",
                        PrintedReport.zip(Map.of(
                                "xl/worksheets/sheet1.xml",
                                "<worksheet><sheetData><row r='1048576'><c r='XFD1048576'><v>1</v></c></row></sheetData>"
                                        + "<mergeCells>" + "<mergeCell ref='A1:XFD1048576'/>".repeat(500)
                                        + "</mergeCells></worksheet>"))),
                new ReportFile("pictures.pdf", pages(5)),
                new ReportFile("long.pdf", pages(10_000)),
                new ReportFile("locked.pdf", locked()),
                new ReportFile("locked.docx", lockedWord()));
    }

    /** Pages with a drawing and no letter. */
    private static byte[] pages(int number) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            for (int i = 0; i < number; i++) {
                document.addPage(new PDPage(PDRectangle.A4));
            }
            try (PDPageContentStream content = new PDPageContentStream(document, document.getPage(0))) {
                content.addRect(50, 50, 400, 600);
                content.fill();
            }
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] locked() {
        try (PDDocument document = Loader.loadPDF(pages(1));
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            document.protect(new StandardProtectionPolicy("owner", "reader", new AccessPermission()));
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A Word file with a password is a container of the old kind around its cipher text. */
    private static byte[] lockedWord() {
        try (POIFSFileSystem container = new POIFSFileSystem();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("reader");
            try (OutputStream sealed = encryptor.getDataStream(container)) {
                sealed.write(PrintedReport.ofADistrict(1).asWord().content());
            }
            container.writeFilesystem(bytes);
            return bytes.toByteArray();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aSumOfMoreTermsThanAnybodyWritesIsLetBe() {
        String sentence = "共9件=1" + "+1".repeat(1_900) + "。";

        assertThat(read(PrintedReport.ofADistrict(2).saying(sentence).asPage()).findings())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void whatCannotBeReadIsRefusedWithAReasonInBothLanguages(ReportFile file) {
        CheckedReport checked = CHECK.check(file);

        assertThat(checked).isInstanceOf(CheckedReport.Unreadable.class);
        for (Locale locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            CheckAnswer answer = CheckAnswer.of(checked, locale, BundledTexts.in(locale));
            assertThat(answer.unread()).hasSize(1);
            assertThat(answer.unread().get(0).message()).isNotBlank().doesNotContain("report.check");
        }
    }

    private static CheckedReport.Read read(ReportFile file) {
        CheckedReport checked = CHECK.check(file);
        assertThat(checked).isInstanceOf(CheckedReport.Read.class);
        return (CheckedReport.Read) checked;
    }

    private static ReportFile shared(String file) throws IOException {
        Path path = SHARED.resolve(file);
        assumeTrue(Files.exists(path), "the shared folder is not beside this one");
        return new ReportFile(String.valueOf(path.getFileName()), Files.readAllBytes(path));
    }
}
