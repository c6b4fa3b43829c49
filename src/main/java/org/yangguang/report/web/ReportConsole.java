package org.yangguang.report.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yangguang.account.Officer;
import org.yangguang.account.Role;
import org.yangguang.account.SignedIn;
import org.yangguang.organ.Organ;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.Organs;
import org.yangguang.report.AnnualReport;
import org.yangguang.report.AnnualReports;
import org.yangguang.report.Issue;
import org.yangguang.report.ReportDesk;
import org.yangguang.report.ReportDues;
import org.yangguang.report.ReportFormat;
import org.yangguang.report.ReportOutcome;
import org.yangguang.report.ReportPicture;
import org.yangguang.site.ConsoleEntry;

/** Where annual reports are written, and where is seen which are missing. */
@Controller
class ReportConsole {

    static final String HERE = "/console/reports";
    private static final int OLDEST = 2008;

    private final AnnualReports reports;
    private final ReportDesk desk;
    private final ReportDues dues;
    private final Organs organs;
    private final SignedIn signedIn;
    private final Clock clock;

    ReportConsole(
            AnnualReports reports, ReportDesk desk, ReportDues dues, Organs organs, SignedIn signedIn, Clock clock) {
        this.reports = reports;
        this.desk = desk;
        this.dues = dues;
        this.organs = organs;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    @ModelAttribute("zone")
    ZoneId zone() {
        return clock.getZone();
    }

    @GetMapping(HERE)
    String list(@RequestParam(required = false) @Nullable Integer year, Model model) {
        Officer officer = signedIn.required();
        LocalDate today = today();
        int of = year == null ? today.getYear() - 1 : Math.max(OLDEST, Math.min(year, today.getYear()));
        List<Organ> seen = organs.all().stream()
                .filter(organ -> wasThere(organ, of) && desk.maySee(officer, organ.id()))
                .toList();
        Map<OrganId, AnnualReport> begun =
                reports.begun(of, seen.stream().map(Organ::id).collect(Collectors.toSet()));
        Map<OrganId, Issue> published = reports.published(of);
        List<ReportLine> lines = seen.stream()
                .map(organ -> {
                    LocalDate due = dues.of(organ, of);
                    return new ReportLine(
                            organ,
                            due,
                            ChronoUnit.DAYS.between(today, due),
                            begun.get(organ.id()),
                            published.get(organ.id()));
                })
                .toList();
        model.addAttribute("year", of);
        model.addAttribute("thisYear", today.getYear());
        model.addAttribute("lines", lines);
        return "report/console-list";
    }

    /** Organs that existed when the year ended, and still do or were closed later. */
    private static boolean wasThere(Organ organ, int year) {
        LocalDate end = LocalDate.of(year, 12, 31);
        return !organ.openedOn().isAfter(end)
                && (organ.closedOn() == null || organ.closedOn().isAfter(end));
    }

    @GetMapping(HERE + "/{organ}/{year}")
    String report(
            @PathVariable long organ,
            @PathVariable int year,
            @RequestParam(defaultValue = "") String edit,
            Model model) {
        return show(picture(organ, year), edit, null, List.of(), model);
    }

    private String show(
            ReportPicture picture,
            String edit,
            @Nullable String typed,
            List<ReportOutcome.Reason> refused,
            Model model) {
        Officer officer = signedIn.required();
        model.addAttribute("picture", picture);
        model.addAttribute("findings", reports.findings(picture));
        model.addAttribute("edit", edit);
        model.addAttribute("typed", typed);
        model.addAttribute("refused", refused);
        model.addAttribute("mayWrite", desk.mayWrite(officer, picture.organ().id()));
        model.addAttribute("due", dues.of(picture.organ(), picture.year()));
        model.addAttribute("today", today());
        return "report/console-report";
    }

    @PostMapping(HERE + "/{organ}/{year}/chapter")
    String write(
            @PathVariable long organ,
            @PathVariable int year,
            @RequestParam int version,
            @RequestParam String chapter,
            @RequestParam(defaultValue = "") String text,
            Model model,
            RedirectAttributes told) {
        ReportOutcome outcome =
                desk.write(signedIn.required(), picture(organ, year).organ().id(), year, version, chapter, text);
        return outcome instanceof ReportOutcome.Refused refused
                ? show(picture(organ, year), chapter, text, refused.reasons(), model)
                : back(organ, year, "report.saved", told);
    }

    @PostMapping(HERE + "/{organ}/{year}/reason")
    String explain(
            @PathVariable long organ,
            @PathVariable int year,
            @RequestParam int version,
            @RequestParam String chapter,
            @RequestParam String number,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes told) {
        return act(
                organ,
                year,
                officer -> desk.explain(officer, new OrganId(organ), year, version, chapter, number, reason),
                "report.saved",
                model,
                told);
    }

    @PostMapping(HERE + "/{organ}/{year}/hand-over")
    String handOver(
            @PathVariable long organ,
            @PathVariable int year,
            @RequestParam int version,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate dated,
            Model model,
            RedirectAttributes told) {
        return act(
                organ,
                year,
                officer -> desk.handOver(officer, new OrganId(organ), year, version, dated),
                "report.handedOver",
                model,
                told);
    }

    @PostMapping(HERE + "/{organ}/{year}/take-back")
    String takeBack(
            @PathVariable long organ,
            @PathVariable int year,
            @RequestParam int version,
            Model model,
            RedirectAttributes told) {
        return act(
                organ,
                year,
                officer -> desk.takeBack(officer, new OrganId(organ), year, version),
                "report.takenBack",
                model,
                told);
    }

    @PostMapping(HERE + "/{organ}/{year}/reopen")
    String reopen(
            @PathVariable long organ,
            @PathVariable int year,
            @RequestParam int version,
            Model model,
            RedirectAttributes told) {
        return act(
                organ,
                year,
                officer -> desk.reopen(officer, new OrganId(organ), year, version),
                "report.reopened",
                model,
                told);
    }

    private String act(
            long organ,
            int year,
            Function<Officer, ReportOutcome> what,
            String done,
            Model model,
            RedirectAttributes told) {
        ReportPicture before = picture(organ, year);
        return what.apply(signedIn.required()) instanceof ReportOutcome.Refused refused
                ? show(before, "", null, refused.reasons(), model)
                : back(organ, year, done, told);
    }

    /** The report as it stands, in a format, for proofreading. */
    @GetMapping(HERE + "/{organ}/{year}/proof/{format}")
    ResponseEntity<byte[]> proof(@PathVariable long organ, @PathVariable int year, @PathVariable String format) {
        ReportPicture picture = picture(organ, year);
        ReportFormat wanted = Downloads.format(format);
        return Downloads.of(
                reports.proof(picture, wanted),
                wanted.mediaType(),
                AnnualReports.fileName(picture.organ(), year, wanted));
    }

    private static String back(long organ, int year, String done, RedirectAttributes told) {
        told.addFlashAttribute("done", done);
        return "redirect:" + HERE + "/" + organ + "/" + year;
    }

    private ReportPicture picture(long organ, int year) {
        OrganId id = new OrganId(organ);
        if (!desk.maySee(signedIn.required(), id)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        if (year < OLDEST || year > today().getYear()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return reports.picture(id, year).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    @Configuration(proxyBeanMethods = false)
    static class Entries {
        @Bean
        ConsoleEntry reportsConsoleEntry() {
            return new ConsoleEntry(
                    "report.console",
                    HERE,
                    55,
                    Set.of(
                            Role.HANDLER.authority(),
                            Role.SECRECY_OFFICER.authority(),
                            Role.LEADER.authority(),
                            Role.DISCLOSURE_OFFICE.authority(),
                            Role.DISTRICT_OFFICE.authority()));
        }
    }
}
