package org.yangguang.report.internal;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yangguang.platform.Program;
import org.yangguang.platform.StandaloneCommand;
import org.yangguang.report.BundledTexts;
import org.yangguang.report.CheckAnswer;
import org.yangguang.report.CheckedReport;
import org.yangguang.report.ReportCheck;
import org.yangguang.report.ReportFile;
import org.yangguang.report.Sentence;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Checks annual reports in files, whoever made them. */
@Command(
        name = "verify-report",
        description = {
            "Checks whether the figures of annual reports agree with each other and with their prose.",
            "Reads web pages, Word (docx), Excel (xlsx), PDF with a text layer and plain text."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:consistent", "1:there are findings", "2:a report could not be read"})
public class VerifyReportCommand implements StandaloneCommand {

    private static final int CONSISTENT = 0;
    private static final int FINDINGS = 1;
    private static final int UNREADABLE = 2;

    /** How results are printed. */
    enum Format {
        text,
        json
    }

    @Spec
    @Nullable
    CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "The reports.")
    List<Path> files = new ArrayList<>();

    @Option(
            names = "--scheme",
            paramLabel = "auto|2014|2019|2021",
            description = "The form that the reports follow; found out by default.")
    String scheme = "auto";

    @Option(
            names = "--previous",
            paramLabel = "FILE",
            description = "The report of the year before, to compare what was carried over and growth.")
    @Nullable
    Path previous;

    @Option(names = "--format", description = "One of ${COMPLETION-CANDIDATES}; text by default.")
    Format format = Format.text;

    @Option(names = "--language", paramLabel = "zh|en", description = "The language of sentences; Chinese by default.")
    String language = "zh";

    @Override
    public int run(Program program) {
        Locale locale = language.equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
        ReportCheck check = new ReportCheck();
        if (!scheme.equals("auto") && check.schemes().named(scheme).isEmpty()) {
            out().println("There is no form \"" + scheme + "\"; known are auto, 2014, 2019 and 2021.");
            return UNREADABLE;
        }
        List<CheckedReport> results = new ArrayList<>();
        for (Path file : files) {
            results.add(check(check, file));
        }
        if (format == Format.json) {
            List<CheckAnswer> answers = results.stream()
                    .map(each -> CheckAnswer.of(each, locale, BundledTexts.in(locale)))
                    .toList();
            out().println(JsonMapper.builder()
                    .build()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(answers.size() == 1 ? answers.get(0) : answers));
        } else {
            for (int i = 0; i < results.size(); i++) {
                print(files.get(i), results.get(i), locale);
            }
        }
        return results.stream().mapToInt(VerifyReportCommand::exitCode).max().orElse(UNREADABLE);
    }

    private CheckedReport check(ReportCheck check, Path file) {
        List<Sentence> missing = new ArrayList<>();
        Optional<ReportFile> report = read(file, missing);
        Optional<ReportFile> before = previous == null ? Optional.empty() : read(previous, missing);
        if (report.isEmpty() || !missing.isEmpty()) {
            return new CheckedReport.Unreadable(missing);
        }
        return check.check(report.get(), Optional.of(scheme).filter(name -> !name.equals("auto")), before.orElse(null));
    }

    private static Optional<ReportFile> read(Path file, List<Sentence> missing) {
        String name = String.valueOf(file.getFileName());
        try {
            if (Files.size(file) > ReportFile.LARGEST) {
                missing.add(Sentence.of(
                        "unreadable.file",
                        name,
                        Sentence.of("unreadable.large", String.valueOf(ReportFile.LARGEST / 1024 / 1024))));
                return Optional.empty();
            }
            return Optional.of(new ReportFile(name, Files.readAllBytes(file)));
        } catch (NoSuchFileException e) {
            missing.add(Sentence.of("unreadable.file", name, Sentence.of("unreadable.missing")));
            return Optional.empty();
        } catch (IOException e) {
            missing.add(Sentence.of("unreadable.file", name, Sentence.of("unreadable.closed")));
            return Optional.empty();
        }
    }

    private static int exitCode(CheckedReport result) {
        if (result instanceof CheckedReport.Read read) {
            return read.findings().isEmpty() ? CONSISTENT : FINDINGS;
        }
        return UNREADABLE;
    }

    private void print(Path file, CheckedReport result, Locale locale) {
        out().println(file);
        CheckAnswer answer = CheckAnswer.of(result, locale, BundledTexts.in(locale));
        if (result instanceof CheckedReport.Read read) {
            out().println(BundledTexts.of(
                    locale, "report.check.scheme", read.scheme().name().in(locale)));
            out().println(
                            answer.findings().isEmpty()
                                    ? BundledTexts.of(locale, "report.check.consistent")
                                    : BundledTexts.of(
                                            locale,
                                            "report.check.findings",
                                            String.valueOf(answer.findings().size())));
            answer.findings().forEach(finding -> out().println(
                            "  [" + BundledTexts.of(locale, "report.check.severity." + finding.severity()) + "] "
                                    + finding.message()));
        }
        if (!answer.unread().isEmpty()) {
            out().println(BundledTexts.of(
                    locale,
                    "report.check.unread",
                    String.valueOf(answer.unread().size())));
            answer.unread().forEach(unread -> out().println("  " + unread.message()));
        }
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }
}
