package org.yangguang.organ.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yangguang.organ.ClosingConsequence;
import org.yangguang.organ.Organ;
import org.yangguang.organ.OrganHistory;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.OrganKind;
import org.yangguang.organ.OrganOversight;
import org.yangguang.organ.OrganRegister;
import org.yangguang.organ.OrganRegister.Description;
import org.yangguang.organ.OrganRegister.Founding;
import org.yangguang.organ.OrganResult;
import org.yangguang.organ.Organs;
import org.yangguang.organ.Remark;

/** Where the tree of organs is looked after. */
@Controller
@RequestMapping("/console/organs")
class OrganConsolePages {

    private static final Remark NO_DATE = Remark.of("organ.refused.date");

    private final Organs organs;
    private final OrganHistory history;
    private final OrganRegister register;
    private final OrganOversight oversight;
    private final List<ClosingConsequence> consequences;
    private final Clock clock;

    OrganConsolePages(
            Organs organs,
            OrganHistory history,
            OrganRegister register,
            OrganOversight oversight,
            List<ClosingConsequence> consequences,
            Clock clock) {
        this.organs = organs;
        this.history = history;
        this.register = register;
        this.oversight = oversight;
        this.consequences = consequences;
        this.clock = clock;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String closed,
            Model model) {
        String text = q.strip().toLowerCase(Locale.ROOT);
        List<Organ> found = organs.all().stream()
                .filter(organ -> closed != null || organ.open())
                .filter(organ -> text.isEmpty()
                        || organ.name().toLowerCase(Locale.ROOT).contains(text)
                        || organ.shortName().toLowerCase(Locale.ROOT).contains(text)
                        || organ.code().toLowerCase(Locale.ROOT).contains(text))
                .toList();
        model.addAttribute("q", q);
        model.addAttribute("closed", closed != null);
        model.addAttribute("found", found);
        model.addAttribute("mayFound", oversight.mayAdministerAll());
        return "organ/list";
    }

    @GetMapping("/new")
    String form(@RequestParam(required = false) @Nullable Long parent, Model model) {
        Optional<Organ> above = Optional.ofNullable(parent).map(OrganId::new).flatMap(organs::find);
        String region = above.map(Organ::regionCode).orElse("");
        return form(model, OrganForm.empty(above.map(Organ::id).orElse(null), region, clock), List.of());
    }

    @PostMapping
    String found(
            @RequestParam Map<String, String> sent,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        OrganForm form = new OrganForm(sent);
        OrganResult result = form.date("openedOn")
                .map(day -> register.propose(new Founding(
                        form.organ("parent"),
                        form.of("regionCode"),
                        form.kind(),
                        form.of("code"),
                        form.of("name"),
                        form.of("shortName"),
                        form.nameEn(),
                        form.number("position"),
                        day,
                        form.contact())))
                .orElse(new OrganResult.Refused(List.of(NO_DATE)));
        if (result instanceof OrganResult.Changed changed) {
            return saved(changed, flash);
        }
        response.setStatus(422);
        return form(model, form, ((OrganResult.Refused) result).reasons());
    }

    @GetMapping("/{id}")
    String organ(@PathVariable long id, Model model) {
        Organ organ = existing(id);
        return organ(organ, OrganForm.of(organ), List.of(), model);
    }

    @PostMapping("/{id}/contact")
    String contact(
            @PathVariable long id,
            @RequestParam Map<String, String> sent,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        OrganForm form = new OrganForm(sent);
        return after(
                id,
                form,
                register.changeContact(new OrganId(id), form.version(), form.contact()),
                response,
                flash,
                model);
    }

    @PostMapping("/{id}/describe")
    String describe(
            @PathVariable long id,
            @RequestParam Map<String, String> sent,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        OrganForm form = new OrganForm(sent);
        Description description = new Description(
                form.of("regionCode"),
                form.kind(),
                form.of("code"),
                form.of("shortName"),
                form.nameEn(),
                form.number("position"));
        return after(id, form, register.describe(new OrganId(id), form.version(), description), response, flash, model);
    }

    @PostMapping("/{id}/rename")
    String rename(
            @PathVariable long id,
            @RequestParam Map<String, String> sent,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        OrganForm form = new OrganForm(sent);
        OrganResult result = form.date("from")
                .map(from -> register.rename(
                        new OrganId(id),
                        form.version(),
                        form.of("newName"),
                        form.of("newShortName"),
                        form.of("newNameEn").isBlank() ? null : form.of("newNameEn"),
                        from))
                .orElse(new OrganResult.Refused(List.of(NO_DATE)));
        return after(id, form, result, response, flash, model);
    }

