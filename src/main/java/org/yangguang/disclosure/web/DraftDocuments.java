package org.yangguang.disclosure.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yangguang.account.Officer;
import org.yangguang.disclosure.Drafts;
import org.yangguang.disclosure.Edition;
import org.yangguang.disclosure.EditionContent;
import org.yangguang.disclosure.Outcome;
import org.yangguang.disclosure.internal.AttachmentTable;
import org.yangguang.disclosure.internal.DraftEditors;
import org.yangguang.file.DocumentReader;
import org.yangguang.file.FileKind;
import org.yangguang.file.FileNames;
import org.yangguang.file.FileStore;
import org.yangguang.file.Intake;
import org.yangguang.file.Reading;
import org.yangguang.file.Reason;
import org.yangguang.file.RefusedFile;
import org.yangguang.file.StoredFile;

/** Takes the text of a document into a draft. What was typed before is saved first and kept beside; the document itself is kept inside. */
@Controller
class DraftDocuments {

    private final Access access;
    private final Drafts drafts;
    private final DraftEditors editors;
    private final AttachmentTable table;
    private final DocumentReader reader;
    private final Intake intake;
    private final FileStore files;
    private final Words words;
    private final Clock clock;

    DraftDocuments(
            Access access,
            Drafts drafts,
            DraftEditors editors,
            AttachmentTable table,
            DocumentReader reader,
            Intake intake,
            FileStore files,
            Words words,
            Clock clock) {
        this.access = access;
        this.drafts = drafts;
        this.editors = editors;
        this.table = table;
        this.reader = reader;
        this.intake = intake;
        this.files = files;
        this.words = words;
        this.clock = clock;
    }

    @PostMapping(path = "/console/drafts/{id}/document", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String read(
            @PathVariable long id,
            DraftForm form,
            @RequestParam("document") MultipartFile document,
            RedirectAttributes flash)
            throws IOException {
        Officer officer = access.officer();
        Edition edition = access.edition(id);
        int version = form.version() == null ? edition.version() : form.version();
        EditionContent typed = form.content(words.zone());
        Outcome saved = drafts.save(officer, edition.id(), version, typed);
        if (!(saved instanceof Outcome.Done done)) {
            flash.addFlashAttribute("refused", words.say(saved));
            return "redirect:/console/drafts/" + id;
        }
        String name = Optional.ofNullable(document.getOriginalFilename()).orElse("");
        Path content = Files.createTempFile("yangguang-document-", "");
        try (InputStream bytes = document.getInputStream()) {
            Files.copy(bytes, content, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            Reading reading = reading(name, document, content);
            if (reading instanceof Reading.Refused refused) {
                flash.addFlashAttribute("refused", said(name, refused.reasons()));
                return "redirect:/console/drafts/" + id;
            }
            Edition before = access.edition(id);
            Reading.Read read = (Reading.Read) reading;
            StoredFile kept = files.keep(content, type(name));
            Outcome taken = drafts.save(officer, edition.id(), done.version(), with(before.content(), read));
            if (taken.done()) {
                if (!before.content().bodyHtml().isBlank()) {
                    editors.keep(edition.id(), officer, before.content(), clock.instant());
                }
                table.source(edition.id(), FileNames.fitting(name, kept), kept, officer, clock.instant());
                flash.addFlashAttribute("said", words.say("disclosure.document.read", name));
            }
            flash.addFlashAttribute("refused", words.say(taken));
            flash.addFlashAttribute("noticed", said("", read.warnings()));
        } catch (RefusedFile e) {
            flash.addFlashAttribute("refused", List.of(new Said("document", words.say(e.reason()))));
        } finally {
            Files.deleteIfExists(content);
        }
        return "redirect:/console/drafts/" + id;
    }

    private Reading reading(String name, MultipartFile document, Path content) throws IOException {
        Optional<Reason> harmful = intake.harmful(content);
        return harmful.isPresent()
                ? new Reading.Refused(List.of(harmful.get()))
                : reader.read(name, document.getBytes());
    }

    /** A document that was taken in, for those who write and review the edition. */
    @GetMapping("/console/editions/{id}/sources/{hash:[0-9a-f]{64}}")
    ResponseEntity<InputStreamResource> source(@PathVariable long id, @PathVariable String hash) {
        return table.sources(access.edition(id).id()).stream()
                .filter(source -> source.file().hash().equals(hash))
                .findFirst()
                .map(source -> Downloads.save(files, source.file(), source.name()))
                .orElseThrow(Access::notThere);
    }

    private static String type(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).matches(".*\\.(docx|docm|dotx)")
                ? FileKind.WORD.type()
                : FileKind.TEXT.type();
    }

    private List<Said> said(String name, List<Reason> reasons) {
        return reasons.stream()
                .map(reason -> words.say(reason.key(), reason.arguments().toArray()))
                .map(text ->
                        new Said("document", name.isEmpty() ? text : words.say("disclosure.file.said", name, text)))
                .toList();
    }

    private static EditionContent with(EditionContent before, Reading.Read read) {
        return new EditionContent(
                before.title().isBlank() ? read.title() : before.title(),
                before.summary(),
                read.html(),
                before.documentNumber(),
                before.column(),
                before.subject(),
                before.genre(),
                before.audienceGroups(),
                before.formedOn(),
                before.normative(),
                before.issuedOn(),
                before.effectiveOn(),
                before.expiresOn(),
                before.repealedOn(),
                before.validity(),
                before.source(),
                before.keywords(),
                before.attribute(),
                before.legalBasis(),
                before.reviewAgainOn(),
                before.scope(),
                before.audience(),
                before.publishAt());
    }
}
