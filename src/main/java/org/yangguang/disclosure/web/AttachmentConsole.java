package org.yangguang.disclosure.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.io.InputStreamResource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yangguang.account.Officer;
import org.yangguang.disclosure.Attachment;
import org.yangguang.disclosure.AttachmentId;
import org.yangguang.disclosure.Attachments;
import org.yangguang.disclosure.Drafts;
import org.yangguang.disclosure.Edition;
import org.yangguang.disclosure.EditionId;
import org.yangguang.disclosure.EditionState;
import org.yangguang.disclosure.Outcome;
import org.yangguang.disclosure.internal.AttachmentTable;
import org.yangguang.file.FileStore;
import org.yangguang.file.Intake;
import org.yangguang.file.Reason;
import org.yangguang.file.RefusedFile;
import org.yangguang.file.StoredFile;
import org.yangguang.file.Uploads;

/** The files of a draft in the console: attached whole by a form, or in pieces by the page's script; looked at by those who review. */
@Controller
class AttachmentConsole {

    private static final String OFFSET = "Upload-Offset";
    private static final String LENGTH = "Upload-Length";

    private final Access access;
    private final Drafts drafts;
    private final Attachments attachments;
    private final AttachmentTable table;
    private final Intake intake;
    private final Uploads uploads;
    private final FileStore files;
    private final Words words;

    AttachmentConsole(
            Access access,
            Drafts drafts,
            Attachments attachments,
            AttachmentTable table,
            Intake intake,
            Uploads uploads,
            FileStore files,
            Words words) {
        this.access = access;
        this.drafts = drafts;
        this.attachments = attachments;
        this.table = table;
        this.intake = intake;
        this.uploads = uploads;
        this.files = files;
        this.words = words;
    }

