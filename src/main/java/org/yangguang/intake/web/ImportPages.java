package org.yangguang.intake.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yangguang.account.Officer;
import org.yangguang.account.Permissions;
import org.yangguang.account.Role;
import org.yangguang.account.SignedIn;
import org.yangguang.catalogue.Catalogue;
import org.yangguang.disclosure.Reason;
import org.yangguang.intake.Field;
import org.yangguang.intake.ImportJob;
import org.yangguang.intake.ImportJob.State;
import org.yangguang.intake.ImportPlan;
import org.yangguang.intake.internal.Headings;
import org.yangguang.intake.internal.ImportFiles;
import org.yangguang.intake.internal.Imports;
import org.yangguang.intake.internal.MappingTable;
import org.yangguang.intake.internal.MappingTable.Mapping;
import org.yangguang.intake.internal.RemarkTable;
import org.yangguang.intake.internal.Report;
import org.yangguang.intake.internal.UnreadableSource;
import org.yangguang.organ.Organ;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.Organs;
import org.yangguang.site.ConsoleEntry;

/** {@code /console/imports}: an organ's disclosure office takes in what was published before. */
@Controller
class ImportPages {

    private static final int SHOWN_REMARKS = 200;

    private final Imports imports;
    private final ImportFiles files;
    private final MappingTable mappings;
    private final RemarkTable remarks;
    private final Report report;
    private final Sentences sentences;
    private final Organs organs;
    private final Catalogue catalogue;
    private final Permissions permissions;
    private final SignedIn signedIn;
    private final Clock clock;

    ImportPages(
            Imports imports,
            ImportFiles files,
            MappingTable mappings,
            RemarkTable remarks,
            Report report,
            Sentences sentences,
            Organs organs,
            Catalogue catalogue,
            Permissions permissions,
            SignedIn signedIn,
            Clock clock) {
        this.imports = imports;
        this.files = files;
        this.mappings = mappings;
        this.remarks = remarks;
        this.report = report;
        this.sentences = sentences;
        this.organs = organs;
        this.catalogue = catalogue;
        this.permissions = permissions;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    @GetMapping("/console/imports")
    String list(Model model, Locale language) {
        Set<OrganId> mine = mine();
        model.addAttribute(
                "imports",
                imports.of(mine).stream().map(job -> view(job, 0, language)).toList());
        model.addAttribute(
                "organs",
                organs.all().stream()
                        .filter(organ -> mine.contains(organ.id()) && organ.open())
                        .sorted(Comparator.comparingInt(Organ::position))
                        .toList());
        return "intake/imports";
    }

    @PostMapping("/console/imports")
    String deliver(@RequestParam long organ, @RequestParam MultipartFile file, RedirectAttributes told, Locale language)
            throws IOException {
        OrganId publisher = new OrganId(organ);
        if (!mine().contains(publisher)) {
            throw notThere();
        }
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "").replaceAll("^.*[/\\\\]", "");
        if (file.isEmpty()) {
            told.addFlashAttribute("refusals", List.of(sentences.say("intake.form.file.missing", language)));
            return "redirect:/console/imports";
        }
        try (InputStream content = file.getInputStream()) {
            Path place = files.keep(name, content);
            boolean sheet = place.getFileName().toString().startsWith("sheet.");
            ImportPlan guess = new ImportPlan(
                    sheet ? ImportPlan.Kind.SHEET : ImportPlan.Kind.FOLDER,
                    ImportPlan.Mode.TRY,
                    name,
                    publisher,
                    sheet ? Headings.of(place).guess() : Map.of(),
                    Map.of(),
                    null,
                    null,
                    null);
            long id = imports.deliver(guess, name, place, signedIn.required().login());
            return "redirect:/console/imports/" + id;
        } catch (UnreadableSource unreadable) {
            told.addFlashAttribute("refusals", List.of(sentences.say(unreadable.reason(), language)));
            return "redirect:/console/imports";
        }
    }

    @GetMapping("/console/imports/{id}")
    String one(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long mapping,
            Model model,
            Locale language,
            HttpServletResponse response) {
        ImportJob job = job(id);
        if (job.open()) {
            response.setHeader("Refresh", "2");
        }
        ImportPlan plan = mapping == null ? job.plan() : used(job, mapping);
        model.addAttribute("item", view(job, SHOWN_REMARKS, language));
        model.addAttribute("plan", plan);
        model.addAttribute("headings", job.open() ? List.of() : headings(job, plan));
        model.addAttribute("fields", List.of(Field.values()));
        model.addAttribute("columns", catalogue.columns());
        model.addAttribute("mappings", mappings.of(mine(), plan.kind()));
        return "intake/import";
    }