    @PostMapping("/{id}/move")
    String move(
            @PathVariable long id,
            @RequestParam Map<String, String> sent,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        OrganForm form = new OrganForm(sent);
        OrganId parent = form.organ("parent");
        OrganResult result = parent == null
                ? new OrganResult.Refused(List.of(Remark.of("organ.refused.move-target")))
                : register.move(new OrganId(id), form.version(), parent);
        return after(id, form, result, response, flash, model);
    }

    /** Merging or closing, in two steps: first what it means, then the act. */
    @PostMapping("/{id}/{end:close|merge}")
    String end(
            @PathVariable long id,
            @PathVariable String end,
            @RequestParam Map<String, String> sent,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        OrganForm form = new OrganForm(sent);
        Organ organ = existing(id);
        Optional<LocalDate> on = form.date("on");
        OrganId into = end.equals("merge") ? form.organ("into") : null;
        if (on.isEmpty()) {
            return after(id, form, new OrganResult.Refused(List.of(NO_DATE)), response, flash, model);
        }
        if (end.equals("merge") && into == null) {
            OrganResult result = new OrganResult.Refused(List.of(Remark.of("organ.refused.merge-target")));
            return after(id, form, result, response, flash, model);
        }
        if (form.of("confirmed").equals("yes")) {
            OrganResult result = into == null
                    ? register.close(organ.id(), form.version(), on.get())
                    : register.merge(organ.id(), form.version(), into, on.get());
            return after(id, form, result, response, flash, model);
        }
        model.addAttribute("organ", organ);
        model.addAttribute(
                "into", Optional.ofNullable(into).flatMap(organs::find).orElse(null));
        model.addAttribute("on", on.get());
        model.addAttribute("version", form.version());
        model.addAttribute(
                "consequences",
                consequences.stream()
                        .flatMap(each -> each.ofClosing(organ.id()).stream())
                        .toList());
        return "organ/confirm";
    }

    private String after(
            long id,
            OrganForm form,
            OrganResult result,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        if (result instanceof OrganResult.Changed changed) {
            return saved(changed, flash);
        }
        Organ organ = existing(id);
        Map<String, String> shown = new HashMap<>(OrganForm.of(organ).sent());
        shown.putAll(form.sent());
        response.setStatus(422);
        return organ(organ, new OrganForm(shown), ((OrganResult.Refused) result).reasons(), model);
    }

    private static String saved(OrganResult.Changed changed, RedirectAttributes flash) {
        flash.addFlashAttribute("done", "organ.done");
        flash.addFlashAttribute("warnings", changed.warnings());
        return "redirect:/console/organs/" + changed.id().value();
    }

    private String organ(Organ organ, OrganForm form, List<Remark> reasons, Model model) {
        model.addAttribute("organ", organ);
        model.addAttribute("form", form);
        model.addAttribute("reasons", reasons);
        model.addAttribute("names", history.names(organ.id()));
        model.addAttribute("predecessors", history.predecessors(organ.id()));
        model.addAttribute(
                "successor",
                Optional.ofNullable(organ.successor()).flatMap(organs::find).orElse(null));
        model.addAttribute(
                "above",
                Optional.ofNullable(organ.parent()).flatMap(organs::find).orElse(null));
        model.addAttribute("mayAdminister", organ.open() && oversight.mayAdminister(organ.id()));
        model.addAttribute("mayKeepContact", organ.open() && oversight.mayKeepContact(organ.id()));
        choices(model);
        return "organ/organ";
    }

    private String form(Model model, OrganForm form, List<Remark> reasons) {
        model.addAttribute("form", form);
        model.addAttribute("reasons", reasons);
        choices(model);
        return "organ/new";
    }

    private void choices(Model model) {
        model.addAttribute("organs", organs.all().stream().filter(Organ::open).toList());
        model.addAttribute("regions", organs.regions());
        model.addAttribute("kinds", Stream.of(OrganKind.values()).toList());
        model.addAttribute("today", LocalDate.now(clock));
    }

    private Organ existing(long id) {
        return organs.find(new OrganId(id)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