    /** Several files at once, in a plain form; each is taken or refused by itself. */
    @PostMapping(path = "/console/drafts/{id}/attachments", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String attach(
            @PathVariable long id,
            DraftForm form,
            @RequestParam("files") List<MultipartFile> sent,
            RedirectAttributes flash) {
        Edition edition = access.edition(id);
        List<Said> refused = new ArrayList<>(saved(edition, form));
        int taken = 0;
        for (MultipartFile file : sent) {
            String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
            if (file.isEmpty() && name.isEmpty()) {
                continue;
            }
            List<String> reasons = inFile(file, content -> take(edition.id(), name, content));
            reasons.forEach(reason -> refused.add(new Said("attachments", named(name, reason))));
            taken += reasons.isEmpty() ? 1 : 0;
        }
        flash.addFlashAttribute("refused", refused);
        if (taken > 0) {
            flash.addFlashAttribute("said", words.say("disclosure.attachments.taken", taken));
        }
        return draft(id);
    }

    @PostMapping("/console/drafts/{id}/attachments/{attachment}/{action}")
    String change(
            @PathVariable long id,
            @PathVariable long attachment,
            @PathVariable String action,
            DraftForm form,
            RedirectAttributes flash) {
        Officer officer = access.officer();
        EditionId edition = access.edition(id).id();
        List<Said> refused = new ArrayList<>(saved(access.edition(id), form));
        AttachmentId which = new AttachmentId(attachment);
        Outcome outcome =
                switch (action) {
                    case "remove" -> attachments.remove(officer, edition, which);
                    case "up" -> attachments.moveUp(officer, edition, which);
                    default -> throw Access.notThere();
                };
        refused.addAll(words.say(outcome));
        flash.addFlashAttribute("refused", refused);
        return draft(id);
    }

    /** The buttons beside the files send the whole form, so that nothing typed is lost. */
    private List<Said> saved(Edition edition, DraftForm form) {
        return form.version() == null
                ? List.of()
                : words.say(drafts.save(access.officer(), edition.id(), form.version(), form.content(words.zone())));
    }

    /** Begins an upload in pieces, or finds the one that broke off. */
    @PostMapping("/console/drafts/{id}/uploads")
    @ResponseBody
    ResponseEntity<Map<String, Object>> begin(
            @PathVariable long id, @RequestParam String name, @RequestParam long size) {
        Edition edition = access.edition(id);
        List<String> reasons = say(intake.against(name, size));
        if (edition.state() != EditionState.DRAFT) {
            reasons.add(words.say("disclosure.refused.notDraft", edition.state()));
        }
        if (!reasons.isEmpty()) {
            return refused(reasons);
        }
        try {
            Uploads.Upload upload = uploads.begin(access.officer().id().value(), purpose(edition.id()), name, size);
            return ResponseEntity.status(201)
                    .header("Location", "/console/uploads/" + upload.id())
                    .header(OFFSET, Long.toString(upload.received()))
                    .body(Map.of("address", "/console/uploads/" + upload.id(), "received", upload.received()));
        } catch (RefusedFile e) {
            return refused(List.of(words.say(e.reason())));
        }
    }

    /** Where an upload stands. */
    @RequestMapping(path = "/console/uploads/{upload}", method = RequestMethod.HEAD)
    @ResponseBody
    ResponseEntity<Void> standing(@PathVariable UUID upload) {
        return uploads.find(access.officer().id().value(), upload)
                .map(found -> standing(200, found).<Void>build())
                .orElseThrow(Access::notThere);
    }

    /** The next piece; with the last one the file is examined and attached. */
    @PatchMapping("/console/uploads/{upload}")
    @ResponseBody
    ResponseEntity<Map<String, Object>> piece(
            @PathVariable UUID upload, @RequestHeader(OFFSET) long offset, InputStream body) {
        Officer officer = access.officer();
        long owner = officer.id().value();
        try {
            Uploads.Upload before = uploads.find(owner, upload).orElseThrow(Access::notThere);
            Uploads.Upload now = uploads.append(owner, upload, offset, body).orElseThrow(Access::notThere);
            if (before.received() != offset && !now.whole()) {
                return standing(409, now).body(Map.of("received", now.received()));
            }
            return now.whole() ? whole(officer, now) : standing(200, now).body(Map.of("received", now.received()));
        } catch (CannotAcquireLockException another) {
            Uploads.Upload now = uploads.find(owner, upload).orElseThrow(Access::notThere);
            return standing(409, now).body(Map.of("received", now.received()));
        } catch (RefusedFile e) {
            return refused(List.of(words.say(e.reason())));
        }
    }

    private ResponseEntity<Map<String, Object>> whole(Officer officer, Uploads.Upload upload) {
        EditionId edition = edition(upload);
        List<String> reasons = take(edition, upload.name(), uploads.content(upload));
        uploads.end(officer.id().value(), upload.id());
        return reasons.isEmpty()
                ? ResponseEntity.ok(Map.of("received", upload.size(), "attached", true))
                : refused(reasons);
    }

    /** The file as it was uploaded, for those who write and review; its public copy is looked at beside it. */
    @GetMapping("/console/attachments/{attachment}/original")
    ResponseEntity<InputStreamResource> original(@PathVariable long attachment) {
        Attachment found = attachment(attachment);
        return Downloads.save(files, found.original(), found.name());
    }

    /** What will go out. */
    @GetMapping("/console/attachments/{attachment}/copy")
    ResponseEntity<InputStreamResource> copy(@PathVariable long attachment) {
        Attachment found = attachment(attachment);
        StoredFile copy = Optional.ofNullable(found.publicCopy()).orElseThrow(Access::notThere);
        return Downloads.save(files, copy, found.name());
    }

    private Attachment attachment(long id) {
        AttachmentId wanted = new AttachmentId(id);
        EditionId edition = table.editionOf(wanted).orElseThrow(Access::notThere);
        return access.edition(edition.value()).attachments().stream()
                .filter(each -> each.id().equals(wanted))
                .findFirst()
                .orElseThrow(Access::notThere);
    }

    /** Examines and attaches; what is told when it cannot be. */
    private List<String> take(EditionId edition, String name, Path content) {
        try {
            Intake.Result result = intake.take(name, content);
            if (result instanceof Intake.Result.Taken taken) {
                return words.say(attachments.add(access.officer(), edition, taken.name(), taken.file())).stream()
                        .map(Said::text)
                        .toList();
            }
            return say(((Intake.Result.Refused) result).reasons());
        } catch (RefusedFile e) {
            return List.of(words.say(e.reason()));
        }
    }

    private List<String> say(List<Reason> reasons) {
        List<String> said = new ArrayList<>();
        reasons.forEach(
                reason -> said.add(words.say(reason.key(), reason.arguments().toArray())));
        return said;
    }

    private interface Use {
        List<String> of(Path content);
    }

    private static List<String> inFile(MultipartFile sent, Use use) {
        try {
            Path content = Files.createTempFile("yangguang-upload-", "");
            try (InputStream bytes = sent.getInputStream()) {
                Files.copy(bytes, content, StandardCopyOption.REPLACE_EXISTING);
                return use.of(content);
            } finally {
                Files.deleteIfExists(content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String purpose(EditionId edition) {
        return "disclosure.edition:" + edition.value();
    }

    private EditionId edition(Uploads.Upload upload) {
        long id = Long.parseLong(upload.purpose().substring("disclosure.edition:".length()));
        return access.edition(id).id();
    }

    private static ResponseEntity.BodyBuilder standing(int status, Uploads.Upload upload) {
        return ResponseEntity.status(status)
                .header(OFFSET, Long.toString(upload.received()))
                .header(LENGTH, Long.toString(upload.size()));
    }

    private static ResponseEntity<Map<String, Object>> refused(List<String> reasons) {
        return ResponseEntity.status(422).body(Map.of("refused", reasons));
    }

    private String named(String name, String reason) {
        return words.say("disclosure.file.said", name, reason);
    }

    private static String draft(long id) {
        return "redirect:/console/drafts/" + id + "#attachments";
    }
}