    private ImportPlan used(ImportJob job, long mapping) {
        Mapping kept = mappings.find(mapping)
                .filter(each -> mine().contains(each.organ()))
                .orElseThrow(ImportPages::notThere);
        ImportPlan plan = kept.plan();
        return new ImportPlan(
                job.plan().kind(),
                job.plan().mode(),
                plan.source(),
                job.organ(),
                plan.headings(),
                plan.columns(),
                plan.column(),
                plan.formedOn(),
                plan.oldSite());
    }

    private static List<ImportView.Heading> headings(ImportJob job, ImportPlan plan) {
        if (plan.kind() == ImportPlan.Kind.FOLDER) {
            return List.of();
        }
        Headings found;
        try {
            found = Headings.of(job.place());
        } catch (UnreadableSource gone) {
            return List.of();
        }
        List<ImportView.Heading> headings = new ArrayList<>();
        for (int i = 0; i < found.names().size(); i++) {
            int at = i;
            String sample = found.samples().stream()
                    .map(row -> row.get(at))
                    .filter(text -> !text.isBlank())
                    .findFirst()
                    .orElse("");
            String name = found.names().get(i);
            if (!name.isEmpty()) {
                headings.add(new ImportView.Heading(
                        name, plan.headings().get(name), sample.substring(0, Math.min(60, sample.length()))));
            }
        }
        return headings;
    }

    @PostMapping("/console/imports/{id}/start")
    String start(@PathVariable long id, ImportForm form, RedirectAttributes told, Locale language) {
        ImportJob job = job(id);
        List<Reason> reasons = new ArrayList<>();
        ImportPlan plan = form.plan(job.plan(), reasons);
        if (job.open()) {
            reasons.add(Reason.of("intake.form.running"));
        }
        if (plan.kind() == ImportPlan.Kind.SHEET && !plan.headings().containsValue(Field.TITLE)) {
            reasons.add(Reason.of("intake.form.title.missing"));
        }
        if (!reasons.isEmpty()) {
            told.addFlashAttribute(
                    "refusals",
                    reasons.stream()
                            .map(reason -> sentences.say(reason, language))
                            .toList());
            return "redirect:/console/imports/" + id;
        }
        String saveAs = form.saveAs() == null ? "" : form.saveAs().strip();
        if (!saveAs.isEmpty()) {
            mappings.keep(saveAs.substring(0, Math.min(60, saveAs.length())), plan, clock.instant());
        }
        imports.start(job, plan);
        return "redirect:/console/imports/" + id;
    }

    @GetMapping("/console/imports/{id}/report.csv")
    void report(@PathVariable long id, Locale language, HttpServletResponse response) throws IOException {
        ImportJob job = job(id);
        response.setContentType("text/csv;charset=UTF-8");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader("Content-Disposition", "attachment; filename=\"import-" + job.id() + ".csv\"");
        report.write(id, language, response.getWriter());
    }

    private ImportJob job(long id) {
        return imports.find(id).filter(job -> mine().contains(job.organ())).orElseThrow(ImportPages::notThere);
    }

    private Set<OrganId> mine() {
        Officer officer = signedIn.required();
        return permissions.organsWith(officer, Role.DISCLOSURE_OFFICE, Role.DISTRICT_OFFICE);
    }

    private ImportView view(ImportJob job, int most, Locale language) {
        Long total = job.total();
        return new ImportView(
                job,
                organs.find(job.organ()).map(Organ::name).orElse(""),
                sentences.minute(job.createdAt()),
                job.state() == State.DONE
                        ? Integer.valueOf(100)
                        : total == null || total == 0 ? null : Integer.valueOf((int) (job.read() * 100 / total)),
                job.failure() == null ? null : sentences.say(job.failure(), language),
                most == 0
                        ? List.of()
                        : remarks.first(job.id(), most).stream()
                                .map(remark -> new ImportView.Line(
                                        remark.row(),
                                        remark.key(),
                                        remark.refused(),
                                        report.field(remark.reason(), language),
                                        report.say(remark.reason(), language)))
                                .toList(),
                most == 0 ? 0 : remarks.count(job.id()));
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    @Configuration(proxyBeanMethods = false)
    static class Entries {

        private static final Set<String> ROLES =
                Set.of(Role.DISCLOSURE_OFFICE.authority(), Role.DISTRICT_OFFICE.authority());

        @Bean
        ConsoleEntry importsEntry() {
            return new ConsoleEntry("intake.imports", "/console/imports", 70, ROLES);
        }

        @Bean
        ConsoleEntry webhooksEntry() {
            return new ConsoleEntry("intake.webhooks", "/console/webhooks", 71, ROLES);
        }
    }
}
