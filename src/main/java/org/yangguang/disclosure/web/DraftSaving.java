package org.yangguang.disclosure.web;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.yangguang.account.Officer;
import org.yangguang.calendar.PublicationPeriod;
import org.yangguang.calendar.WorkingCalendar;
import org.yangguang.disclosure.Drafts;
import org.yangguang.disclosure.Edition;
import org.yangguang.disclosure.EditionState;
import org.yangguang.disclosure.Outcome;
import org.yangguang.disclosure.internal.DraftEditors;
import org.yangguang.file.FileStore;
import org.yangguang.file.RefusedFile;
import org.yangguang.file.StoredFile;

/** What the editor asks for while an officer types: saving, who else is here, by when to publish, images. */
@RestController
class DraftSaving {

    private static final Duration PRESENT = Duration.ofSeconds(25);

    private final Access access;
    private final Drafts drafts;
    private final DraftEditors editors;
    private final FileStore files;
    private final PublicationPeriod period;
    private final WorkingCalendar calendar;
    private final Words words;
    private final Clock clock;

    DraftSaving(
            Access access,
            Drafts drafts,
            DraftEditors editors,
            FileStore files,
            PublicationPeriod period,
            WorkingCalendar calendar,
            Words words,
            Clock clock) {
        this.access = access;
        this.drafts = drafts;
        this.editors = editors;
        this.files = files;
        this.period = period;
        this.calendar = calendar;
        this.words = words;
        this.clock = clock;
    }

    /**
     * What came of an autosave.
     *
     * @param theirs what is saved now, when somebody else saved meanwhile
     */
    record Saved(
            String outcome,
            int version,
            String said,
            @Nullable Theirs theirs,
            List<String> others) {}

    record Theirs(String title, String summary, String bodyHtml) {}

    @PostMapping("/console/drafts/{id}/save")
    ResponseEntity<Saved> save(@PathVariable long id, DraftForm form) {
        Officer officer = access.officer();
        Edition edition = access.edition(id);
        int version = form.version() == null ? edition.version() : form.version();
        Outcome outcome = drafts.save(officer, edition.id(), version, form.content(words.zone()));
        List<String> others = others(edition, officer);
        if (outcome instanceof Outcome.Done done) {
            return ResponseEntity.ok(new Saved(
                    "saved",
                    done.version(),
                    words.say("disclosure.draft.saved-at", words.at(clock.instant())),
                    null,
                    others));
        }
        Edition now = access.edition(id);
        boolean meanwhile = now.state() == EditionState.DRAFT && now.version() != version;
        return ResponseEntity.status(409)
                .body(new Saved(
                        meanwhile ? "conflict" : "refused",
                        now.version(),
                        words.say(outcome).get(0).text(),
                        meanwhile
                                ? new Theirs(
                                        now.content().title(),
                                        now.content().summary(),
                                        OwnFiles.shown(now.content().bodyHtml()))
                                : null,
                        others));
    }

    @PostMapping("/console/drafts/{id}/presence")
    Map<String, Object> presence(@PathVariable long id) {
        Officer officer = access.officer();
        Edition edition = access.edition(id);
        editors.seen(edition.id(), officer, clock.instant());
        return Map.of(
                "version", edition.version(), "state", edition.state().name(), "others", others(edition, officer));
    }

    private List<String> others(Edition edition, Officer officer) {
        return editors.others(edition.id(), officer, clock.instant().minus(PRESENT));
    }

    /** By which day information that was formed on this day must be published. */
    @GetMapping("/console/drafts/deadline")
    ResponseEntity<Map<String, Object>> deadline(@RequestParam String formedOn) {
        try {
            LocalDate formed = LocalDate.parse(formedOn);
            return period.endFor(formed)
                    .map(deadline -> {
                        int left = calendar.workingDaysBetween(words.today(), deadline.date());
                        return ResponseEntity.ok(Map.<String, Object>of(
                                "said",
                                words.say("disclosure.due.by", deadline.date().toString()) + " " + words.daysLeft(left),
                                "overdue",
                                left < 0));
                    })
                    .orElseGet(() -> ResponseEntity.noContent().build());
        } catch (DateTimeException unreadable) {
            return ResponseEntity.noContent().build();
        }
    }

    /** Answers in the shape that the editor's uploader reads. */
    record Uploaded(boolean success, Data data) {

        record Data(List<String> files, List<String> messages) {}
    }

    @PostMapping(path = "/console/drafts/{id}/images", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Uploaded> image(@PathVariable long id, @RequestParam("image") List<MultipartFile> images)
            throws IOException {
        Edition edition = access.edition(id);
        List<String> stored = new java.util.ArrayList<>();
        for (MultipartFile image : images) {
            try (InputStream content = image.getInputStream()) {
                StoredFile file = files.storeImage(content);
                editors.file(edition.id(), file.hash());
                stored.add("/console/files/" + file.hash());
            } catch (RefusedFile refused) {
                return ResponseEntity.status(422)
                        .body(new Uploaded(false, new Uploaded.Data(List.of(), List.of(words.say(refused.reason())))));
            }
        }
        return ResponseEntity.ok(new Uploaded(true, new Uploaded.Data(stored, List.of())));
    }

    /** An image of an edition that may not be public yet. */
    @GetMapping("/console/files/{hash}")
    ResponseEntity<InputStreamResource> file(@PathVariable String hash) {
        StoredFile file = files.find(hash).filter(found -> access.mayLoad(hash)).orElseThrow(Access::notThere);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
                .contentType(MediaType.parseMediaType(file.type()))
                .contentLength(file.size())
                .body(new InputStreamResource(files.open(file)));
    }
}
