package org.yangguang.report.web;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.yangguang.report.CheckAnswer;
import org.yangguang.report.CheckedReport;
import org.yangguang.report.ReportCheck;
import org.yangguang.report.ReportFile;
import org.yangguang.statistics.Scheme;

/** Where anybody has an annual report checked; the result stands in place and nothing is kept. */
@Controller
class ReportCheckPage {

    static final String PATH = "/report-check";
    private static final String VIEW = "report/check";

    private final ReportCheck check;
    private final CheckQueue queue;
    private final MessageSource texts;

    ReportCheckPage(ReportCheck check, CheckQueue queue, MessageSource texts) {
        this.check = check;
        this.queue = queue;
        this.texts = texts;
    }

    @GetMapping(PATH)
    String form(Model model) {
        return show(model, "", null);
    }

    @PostMapping(PATH)
    String result(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable MultipartFile previous,
            @RequestParam(defaultValue = "auto") String scheme,
            Locale locale,
            Model model)
            throws IOException {
        if (file == null || file.isEmpty()) {
            return show(model, "report.problem.file", null);
        }
        ReportFile report = Uploads.report(file);
        ReportFile before = previous == null || previous.isEmpty() ? null : Uploads.report(previous);
        Optional<String> wanted = check.schemes().named(scheme).map(Scheme::id);
        return queue.run(() -> check.check(report, wanted, before))
                .map(checked -> show(model, "", result(report.name(), checked, locale)))
                .orElseGet(() -> show(model, "report.problem.busy", null));
    }

    private CheckResult result(String file, CheckedReport checked, Locale locale) {
        CheckAnswer answer = CheckAnswer.of(checked, locale, (key, words) -> texts.getMessage(key, words, locale));
        return checked instanceof CheckedReport.Read read
                ? new CheckResult(
                        file,
                        answer,
                        read.scheme().name().in(locale),
                        read.figures().byCell().size())
                : new CheckResult(file, answer, null, 0);
    }

    private String show(Model model, String problem, @Nullable CheckResult result) {
        List<String> schemes = check.schemes().all().stream().map(Scheme::id).toList();
        model.addAttribute("schemes", schemes);
        model.addAttribute("problem", problem);
        if (result != null) {
            model.addAttribute("result", result);
        }
        return VIEW;
    }
}
