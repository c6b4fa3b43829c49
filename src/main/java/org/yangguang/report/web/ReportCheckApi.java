package org.yangguang.report.web;

import io.swagger.v3.oas.annotations.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.yangguang.report.CheckAnswer;
import org.yangguang.report.CheckedReport;
import org.yangguang.report.ReportCheck;
import org.yangguang.report.ReportFile;

/** Checks anybody's annual report. Nothing is kept. */
@RestController
class ReportCheckApi {

    private static final String PATH = "/api/v1/report-checks";

    private final ReportCheck check;
    private final CheckQueue queue;
    private final MessageSource texts;

    ReportCheckApi(ReportCheck check, CheckQueue queue, MessageSource texts) {
        this.check = check;
        this.queue = queue;
        this.texts = texts;
    }

    @Operation(
            tags = "reports",
            summary = "Checks an annual report",
            description = "Answers with every finding: sums, carry-over, prose against table.")
    @PostMapping(path = PATH, consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<CheckAnswer> form(
            @RequestParam MultipartFile file,
            @RequestParam(required = false) @Nullable MultipartFile previous,
            @RequestParam(defaultValue = "auto") String scheme,
            Locale locale)
            throws IOException {
        ReportFile before = previous == null || previous.isEmpty() ? null : Uploads.report(previous);
        return answer(Uploads.report(file), before, scheme, locale);
    }

    /** The report is the body of the request, whatever its type. */
    @Operation(
            tags = "reports",
            summary = "Checks an annual report",
            description = "The file is the body of the request.")
    @PostMapping(path = PATH, consumes = MediaType.ALL_VALUE)
    ResponseEntity<CheckAnswer> body(
            InputStream body, @RequestParam(defaultValue = "auto") String scheme, Locale locale) throws IOException {
        return answer(new ReportFile("report", body.readNBytes(ReportFile.LARGEST + 1)), null, scheme, locale);
    }

    private ResponseEntity<CheckAnswer> answer(
            ReportFile report, @Nullable ReportFile before, String scheme, Locale locale) {
        Optional<String> wanted = Optional.of(scheme).filter(name -> !name.equals("auto"));
        if (wanted.isPresent() && check.schemes().named(scheme).isEmpty()) {
            throw problem(HttpStatus.BAD_REQUEST, "report.problem.scheme", locale);
        }
        CheckedReport checked = queue.run(() -> check.check(report, wanted, before))
                .orElseThrow(() -> problem(HttpStatus.SERVICE_UNAVAILABLE, "report.problem.busy", locale));
        CheckAnswer answer = CheckAnswer.of(checked, locale, (key, words) -> texts.getMessage(key, words, locale));
        HttpStatus status =
                checked instanceof CheckedReport.Unreadable ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK;
        return ResponseEntity.status(status).body(answer);
    }

    private ErrorResponseException problem(HttpStatus status, String key, Locale locale) {
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create("about:blank"));
        problem.setTitle(texts.getMessage("report.problem.title", null, locale));
        problem.setDetail(texts.getMessage(key, null, locale));
        return new ErrorResponseException(status, problem, null);
    }
}
