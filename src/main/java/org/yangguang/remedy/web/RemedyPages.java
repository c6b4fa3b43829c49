package org.yangguang.remedy.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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
import org.yangguang.account.SignedIn;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.Organs;
import org.yangguang.remedy.Ending;
import org.yangguang.remedy.Filing;
import org.yangguang.remedy.Remedies;
import org.yangguang.remedy.Remedy;
import org.yangguang.remedy.RemedyAct;
import org.yangguang.remedy.RemedyId;
import org.yangguang.remedy.RemedyKind;
import org.yangguang.remedy.RemedyOutcome;
import org.yangguang.remedy.RemedyPeriods;
import org.yangguang.remedy.internal.KnownCases;
import org.yangguang.remedy.internal.RemedyTable;
import org.yangguang.site.ConsoleEntry;

/** {@code /console/remedies}: reconsiderations, lawsuits and complaints against organs, with the days that hold for them. */
@Controller
class RemedyPages {

    private static final String HERE = "/console/remedies";
    private static final int TO_CHOOSE = 50;

    private final Remedies remedies;
    private final RemedyTable table;
    private final KnownCases cases;
    private final RemedyPeriods periods;
    private final Organs organs;
    private final SignedIn signedIn;
    private final RemedyWords words;

    RemedyPages(
            Remedies remedies,
            RemedyTable table,
            KnownCases cases,
            RemedyPeriods periods,
            Organs organs,
            SignedIn signedIn,
            RemedyWords words) {
        this.remedies = remedies;
        this.table = table;
        this.cases = cases;
        this.periods = periods;
        this.organs = organs;
        this.signedIn = signedIn;
        this.words = words;
    }

    @GetMapping(HERE)
    String list(
            @RequestParam(required = false) @Nullable RemedyKind kind,
            @RequestParam(defaultValue = "false") boolean open,
            Model model) {
        Officer officer = signedIn.required();
        LocalDate today = words.today();
        model.addAttribute(
                "lines",
                table.list(remedies.readable(officer), kind, open).stream()
                        .map(remedy -> new RemedyLine(
                                remedy,
                                periods.of(remedy).stream()
                                        .filter(term -> term.done() == null
                                                && (term.what() != RemedyPeriods.What.SUE_AFTER || term.open(today)))
                                        .findFirst()
                                        .orElse(null)))
                        .toList());
        model.addAttribute("kind", kind);
        model.addAttribute("open", open);
        model.addAttribute("mayFile", !remedies.keepable(officer).isEmpty());
        model.addAttribute("words", words);
        return "remedy/remedies";
    }

    @GetMapping(HERE + "/new")
    String empty(@RequestParam(defaultValue = "") String caseNumber, Model model) {
        Map<String, String> typed = new HashMap<>();
        typed.put("submission", UUID.randomUUID().toString());
        typed.put("caseNumber", caseNumber);
        typed.put("filedOn", words.today().toString());
        return form(typed, List.of(), model);
    }

    @PostMapping(HERE)
    String file(
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        LocalDate filedOn = date(typed.getOrDefault("filedOn", ""));
        RemedyKind kind = choice(RemedyKind.class, typed.getOrDefault("kind", ""));
        List<RemedyWords.Refusal> refusals;
        if (filedOn == null || kind == null) {
            refusals = List.of(new RemedyWords.Refusal("filedOn", words.say("remedy.refused.incomplete")));
        } else {
            RemedyOutcome outcome = remedies.file(signedIn.required(), filing(typed, kind, filedOn));
            if (outcome instanceof RemedyOutcome.Done done) {
                flash.addFlashAttribute("said", words.say("remedy.filed"));
                return "redirect:" + HERE + "/" + done.id().value();
            }
            refusals = words.say(((RemedyOutcome.Refused) outcome).reasons());
        }
        response.setStatus(422);
        return form(typed, refusals, model);
    }

