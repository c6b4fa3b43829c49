package org.yangguang.governance.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yangguang.account.Officer;
import org.yangguang.governance.Outcome;
import org.yangguang.governance.ReadingPoint;
import org.yangguang.governance.ReadingPoints;
import org.yangguang.governance.Reason;
import org.yangguang.organ.Organ;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.Organs;
import org.yangguang.site.KeptPages;
import org.yangguang.site.MappedPages;

/** The reading points as readers find them, and where they are kept. */
@Controller
class ReadingPointPages {

    private static final String HERE = GovernanceConsole.HERE + "/reading-points";

    private final ReadingPoints points;
    private final Organs organs;
    private final Desk desk;
    private final Clock clock;

    ReadingPointPages(ReadingPoints points, Organs organs, Desk desk, Clock clock) {
        this.points = points;
        this.organs = organs;
        this.desk = desk;
        this.clock = clock;
    }

    @GetMapping("/reading-points")
    String forReaders(Model model) {
        List<ReadingPoint> open = points.open();
        Map<Long, Organ> owners = new TreeMap<>();
        open.forEach(point -> organs.find(point.organ())
                .ifPresent(organ -> owners.put(point.organ().value(), organ)));
        model.addAttribute("points", open);
        model.addAttribute("organs", owners);
        return "governance/reading-points";
    }

    @GetMapping(HERE)
    String list(Model model) {
        Officer officer = desk.keeper();
        return list(
                new ReadingPoints.Typed(
                        officer.organ(), "", null, "", "", "", List.of("terminal", "paper"), "", LocalDate.now(clock)),
                List.of(),
                model);
    }

    @PostMapping(HERE)
    String open(
            @RequestParam long organ,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String nameEn,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String hours,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(required = false) @Nullable List<String> services,
            @RequestParam(defaultValue = "") String about,
            @RequestParam(defaultValue = "") String from,
            Model model,
            HttpServletResponse response,
            RedirectAttributes told) {
        ReadingPoints.Typed typed = new ReadingPoints.Typed(
                new OrganId(organ),
                name,
                nameEn,
                address,
                hours,
                phone,
                services == null ? List.of() : services,
                about,
                Desk.date(from));
        Outcome outcome = points.open(desk.keeper(), typed);
        if (outcome instanceof Outcome.Done) {
            return Desk.tell(outcome, "governance.saved", HERE, told);
        }
        response.setStatus(422);
        return list(typed, outcome.reasons(), model);
    }

    private String list(ReadingPoints.Typed typed, List<Reason> refused, Model model) {
        Officer officer = desk.keeper();
        model.addAttribute("points", points.of(officer));
        model.addAttribute("organs", desk.choice(officer));
        model.addAttribute("typed", typed);
        model.addAttribute("refused", refused);
        return "governance/console-points";
    }

    @GetMapping(HERE + "/{id}")
    String point(@PathVariable long id, Model model) {
        ReadingPoint point = find(id);
        return point(point, typed(point), List.of(), model);
    }

    @PostMapping(HERE + "/{id}")
    String change(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String nameEn,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String hours,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(required = false) @Nullable List<String> services,
            @RequestParam(defaultValue = "") String about,
            Model model,
            HttpServletResponse response,
            RedirectAttributes told) {
        ReadingPoint point = find(id);
        ReadingPoints.Typed typed = new ReadingPoints.Typed(
                point.organ(),
                name,
                nameEn,
                address,
                hours,
                phone,
                services == null ? List.of() : services,
                about,
                point.from());
        Outcome outcome = points.change(desk.keeper(), id, version, typed);
        if (outcome instanceof Outcome.Done) {
            return Desk.tell(outcome, "governance.saved", HERE + "/" + id, told);
        }
        response.setStatus(422);
        return point(point, typed, outcome.reasons(), model);
    }

    @PostMapping(HERE + "/{id}/close")
    String close(@PathVariable long id, @RequestParam(defaultValue = "") String until, RedirectAttributes told) {
        return Desk.tell(points.close(desk.keeper(), id, Desk.date(until)), "governance.saved", HERE + "/" + id, told);
    }

    private String point(ReadingPoint point, ReadingPoints.Typed typed, List<Reason> refused, Model model) {
        model.addAttribute("point", point);
        model.addAttribute("typed", typed);
        model.addAttribute("refused", refused);
        model.addAttribute("today", LocalDate.now(clock).toString());
        return "governance/console-point";
    }

    private static ReadingPoints.Typed typed(ReadingPoint point) {
        return new ReadingPoints.Typed(
                point.organ(),
                point.name(),
                point.nameEn(),
                point.address(),
                point.hours(),
                point.phone(),
                point.services(),
                point.about(),
                point.from());
    }

    private ReadingPoint find(long id) {
        return points.find(desk.keeper(), id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @Configuration(proxyBeanMethods = false)
    static class Entries {

        @Bean
        MappedPages pagesOfReadingPoints() {
            return () -> List.of("/reading-points");
        }

        @Bean
        KeptPages keptReadingPoints() {
            return KeptPages.of(Set.of("/reading-points"), Set.of());
        }
    }
}
