package org.yangguang.calendar.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yangguang.calendar.CalendarYears;
import org.yangguang.calendar.CalendarYears.Result;
import org.yangguang.site.ConsoleEntry;
import org.yangguang.site.MappedPages;

/** Where the district office or the system administrator imports the holiday arrangement of a newly announced year. */
@Controller
class CalendarConsole {

    static final String PATH = "/console/calendar";
    static final Set<String> KEEPERS = Set.of("ROLE_DISTRICT_OFFICE", "ROLE_SYSTEM_ADMINISTRATOR");
    private static final int LONGEST = 20_000;

    private final CalendarYears years;
    private final Clock clock;

    CalendarConsole(CalendarYears years, Clock clock) {
        this.years = years;
        this.clock = clock;
    }

    @ModelAttribute
    void onlyForKeepers(HttpServletRequest request) {
        if (KEEPERS.stream().noneMatch(request::isUserInRole)) {
            throw new AccessDeniedException("the calendar is for the district office and system administrators");
        }
    }

    @GetMapping(PATH)
    String show(Model model) {
        return page("", "", null, model);
    }

    /** First shows what would change; only the second button changes it. */
    @PostMapping(PATH)
    String examineOrImport(
            @RequestParam(defaultValue = "") String csv,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "examine") String then,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletRequest request,
            Model model,
            RedirectAttributes said)
            throws IOException {
        String typed = csv;
        if (file != null && !file.isEmpty() && file.getSize() <= LONGEST) {
            typed = new String(file.getBytes(), StandardCharsets.UTF_8);
        }
        String all = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
        if (!then.equals("import")) {
            return page(all, source, years.examine(all, source), model);
        }
        Result result = years.importYear(all, source, request.getRemoteUser());
        if (result instanceof Result.Accepted accepted) {
            said.addFlashAttribute("imported", accepted.year());
            return "redirect:" + PATH;
        }
        return page(all, source, result, model);
    }

    private String page(String csv, String source, @Nullable Result result, Model model) {
        List<CalendarYears.Year> known = years.all();
        model.addAttribute("years", known);
        model.addAttribute("next", known.get(0).year() + 1);
        model.addAttribute("csv", csv);
        model.addAttribute("source", source);
        model.addAttribute("problems", result instanceof Result.Refused refused ? refused.problems() : List.of());
        model.addAttribute("accepted", result instanceof Result.Accepted accepted ? accepted : null);
        model.addAttribute("zone", clock.getZone());
        return "calendar/console";
    }

    @Configuration(proxyBeanMethods = false)
    static class Navigation {
        @Bean
        MappedPages pagesOfWorkingDays() {
            return () -> List.of("/working-days");
        }

        @Bean
        ConsoleEntry calendarConsoleEntry() {
            return new ConsoleEntry("calendar.console.title", PATH, 350, KEEPERS);
        }
    }
}
