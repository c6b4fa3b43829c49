package org.yangguang.disclosure.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yangguang.disclosure.Attachment;
import org.yangguang.disclosure.AttachmentId;
import org.yangguang.disclosure.Edition;
import org.yangguang.disclosure.Outcome;
import org.yangguang.disclosure.Redactions;
import org.yangguang.file.Redaction;
import org.yangguang.file.RedactionMark;

/** Where areas of a PDF's pages are marked and blackened: drawn with a pointer, or typed as figures without any script. */
@Controller
class RedactionPages {

    private static final String HERE = "/console/drafts/{id}/attachments/{attachment}/redaction";
    private static final int MOST = 200;

    private final Access access;
    private final Redactions redactions;
    private final Redaction redaction;
    private final Words words;

    RedactionPages(Access access, Redactions redactions, Redaction redaction, Words words) {
        this.access = access;
        this.redactions = redactions;
        this.redaction = redaction;
        this.words = words;
    }

    @GetMapping(HERE)
    String show(
            @PathVariable long id,
            @PathVariable long attachment,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Edition edition = access.edition(id);
        Attachment file = file(edition, attachment);
        int pages = redaction.pages(Objects.requireNonNull(file.publicCopy()));
        if (page < 1 || page > pages) {
            throw Access.notThere();
        }
        model.addAttribute("edition", edition);
        model.addAttribute("file", file);
        model.addAttribute("number", page);
        model.addAttribute("pages", pages);
        model.addAttribute("given", redactions.grounds(edition.id(), file));
        return "disclosure/redaction";
    }

    @GetMapping(HERE + "/pages/{page}.png")
    ResponseEntity<byte[]> picture(@PathVariable long id, @PathVariable long attachment, @PathVariable int page) {
        Attachment file = file(access.edition(id), attachment);
        return redaction
                .picture(Objects.requireNonNull(file.publicCopy()), page)
                .map(png -> ResponseEntity.ok()
                        .contentType(MediaType.IMAGE_PNG)
                        .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePrivate())
                        .body(png))
                .orElseThrow(Access::notThere);
    }

    /** Positions are percentages of the page as it is shown; rows without a ground or without an area are refused together. */
    @PostMapping(HERE)
    String redact(
            @PathVariable long id,
            @PathVariable long attachment,
            @RequestParam int page,
            @RequestParam String seen,
            @RequestParam List<String> x,
            @RequestParam List<String> y,
            @RequestParam List<String> width,
            @RequestParam List<String> height,
            @RequestParam List<String> ground,
            RedirectAttributes flash) {
        Edition edition = access.edition(id);
        List<RedactionMark> marks = new ArrayList<>();
        boolean unreadable = false;
        int rows = Math.min(
                MOST,
                List.of(x, y, width, height, ground).stream()
                        .mapToInt(List::size)
                        .min()
                        .orElse(0));
        for (int row = 0; row < rows; row++) {
            if (width.get(row).isBlank() && x.get(row).isBlank()) {
                continue;
            }
            try {
                marks.add(new RedactionMark(
                        page,
                        fraction(x.get(row)),
                        fraction(y.get(row)),
                        fraction(width.get(row)),
                        fraction(height.get(row)),
                        ground.get(row).strip()));
            } catch (IllegalArgumentException e) {
                unreadable = true;
            }
        }
        if (unreadable) {
            flash.addFlashAttribute("refused", List.of(new Said(null, words.say("disclosure.redaction.refused.area"))));
        } else {
            Outcome outcome =
                    redactions.redact(access.officer(), edition.id(), new AttachmentId(attachment), seen, marks);
            if (outcome.done()) {
                flash.addFlashAttribute("said", words.say("disclosure.redaction.done"));
            } else {
                flash.addFlashAttribute("refused", words.say(outcome));
            }
        }
        return "redirect:/console/drafts/" + id + "/attachments/" + attachment + "/redaction?page=" + page;
    }

    private static double fraction(String percent) {
        return Double.parseDouble(percent.strip()) / 100;
    }

    private static Attachment file(Edition edition, long id) {
        return edition.attachments().stream()
                .filter(each -> each.id().value() == id && Redactions.pdf(each))
                .findFirst()
                .orElseThrow(Access::notThere);
    }
}
