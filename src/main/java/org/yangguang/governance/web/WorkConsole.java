package org.yangguang.governance.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
import org.yangguang.governance.Fund;
import org.yangguang.governance.Funds;
import org.yangguang.governance.Gathering;
import org.yangguang.governance.Gatherings;
import org.yangguang.governance.LeadingGroup;
import org.yangguang.governance.Member;
import org.yangguang.governance.Outcome;
import org.yangguang.governance.Reason;
import org.yangguang.organ.OrganId;

/** The leading group, meetings and training, special funds. */
@Controller
class WorkConsole {

    private static final String GROUP = GovernanceConsole.HERE + "/group";
    private static final String GATHERINGS = GovernanceConsole.HERE + "/gatherings";
    private static final String FUNDS = GovernanceConsole.HERE + "/funds";

    private final LeadingGroup group;
    private final Gatherings gatherings;
    private final Funds funds;
    private final Desk desk;
    private final Clock clock;

    WorkConsole(LeadingGroup group, Gatherings gatherings, Funds funds, Desk desk, Clock clock) {
        this.group = group;
        this.gatherings = gatherings;
        this.funds = funds;
        this.desk = desk;
        this.clock = clock;
    }

    @GetMapping(GROUP)
    String group(Model model) {
        Officer officer = desk.keeper();
        model.addAttribute("members", group.members(officer));
        model.addAttribute("organs", desk.choice(officer));
        model.addAttribute("today", today());
        return "governance/group";
    }

    @PostMapping(GROUP)
    String appoint(
            @RequestParam long organ,
            @RequestParam(required = false) Member.@Nullable Rank rank,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String position,
            @RequestParam(defaultValue = "") String from,
            RedirectAttributes told) {
        Outcome outcome = group.appoint(desk.keeper(), new OrganId(organ), rank, person, position, Desk.date(from));
        return Desk.tell(outcome, "governance.saved", GROUP, told);
    }

    @PostMapping(GROUP + "/{id}/leave")
    String leave(@PathVariable long id, @RequestParam(defaultValue = "") String until, RedirectAttributes told) {
        return Desk.tell(group.leave(desk.keeper(), id, Desk.date(until)), "governance.saved", GROUP, told);
    }

    @GetMapping(GATHERINGS)
    String gatherings(Model model) {
        return gatherings(
                new Gatherings.Typed(desk.keeper().organ(), null, "", "", LocalDate.now(clock), "", 0),
                List.of(),
                model);
    }

    @PostMapping(GATHERINGS)
    String note(
            @RequestParam long organ,
            @RequestParam(required = false) Gathering.@Nullable Kind kind,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String about,
            @RequestParam(defaultValue = "0") int heads,
            Model model,
            HttpServletResponse response,
            RedirectAttributes told) {
        Gatherings.Typed typed =
                new Gatherings.Typed(new OrganId(organ), kind, title, place, Desk.date(on), about, heads);
        Outcome outcome = gatherings.note(desk.keeper(), typed);
        if (outcome instanceof Outcome.Done done) {
            return Desk.tell(outcome, "governance.saved", GATHERINGS + "/" + done.id(), told);
        }
        response.setStatus(422);
        return gatherings(typed, outcome.reasons(), model);
    }

    private String gatherings(Gatherings.Typed typed, List<Reason> refused, Model model) {
        Officer officer = desk.keeper();
        model.addAttribute("gatherings", gatherings.of(officer));
        model.addAttribute("organs", desk.choice(officer));
        model.addAttribute("typed", typed);
        model.addAttribute("refused", refused);
        return "governance/gatherings";
    }

    @GetMapping(GATHERINGS + "/{id}")
    String gathering(@PathVariable long id, Model model) {
        Gathering gathering = find(id);
        return gathering(gathering, typed(gathering), null, List.of(), model);
    }

    @PostMapping(GATHERINGS + "/{id}")
    String change(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String about,
            @RequestParam(defaultValue = "0") int heads,
            Model model,
            HttpServletResponse response,
            RedirectAttributes told) {
        Gathering gathering = find(id);
        Gatherings.Typed typed =
                new Gatherings.Typed(gathering.organ(), gathering.kind(), title, place, Desk.date(on), about, heads);
        Outcome outcome = gatherings.change(desk.keeper(), id, version, typed);
        if (outcome instanceof Outcome.Done) {
            return Desk.tell(outcome, "governance.saved", GATHERINGS + "/" + id, told);
        }
        response.setStatus(422);
        return gathering(gathering, typed, null, outcome.reasons(), model);
    }

    @PostMapping(GATHERINGS + "/{id}/attendance")
    String attend(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String lines,
            Model model,
            HttpServletResponse response,
            RedirectAttributes told) {
        Gathering gathering = find(id);
        Outcome outcome = gatherings.attend(desk.keeper(), id, version, lines);
        if (outcome instanceof Outcome.Done) {
            return Desk.tell(outcome, "governance.saved", GATHERINGS + "/" + id, told);
        }
        response.setStatus(422);
        return gathering(gathering, typed(gathering), lines, outcome.reasons(), model);
    }

    @PostMapping(GATHERINGS + "/{id}/state")
    String move(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam Gathering.Action action,
            RedirectAttributes told) {
        return Desk.tell(
                gatherings.move(desk.keeper(), id, version, action), "governance.saved", GATHERINGS + "/" + id, told);
    }

    private String gathering(
            Gathering gathering, Gatherings.Typed typed, @Nullable String lines, List<Reason> refused, Model model) {
        List<Gathering.Attendance> all = gatherings.attendances(gathering);
        model.addAttribute("gathering", gathering);
        model.addAttribute("typed", typed);
        model.addAttribute(
                "lines",
                lines != null
                        ? lines
                        : all.stream()
                                .map(each -> each.organName() + " " + each.person())
                                .collect(java.util.stream.Collectors.joining("\n")));
        model.addAttribute("listed", all.size());
        model.addAttribute("refused", refused);
        return "governance/gathering";
    }

    private static Gatherings.Typed typed(Gathering gathering) {
        return new Gatherings.Typed(
                gathering.organ(),
                gathering.kind(),
                gathering.title(),
                gathering.place(),
                gathering.on(),
                gathering.about(),
                gathering.heads());
    }

    private Gathering find(long id) {
        return gatherings.find(desk.keeper(), id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @GetMapping(FUNDS)
    String funds(Model model) {
        Officer officer = desk.keeper();
        model.addAttribute("funds", funds.of(officer));
        model.addAttribute("organs", desk.choice(officer));
        model.addAttribute("today", today());
        return "governance/funds";
    }

    @PostMapping(FUNDS)
    String noteFund(
            @RequestParam long organ,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(required = false) Fund.@Nullable Purpose purpose,
            @RequestParam(defaultValue = "") String yuan,
            @RequestParam(defaultValue = "") String about,
            RedirectAttributes told) {
        Outcome outcome =
                funds.note(desk.keeper(), new OrganId(organ), Desk.date(on), purpose, Desk.amount(yuan), about);
        return Desk.tell(outcome, "governance.saved", FUNDS, told);
    }

    @PostMapping(FUNDS + "/{id}/strike")
    String strike(@PathVariable long id, RedirectAttributes told) {
        return Desk.tell(funds.strike(desk.keeper(), id), "governance.saved", FUNDS, told);
    }

    private String today() {
        return LocalDate.now(clock).toString();
    }
}