    private static Filing filing(Map<String, String> typed, RemedyKind kind, LocalDate filedOn) {
        String organ = typed.getOrDefault("organ", "");
        return new Filing(
                kind,
                typed.getOrDefault("caseNumber", "").strip(),
                organ.matches("\\d{1,18}") ? new OrganId(Long.parseLong(organ)) : null,
                typed.getOrDefault("authority", ""),
                typed.getOrDefault("authorityNumber", ""),
                filedOn,
                typed.getOrDefault("follows", "").strip(),
                typed.getOrDefault("words", ""),
                typed.containsKey("despite"),
                typed.getOrDefault("submission", ""));
    }

    private String form(Map<String, String> typed, List<RemedyWords.Refusal> refusals, Model model) {
        Set<OrganId> keepable = remedies.keepable(signedIn.required());
        if (keepable.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        model.addAttribute("typed", typed);
        model.addAttribute("refused", refusals);
        model.addAttribute("kinds", Arrays.asList(RemedyKind.values()));
        model.addAttribute("cases", cases.lastClosed(keepable, TO_CHOOSE));
        model.addAttribute(
                "reconsiderations",
                table.list(keepable, RemedyKind.RECONSIDERATION, false).stream()
                        .limit(TO_CHOOSE)
                        .toList());
        model.addAttribute(
                "organs",
                organs.all().stream()
                        .filter(organ -> organ.open() && keepable.contains(organ.id()))
                        .toList());
        model.addAttribute("words", words);
        return "remedy/new";
    }

    @GetMapping(HERE + "/{id:\\d+}")
    String show(@PathVariable long id, Model model) {
        return page(one(id), List.of(), Map.of(), model);
    }

    @PostMapping(HERE + "/{id:\\d+}/acts/{path}")
    String act(
            @PathVariable long id,
            @PathVariable String path,
            @RequestParam int version,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Remedy remedy = one(id);
        RemedyAct act = choice(RemedyAct.class, path.replace('-', '_').toUpperCase(Locale.ROOT));
        if (act == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        LocalDate on = date(typed.getOrDefault("on", ""));
        List<RemedyWords.Refusal> refusals;
        if (on == null) {
            refusals = List.of(new RemedyWords.Refusal("on", words.say("remedy.refused.incomplete")));
        } else {
            Ending ending = act == RemedyAct.DECIDE ? choice(Ending.class, typed.getOrDefault("ending", "")) : null;
            RemedyOutcome outcome = remedies.act(
                    signedIn.required(), remedy.id(), version, act, on, ending, typed.getOrDefault("words", ""));
            if (outcome instanceof RemedyOutcome.Done) {
                flash.addFlashAttribute("said", words.say("remedy.done", act));
                return "redirect:" + HERE + "/" + id;
            }
            refusals = words.say(((RemedyOutcome.Refused) outcome).reasons());
        }
        response.setStatus(409);
        return page(one(id), refusals, typed, model);
    }

    private String page(Remedy remedy, List<RemedyWords.Refusal> refusals, Map<String, String> typed, Model model) {
        model.addAttribute("remedy", remedy);
        model.addAttribute(
                "known",
                cases.find(remedy.caseNumber() == null ? "" : remedy.caseNumber())
                        .orElse(null));
        model.addAttribute(
                "follows",
                remedy.follows() == null
                        ? null
                        : remedies.find(signedIn.required(), remedy.follows()).orElse(null));
        model.addAttribute("terms", periods.of(remedy));
        model.addAttribute("history", remedies.history(remedy));
        model.addAttribute("offered", remedies.offered(signedIn.required(), remedy));
        model.addAttribute("endings", Ending.of(remedy.kind()));
        model.addAttribute("refused", refusals);
        model.addAttribute("typed", typed);
        model.addAttribute("periods", periods);
        model.addAttribute("words", words);
        return "remedy/remedy";
    }

    private Remedy one(long id) {
        return remedies.find(signedIn.required(), new RemedyId(id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private static <E extends Enum<E>> @Nullable E choice(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    @Configuration(proxyBeanMethods = false)
    static class Entries {
        @Bean
        ConsoleEntry remediesConsoleEntry() {
            return new ConsoleEntry(
                    "remedy.remedies",
                    HERE,
                    24,
                    Set.of(
                            Role.HANDLER.authority(),
                            Role.LEADER.authority(),
                            Role.DISCLOSURE_OFFICE.authority(),
                            Role.DISTRICT_OFFICE.authority()));
        }
    }
}
