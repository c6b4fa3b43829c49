package org.yangguang.catalogue.web;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
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
import org.yangguang.account.SignedIn;
import org.yangguang.catalogue.Catalogue;
import org.yangguang.catalogue.CatalogueAuthority;
import org.yangguang.catalogue.CatalogueOutcome;
import org.yangguang.catalogue.Column;
import org.yangguang.catalogue.ColumnEditing;
import org.yangguang.catalogue.ColumnHealth;
import org.yangguang.catalogue.ColumnId;
import org.yangguang.catalogue.Reason;

/** Where the district office and the system administrator keep the columns. */
@Controller
class ColumnConsole {

    private static final String HERE = "/console/columns";

    private final Catalogue catalogue;
    private final ColumnEditing editing;
    private final ColumnHealth health;
    private final CatalogueAuthority authority;
    private final SignedIn signedIn;

    ColumnConsole(
            Catalogue catalogue,
            ColumnEditing editing,
            ColumnHealth health,
            CatalogueAuthority authority,
            SignedIn signedIn) {
        this.catalogue = catalogue;
        this.editing = editing;
        this.health = health;
        this.authority = authority;
        this.signedIn = signedIn;
    }

    @GetMapping(HERE)
    String tree(Model model) {
        keeper();
        return tree(List.of(), model);
    }

    private String tree(List<Reason> refused, Model model) {
        model.addAttribute("columns", catalogue.columns());
        model.addAttribute("retired", catalogue.retired());
        model.addAttribute("refused", refused);
        ColumnHealth.Report report = health.report().orElse(null);
        model.addAttribute("report", report);
        Map<ColumnId, ColumnHealth.Standing> standings = report == null
                ? Map.of()
                : report.standings().stream()
                        .collect(Collectors.toMap(each -> each.column().id(), Function.identity()));
        model.addAttribute("standings", standings);
        return "catalogue/console-columns";
    }

    @GetMapping(HERE + "/new")
    String fresh(@RequestParam long parent, Model model) {
        keeper();
        return form(null, ColumnForm.below(parent), List.of(), model);
    }

    @GetMapping(HERE + "/{id}")
    String edit(@PathVariable long id, Model model) {
        keeper();
        Column column = column(id);
        return form(column, ColumnForm.of(column, catalogue.version(column.id())), List.of(), model);
    }

    @PostMapping(HERE)
    String add(ColumnForm typed, Model model, RedirectAttributes said) {
        Officer officer = keeper();
        ColumnId parent = new ColumnId(typed.parent() == null ? 0 : typed.parent());
        String code = ColumnForm.text(typed.code()).strip();
        return answer(editing.add(officer, parent, code, typed.draft()), null, typed, "column.added", model, said);
    }

    @PostMapping(HERE + "/{id}")
    String change(@PathVariable long id, ColumnForm typed, Model model, RedirectAttributes said) {
        Officer officer = keeper();
        Column column = column(id);
        int version = typed.version() == null ? 0 : typed.version();
        return answer(
                editing.change(officer, column.id(), version, typed.draft()), column, typed, "saved", model, said);
    }

    @PostMapping(HERE + "/{id}/shift")
    String shift(@PathVariable long id, @RequestParam int by, Model model, RedirectAttributes said) {
        return tree(editing.shift(keeper(), new ColumnId(id), by), "column.moved", model, said);
    }

    @PostMapping(HERE + "/{id}/move")
    String move(@PathVariable long id, @RequestParam long parent, Model model, RedirectAttributes said) {
        Officer officer = keeper();
        Column column = column(id);
        ColumnForm kept = ColumnForm.of(column, catalogue.version(column.id()));
        return answer(
                editing.move(officer, column.id(), new ColumnId(parent)), column, kept, "column.moved", model, said);
    }

    @PostMapping(HERE + "/{id}/retire")
    String retire(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long successor,
            Model model,
            RedirectAttributes said) {
        Officer officer = keeper();
        Column column = column(id);
        ColumnForm kept = ColumnForm.of(column, catalogue.version(column.id()));
        ColumnId heir = successor == null ? null : new ColumnId(successor);
        return answer(editing.retire(officer, column.id(), heir), column, kept, "column.retired", model, said);
    }

    @PostMapping(HERE + "/{id}/restore")
    String restore(@PathVariable long id, Model model, RedirectAttributes said) {
        return tree(editing.restore(keeper(), new ColumnId(id)), "column.restored", model, said);
    }

    @PostMapping(HERE + "/article21")
    String article21(@RequestParam Column.Level level, Model model, RedirectAttributes said) {
        return tree(editing.addArticle21(keeper(), level), "column.added", model, said);
    }

    private String tree(CatalogueOutcome<?> outcome, String done, Model model, RedirectAttributes said) {
        if (outcome instanceof CatalogueOutcome.Refused<?> refused) {
            return tree(refused.reasons(), model);
        }
        said.addFlashAttribute("done", "catalogue.console." + done);
        return "redirect:" + HERE;
    }

    private String answer(
            CatalogueOutcome<Column> outcome,
            @Nullable Column column,
            ColumnForm typed,
            String done,
            Model model,
            RedirectAttributes said) {
        return outcome.then(
                changed -> {
                    said.addFlashAttribute("done", "catalogue.console." + done);
                    return "redirect:" + HERE
                            + (changed.inUse() ? "/" + changed.id().value() : "");
                },
                reasons -> form(column, typed, reasons, model),
                overtaken -> {
                    model.addAttribute("theirs", overtaken.now());
                    ColumnForm mine = typed.on(catalogue.version(overtaken.now().id()));
                    return form(column, mine, List.of(new Reason("catalogue.console.overtakenBySomebody")), model);
                });
    }

    private String form(@Nullable Column column, ColumnForm form, List<Reason> refused, Model model) {
        model.addAttribute("column", column);
        model.addAttribute("form", form);
        model.addAttribute("refused", refused);
        model.addAttribute("columns", catalogue.columns());
        return "catalogue/console-column";
    }

    private Column column(long id) {
        return catalogue.column(new ColumnId(id)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Officer keeper() {
        Officer officer = signedIn.required();
        if (!authority.keepsCatalogue(officer)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return officer;
    }
}
