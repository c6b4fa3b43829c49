package org.yangguang.engagement.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
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
import org.yangguang.account.SignedIn;
import org.yangguang.disclosure.ItemId;
import org.yangguang.engagement.Expert;
import org.yangguang.engagement.ExpertField;
import org.yangguang.engagement.Experts;
import org.yangguang.engagement.Interpretation;
import org.yangguang.engagement.Interpretations;
import org.yangguang.engagement.Outcome;
import org.yangguang.engagement.internal.InterpretationTable.Task;
import org.yangguang.engagement.internal.ItemTitles;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.Organs;
import org.yangguang.topic.TopicMaterial.Piece;

/** What is to be interpreted, by when, and by whom. */
@Controller
class InterpretationConsole {

    static final String HERE = "/console/interpretations";
    static final String EXPERTS = "/console/experts";

    private final Interpretations interpretations;
    private final Experts experts;
    private final ItemTitles titles;
    private final Organs organs;
    private final SignedIn signedIn;
    private final EngagementWords words;

    InterpretationConsole(
            Interpretations interpretations,
            Experts experts,
            ItemTitles titles,
            Organs organs,
            SignedIn signedIn,
            EngagementWords words) {
        this.interpretations = interpretations;
        this.experts = experts;
        this.titles = titles;
        this.organs = organs;
        this.signedIn = signedIn;
        this.words = words;
    }

    @GetMapping(HERE)
    String tasks(Model model) {
        return tasks(List.of(), Map.of(), model);
    }

    private String tasks(List<Refusal> refused, Map<String, String> typed, Model model) {
        Set<OrganId> mine = interpretations.organsOf(signedIn.required());
        if (mine.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        Map<Task, LocalDate> open = interpretations.tasks(mine);
        Map<ItemId, Piece> pieces =
                titles.of(open.keySet().stream().map(Task::item).toList());
        List<TaskView> tasks = new ArrayList<>();
        open.forEach((task, due) -> {
            Piece piece = pieces.get(task.item());
            if (piece != null) {
                tasks.add(new TaskView(task, piece.title(), due, due.isBefore(words.today())));
            }
        });
        model.addAttribute("tasks", tasks);
        model.addAttribute("forms", List.of(Interpretation.Form.values()));
        model.addAttribute("refused", refused);
        model.addAttribute("typed", typed);
        model.addAttribute("words", words);
        return "engagement/console-interpretations";
    }

    @PostMapping(HERE + "/{item:\\d+}/begin")
    String begin(
            @PathVariable long item,
            @RequestParam(defaultValue = "TEXT") Interpretation.Form form,
            Model model,
            HttpServletResponse response) {
        Outcome<Long> outcome = interpretations.begin(signedIn.required(), new ItemId(item), form);
        if (outcome instanceof Outcome.Refused<Long> refused) {
            response.setStatus(409);
            return tasks(words.say(refused.reasons()), Map.of(), model);
        }
        return "redirect:/console/drafts/" + outcome.value();
    }

    @PostMapping(HERE + "/{item:\\d+}/drop")
    String drop(
            @PathVariable long item,
            @RequestParam(defaultValue = "") String why,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return answer(
                interpretations.drop(signedIn.required(), new ItemId(item), why), Map.of(), model, response, flash);
    }

    @PostMapping(HERE)
    String link(
            @RequestParam(defaultValue = "") String item,
            @RequestParam(defaultValue = "") String explains,
            @RequestParam(defaultValue = "TEXT") Interpretation.Form form,
            @RequestParam(defaultValue = "") String recording,
            @RequestParam Map<String, String> fields,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        ItemId none = new ItemId(0);
        Outcome<Interpretation> outcome = interpretations.link(
                signedIn.required(),
                titles.typed(item).orElse(none),
                titles.typed(explains).orElse(none),
                form,
                recording);
        return answer(outcome, fields, model, response, flash);
    }

    private String answer(
            Outcome<?> outcome,
            Map<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        if (outcome instanceof Outcome.Refused<?> refused) {
            response.setStatus(409);
            return tasks(words.say(refused.reasons()), typed, model);
        }
        flash.addFlashAttribute("said", words.say("engagement.affair.linked"));
        return "redirect:" + HERE;
    }

    @GetMapping(EXPERTS)
    String experts(Model model) {
        return experts(List.of(), Map.of(), model);
    }

    @PostMapping(EXPERTS)
    String appoint(
            @RequestParam(defaultValue = "0") long organ,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String post,
            @RequestParam(required = false) @Nullable List<ExpertField> fields,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        Outcome<Expert> outcome = experts.appoint(
                signedIn.required(), new OrganId(organ), name, post, fields == null ? List.of() : fields, from, until);
        if (outcome instanceof Outcome.Refused<Expert> refused) {
            response.setStatus(409);
            return experts(words.say(refused.reasons()), typed, model);
        }
        return "redirect:" + EXPERTS;
    }

    @PostMapping(EXPERTS + "/{id:\\d+}/end")
    String end(@PathVariable long id, Model model, HttpServletResponse response) {
        Outcome<Expert> outcome = experts.end(signedIn.required(), id, words.today());
        if (outcome instanceof Outcome.Refused<Expert> refused) {
            response.setStatus(409);
            return experts(words.say(refused.reasons()), Map.of(), model);
        }
        return "redirect:" + EXPERTS;
    }

    private String experts(List<Refusal> refused, Map<String, String> typed, Model model) {
        Officer officer = signedIn.required();
        Set<OrganId> mine = experts.keeps(officer);
        if (mine.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        model.addAttribute("experts", experts.all());
        model.addAttribute("mine", mine);
        model.addAttribute(
                "organs",
                organs.all().stream()
                        .filter(organ -> organ.open() && mine.contains(organ.id()))
                        .toList());
        model.addAttribute("fields", List.of(ExpertField.values()));
        model.addAttribute("refused", refused);
        model.addAttribute("typed", typed);
        model.addAttribute("words", words);
        return "engagement/console-experts";
    }
}
