package org.yangguang.governance.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
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
import org.yangguang.account.Role;
import org.yangguang.governance.Cover;
import org.yangguang.governance.Coverage;
import org.yangguang.governance.Filing;
import org.yangguang.governance.Filings;
import org.yangguang.governance.LeadingGroup;
import org.yangguang.governance.Outcome;
import org.yangguang.governance.Reason;
import org.yangguang.organ.Organ;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.Organs;
import org.yangguang.site.ConsoleEntry;

/** Who does the work in which organ, with what is missing on top, and the record of each organ. */
@Controller
class GovernanceConsole {

    static final String HERE = "/console/governance";

    private final Cover cover;
    private final Filings filings;
    private final LeadingGroup group;
    private final Organs organs;
    private final Desk desk;
    private final Clock clock;

    GovernanceConsole(Cover cover, Filings filings, LeadingGroup group, Organs organs, Desk desk, Clock clock) {
        this.cover = cover;
        this.filings = filings;
        this.group = group;
        this.organs = organs;
        this.desk = desk;
        this.clock = clock;
    }

    @GetMapping(HERE)
    String overview(Model model) {
        Officer officer = desk.keeper();
        List<Coverage> all = cover.today(desk.organs(officer));
        model.addAttribute("coverages", all);
        for (Coverage.State state : Coverage.State.values()) {
            model.addAttribute(
                    "count" + state,
                    all.stream().filter(each -> each.state() == state).count());
        }
        model.addAttribute("gaps", all.stream().filter(Coverage::gap).count());
        return "governance/overview";
    }

    @GetMapping(HERE + "/organs/{id}")
    String organ(@PathVariable long id, Model model) {
        return show(organ(id), empty(new OrganId(id)), List.of(), model);
    }

    @PostMapping(HERE + "/organs/{id}/filings")
    String file(
            @PathVariable long id,
            @RequestParam(required = false) Filing.@Nullable Post post,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String position,
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "false") boolean fullTime,
            @RequestParam(defaultValue = "false") boolean engaged,
            @RequestParam(defaultValue = "") String from,
            Model model,
            HttpServletResponse response,
            RedirectAttributes told) {
        Filings.Typed typed =
                new Filings.Typed(new OrganId(id), post, person, position, login, fullTime, engaged, Desk.date(from));
        Outcome outcome = filings.file(desk.keeper(), typed);
        if (outcome instanceof Outcome.Refused refused) {
            response.setStatus(422);
            return show(organ(id), typed, refused.reasons(), model);
        }
        return Desk.tell(outcome, "governance.filed", HERE + "/organs/" + id, told);
    }

    @PostMapping(HERE + "/filings/{id}/end")
    String end(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String why,
            RedirectAttributes told) {
        return Desk.tell(filings.end(desk.keeper(), id, Desk.date(until), why), "governance.ended", ofFiling(id), told);
    }

    @PostMapping(HERE + "/filings/{id}/absence")
    String absent(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String last,
            @RequestParam(defaultValue = "") String why,
            RedirectAttributes told) {
        Outcome outcome = filings.absent(desk.keeper(), id, Desk.date(from), Desk.date(last), why);
        return Desk.tell(outcome, "governance.absent", ofFiling(id), told);
    }

    @PostMapping(HERE + "/absences/{id}/back")
    String back(@PathVariable long id, @RequestParam long organ, RedirectAttributes told) {
        return Desk.tell(filings.back(desk.keeper(), id), "governance.back", HERE + "/organs/" + organ, told);
    }

    @PostMapping(HERE + "/organs/{id}/hand-overs")
    String handOver(
            @PathVariable long id,
            @RequestParam long from,
            @RequestParam long to,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(required = false) @Nullable List<String> things,
            @RequestParam(defaultValue = "") String pending,
            RedirectAttributes told) {
        Outcome outcome =
                filings.handOver(desk.keeper(), from, to, Desk.date(on), things == null ? List.of() : things, pending);
        return Desk.tell(outcome, "governance.handedOver", HERE + "/organs/" + id, told);
    }

    @PostMapping(HERE + "/hand-overs/{id}/accept")
    String accept(@PathVariable long id, @RequestParam long organ, RedirectAttributes told) {
        return Desk.tell(filings.accept(desk.keeper(), id), "governance.accepted", HERE + "/organs/" + organ, told);
    }

    @PostMapping(HERE + "/organs/{id}/office")
    String openOffice(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String from,
            RedirectAttributes told) {
        Outcome outcome = group.openOffice(desk.keeper(), new OrganId(id), name, Desk.date(from));
        return Desk.tell(outcome, "governance.saved", HERE + "/organs/" + id, told);
    }

    @PostMapping(HERE + "/organs/{id}/office/close")
    String closeOffice(@PathVariable long id, @RequestParam(defaultValue = "") String until, RedirectAttributes told) {
        Outcome outcome = group.closeOffice(desk.keeper(), new OrganId(id), Desk.date(until));
        return Desk.tell(outcome, "governance.saved", HERE + "/organs/" + id, told);
    }

    private String ofFiling(long id) {
        return filings.find(id)
                .map(filing -> HERE + "/organs/" + filing.organ().value())
                .orElse(HERE);
    }

    private String show(Organ organ, Filings.Typed typed, List<Reason> refused, Model model) {
        List<Filing> all = filings.of(organ.id());
        model.addAttribute("organ", organ);
        model.addAttribute("coverage", cover.today(organ));
        model.addAttribute("filings", all);
        model.addAttribute("absences", filings.absences(all));
        model.addAttribute("handOvers", filings.handOvers(organ.id()));
        model.addAttribute("offices", group.offices(organ.id()));
        model.addAttribute("typed", typed);
        model.addAttribute("refused", refused);
        model.addAttribute("today", LocalDate.now(clock).toString());
        return "governance/organ";
    }

    private Organ organ(long id) {
        Set<OrganId> mine = desk.organs(desk.keeper());
        return organs.find(new OrganId(id))
                .filter(organ -> mine.contains(organ.id()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Filings.Typed empty(OrganId organ) {
        return new Filings.Typed(organ, null, "", "", "", true, true, LocalDate.now(clock));
    }

    @Configuration(proxyBeanMethods = false)
    static class Entries {
        @Bean
        ConsoleEntry governanceConsoleEntry() {
            return new ConsoleEntry(
                    "governance.people",
                    HERE,
                    75,
                    Set.of(Role.DISCLOSURE_OFFICE.authority(), Role.DISTRICT_OFFICE.authority()));
        }
    }
}
