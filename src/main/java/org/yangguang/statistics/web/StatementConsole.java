package org.yangguang.statistics.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yangguang.account.Officer;
import org.yangguang.account.Role;
import org.yangguang.organ.Organ;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.Organs;
import org.yangguang.site.ConsoleEntry;
import org.yangguang.statistics.Period;
import org.yangguang.statistics.Scheme;
import org.yangguang.statistics.SchemeBook;
import org.yangguang.statistics.Statement;
import org.yangguang.statistics.StatementDesk;
import org.yangguang.statistics.StatementDuties;
import org.yangguang.statistics.StatementKey;
import org.yangguang.statistics.StatementKey.Coverage;
import org.yangguang.statistics.StatementOutcome;
import org.yangguang.statistics.StatementPicture;
import org.yangguang.statistics.StatementState;
import org.yangguang.statistics.StatementTransitions.Action;
import org.yangguang.statistics.Statements;
import org.yangguang.statistics.web.StatementViews.Line;

/** The statements that an officer keeps or looks over, and each in the layout of its form. */
@Controller
class StatementConsole {

    private static final String HERE = "/console/statements";

    private final Statements statements;
    private final StatementDesk desk;
    private final StatementDuties duties;
    private final SchemeBook schemes;
    private final StatementAddress address;
    private final StatementWords words;
    private final Organs organs;
    private final Clock clock;

    StatementConsole(
            Statements statements,
            StatementDesk desk,
            StatementDuties duties,
            SchemeBook schemes,
            StatementAddress address,
            StatementWords words,
            Organs organs,
            Clock clock) {
        this.statements = statements;
        this.desk = desk;
        this.duties = duties;
        this.schemes = schemes;
        this.address = address;
        this.words = words;
        this.organs = organs;
        this.clock = clock;
    }

    @GetMapping(HERE)
    String list(
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") String scheme,
            @RequestParam(defaultValue = "") String state,
            Model model) {
        Set<OrganId> readable = duties.readable(address.officer());
        Period wanted =
                Period.parse(period).orElse(Period.year(LocalDate.now(clock).getYear() - 1));
        List<Scheme> offered = schemes.forPeriod(wanted);
        Scheme chosen = offered.stream()
                .filter(each -> each.id().equals(scheme))
                .findFirst()
                .or(() -> offered.stream().findFirst())
                .orElseThrow(StatementAddress::missing);
        Map<OrganId, Statement> begun = statements.begun(chosen.id(), wanted, readable);
        List<Line> all = new ArrayList<>();
        for (Organ organ : organs.all()) {
            if (readable.contains(organ.id()) && organ.open()) {
                all.add(line(organ, chosen, wanted, Optional.ofNullable(begun.get(organ.id()))));
            }
        }
        List<Line> shown = all.stream()
                .filter(line -> state.isEmpty()
                        || state.equals("missing") && line.state().open()
                        || line.state().name().equals(state))
                .toList();
        model.addAttribute("lines", shown);
        model.addAttribute("total", all.size());
        model.addAttribute(
                "missing", all.stream().filter(line -> line.state().open()).count());
        model.addAttribute("period", wanted);
        model.addAttribute("scheme", chosen);
        model.addAttribute("schemes", offered);
        model.addAttribute("state", state);
        model.addAttribute("words", words);
        return "statistics/console-list";
    }

    private Line line(Organ organ, Scheme scheme, Period period, Optional<Statement> statement) {
        StatementKey key = new StatementKey(organ.id(), scheme.id(), period, Coverage.ORGAN);
        boolean tree = organs.subtree(organ.id()).size() > 1;
        return new Line(
                organ,
                statement.map(Statement::state).orElse(StatementState.LIVE),
                statement
                        .map(each -> LocalDate.ofInstant(each.changedAt(), clock.getZone())
                                .toString())
                        .orElse(""),
                key.href(),
                tree ? new StatementKey(organ.id(), scheme.id(), period, Coverage.SUBTREE).href() : "");
    }

    @GetMapping(HERE + "/{organ}/{scheme}/{period}/{coverage}")
    String statement(
            @PathVariable long organ,
            @PathVariable String scheme,
            @PathVariable String period,
            @PathVariable String coverage,
            Model model) {
        StatementKey key = address.ofConsole(organ, scheme, period, coverage);
        StatementPicture picture = statements.picture(key).orElseThrow(StatementAddress::missing);
        Officer officer = address.officer();
        model.addAttribute("picture", picture);
        model.addAttribute("title", words.title(key, picture.scheme()));
        model.addAttribute("steps", picture.statement().map(statements::steps).orElse(List.of()));
        model.addAttribute("actions", actions(picture, officer));
        model.addAttribute("drafts", duties.drafts(officer, key.organ()));
        model.addAttribute("approves", duties.approves(officer, key.organ()));
        model.addAttribute("officer", officer.id());
        model.addAttribute("opening", statements.opening(key.before()));
        model.addAttribute("hasTree", organs.subtree(key.organ()).size() > 1);
        model.addAttribute("words", words);
        model.addAttribute("zone", clock.getZone());
        return "statistics/console-statement";
    }

    private List<Action> actions(StatementPicture picture, Officer officer) {
        return org.yangguang.statistics.StatementTransitions.from(picture.state()).stream()
                .filter(move -> switch (move.side()) {
                    case ORGAN -> duties.drafts(officer, picture.key().organ());
                    case DISTRICT ->
                        duties.decides(officer, picture.key().organ())
                                && picture.statement()
                                        .filter(each -> officer.id().equals(each.submittedBy()))
                                        .isEmpty();
                })
                .map(org.yangguang.statistics.StatementTransitions::action)
                .toList();
    }

    @PostMapping(HERE + "/{organ}/{scheme}/{period}/{coverage}")
    String move(
            @PathVariable long organ,
            @PathVariable String scheme,
            @PathVariable String period,
            @PathVariable String coverage,
            @RequestParam Action action,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String opinion,
            RedirectAttributes told) {
        StatementKey key = address.ofConsole(organ, scheme, period, coverage);
        StatementOutcome outcome = action == Action.BEGIN
                ? desk.begin(address.officer(), key)
                : desk.move(address.officer(), key, version, action, opinion);
        tell(outcome, "statistics.done." + action, told);
        return "redirect:" + key.href();
    }

    /** Puts into the next page what came of an act. */
    static void tell(StatementOutcome outcome, String done, RedirectAttributes told) {
        if (outcome instanceof StatementOutcome.Refused refused) {
            told.addFlashAttribute("told", refused.reasons());
        } else {
            told.addFlashAttribute("done", done);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Entries {
        @Bean
        ConsoleEntry statementsConsoleEntry() {
            return new ConsoleEntry(
                    "statistics.statements",
                    HERE,
                    55,
                    Set.of(
                            Role.DISCLOSURE_OFFICE.authority(),
                            Role.DISTRICT_OFFICE.authority(),
                            Role.LEADER.authority()));
        }
    }
}
