package org.yangguang.report.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.yangguang.file.FileStore;
import org.yangguang.organ.OrganId;
import org.yangguang.report.Issue.IssueFile;
import org.yangguang.report.PublicReports;
import org.yangguang.report.PublicReports.Line;
import org.yangguang.report.PublicReports.Published;
import org.yangguang.report.ReportFormat;
import org.yangguang.report.ReportHtml;
import org.yangguang.site.KeptPages;
import org.yangguang.site.MappedPages;

/** Published annual reports of all organs by year, each with its files, charts and signature. */
@Controller
class AnnualReportPages {

    private static final String HERE = "/annual-reports";

    private final PublicReports reports;
    private final FileStore files;
    private final Clock clock;

    AnnualReportPages(PublicReports reports, FileStore files, Clock clock) {
        this.reports = reports;
        this.files = files;
        this.clock = clock;
    }

    @ModelAttribute("zone")
    ZoneId zone() {
        return clock.getZone();
    }

    @GetMapping(HERE)
    String newest(Model model) {
        List<Integer> years = reports.years();
        return year(years.isEmpty() ? 0 : years.get(0), years, model);
    }

    @GetMapping(HERE + "/{year:\\d{4}}")
    String year(@PathVariable int year, Model model) {
        List<Integer> years = reports.years();
        if (!years.contains(year)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return year(year, years, model);
    }

    private String year(int year, List<Integer> years, Model model) {
        List<Line> lines = years.isEmpty() ? List.of() : reports.ofYear(year);
        model.addAttribute("year", year);
        model.addAttribute("years", years);
        model.addAttribute(
                "published",
                lines.stream().flatMap(line -> line.report().stream()).toList());
        model.addAttribute(
                "missing",
                lines.stream()
                        .filter(line -> line.report().isEmpty())
                        .map(Line::organ)
                        .toList());
        return "report/annual-reports";
    }

    @GetMapping(HERE + "/{year:\\d{4}}/{organ:\\d+}")
    String report(@PathVariable int year, @PathVariable long organ, Model model) {
        Published report = published(organ, year);
        model.addAttribute("report", report);
        model.addAttribute("body", ReportHtml.body(reports.document(report)));
        model.addAttribute("charts", reports.charts(report));
        model.addAttribute("earlier", reports.earlier(report));
        model.addAttribute("fingerprint", reports.fingerprint());
        return "report/annual-report";
    }

    @GetMapping(HERE + "/{year:\\d{4}}/{organ:\\d+}/report.{format:[a-z]+}")
    ResponseEntity<byte[]> file(@PathVariable int year, @PathVariable long organ, @PathVariable String format) {
        ReportFormat wanted = Downloads.format(format);
        IssueFile file = published(organ, year)
                .issue()
                .file(wanted)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        try (InputStream bytes = files.open(files.find(file.hash()).orElseThrow())) {
            return Downloads.of(bytes.readAllBytes(), wanted.mediaType(), file.name());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GetMapping(HERE + "/{year:\\d{4}}/{organ:\\d+}/signature.json")
    ResponseEntity<byte[]> signature(@PathVariable int year, @PathVariable long organ) {
        return Downloads.of(
                published(organ, year).issue().signature().getBytes(StandardCharsets.UTF_8),
                MediaType.APPLICATION_JSON_VALUE,
                "signature.json");
    }

    @GetMapping(HERE + "/signing-key.pem")
    ResponseEntity<byte[]> key() {
        return Downloads.of(
                reports.publicKey().getBytes(StandardCharsets.US_ASCII), "application/x-pem-file", "signing-key.pem");
    }

    private Published published(long organ, int year) {
        return reports.find(new OrganId(organ), year)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @Configuration(proxyBeanMethods = false)
    static class Kept {
        @Bean
        MappedPages pagesOfReports() {
            return () -> List.of(HERE, ReportCheckPage.PATH);
        }

        @Bean
        KeptPages keptReportPages() {
            return KeptPages.of(Set.of(HERE, HERE + "/{year:\\d{4}}", HERE + "/{year:\\d{4}}/{organ:\\d+}"), Set.of());
        }
    }
}
