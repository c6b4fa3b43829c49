package org.yangguang.request.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
import org.yangguang.file.FileKind;
import org.yangguang.file.Redaction;
import org.yangguang.file.RedactionMark;
import org.yangguang.file.StoredFile;
import org.yangguang.request.Case;
import org.yangguang.request.CaseState;
import org.yangguang.request.Outcome;
import org.yangguang.request.ReplyContent;
import org.yangguang.request.ReplyContent.Withheld;
import org.yangguang.request.ReplyKind;
import org.yangguang.request.Requests;
import org.yangguang.request.internal.ReplyCopies;
import org.yangguang.request.internal.ReplyDrafts;

/**
 * {@code /console/requests/{id}/redaction/{hash}}: severance (区分处理, 2019 Art. 37). Areas of a file of the reply are covered, each with its ground and reason; the file is
 * made anew without what lies beneath, and each area is entered in the draft as a part that is withheld.
 */
@Controller
class SeverancePages {

    private static final String HERE = "/console/requests/{id:\\d+}/redaction/{hash:[0-9a-f]{64}}";
    private static final int MOST = 100;

    private final CaseAccess access;
    private final Requests requests;
    private final ReplyDrafts drafts;
    private final ReplyCopies copies;
    private final Redaction redaction;
    private final Scans scans;
    private final CaseWords words;

    SeverancePages(
            CaseAccess access,
            Requests requests,
            ReplyDrafts drafts,
            ReplyCopies copies,
            Redaction redaction,
            Scans scans,
            CaseWords words) {
        this.access = access;
        this.requests = requests;
        this.drafts = drafts;
        this.copies = copies;
        this.redaction = redaction;
        this.scans = scans;
        this.words = words;
    }

    private record Sheet(Case known, ReplyDrafts.Draft draft, StoredFile file) {}

    @GetMapping(HERE)
    String show(
            @PathVariable long id, @PathVariable String hash, @RequestParam(defaultValue = "1") int page, Model model) {
        Sheet sheet = sheet(id, hash);
        int pages = redaction.pages(sheet.file());
        if (page < 1 || page > pages) {
            throw CaseAccess.notThere();
        }
        model.addAttribute("known", sheet.known());
        model.addAttribute("hash", hash);
        model.addAttribute("draft", sheet.draft().version());
        model.addAttribute("number", page);
        model.addAttribute("pages", pages);
        model.addAttribute(
                "grounds",
                ReplyKind.replies(sheet.known().regime()).stream()
                        .filter(ReplyKind::withholds)
                        .toList());
        model.addAttribute("withheld", sheet.draft().content().withheld());
        model.addAttribute("words", words);
        return "request/redaction";
    }

    @GetMapping(HERE + "/picture")
    ResponseEntity<byte[]> picture(
            @PathVariable long id, @PathVariable String hash, @RequestParam(defaultValue = "1") int page) {
        return redaction
                .picture(sheet(id, hash).file(), page)
                .map(png -> ResponseEntity.ok()
                        .contentType(MediaType.IMAGE_PNG)
                        .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePrivate())
                        .body(png))
                .orElseThrow(CaseAccess::notThere);
    }

    /** Positions are percentages of the page as it is shown; all areas of one sending share a ground and a reason. */
    @PostMapping(HERE)
    String cover(
            @PathVariable long id,
            @PathVariable String hash,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "0") int draft,
            @RequestParam(defaultValue = "") List<String> x,
            @RequestParam(defaultValue = "") List<String> y,
            @RequestParam(defaultValue = "") List<String> width,
            @RequestParam(defaultValue = "") List<String> height,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash) {
        Sheet sheet = sheet(id, hash);
        Optional<ReplyKind> kind = Arrays.stream(ReplyKind.values())
                .filter(each -> each.name().equals(ground) && each.withholds())
                .findFirst();
        List<RedactionMark> marks = kind.map(each -> marks(page, x, y, width, height, words.kind(each)))
                .orElse(List.of());
        String here = "redirect:/console/requests/" + id + "/redaction/";
        if (marks.isEmpty() || reason.isBlank()) {
            flash.addFlashAttribute("refused", List.of(new Refusal(null, words.say("request.redaction.none"))));
            return here + hash + "?page=" + page;
        }
        Optional<StoredFile> covered = redaction.redact(sheet.file(), marks);
        if (covered.isEmpty()) {
            flash.addFlashAttribute("refused", List.of(new Refusal(null, words.say("request.redaction.failed"))));
            return here + hash + "?page=" + page;
        }
        ReplyContent content = severed(
                sheet.draft().content(),
                hash,
                covered.get().hash(),
                page,
                marks.size(),
                kind.orElseThrow(),
                reason.strip());
        Outcome saved = requests.saveDraft(access.officer(), sheet.known().id(), draft, content);
        if (saved instanceof Outcome.Refused refused) {
            flash.addFlashAttribute("refused", words.say(refused.reasons()));
            return here + hash + "?page=" + page;
        }
        copies.make(sheet.known().id(), content.files());
        flash.addFlashAttribute("said", words.say("request.redaction.done", marks.size()));
        return here + covered.get().hash() + "?page=" + page;
    }

    private ReplyContent severed(
            ReplyContent old, String from, String to, int page, int areas, ReplyKind ground, String reason) {
        List<String> files =
                old.files().stream().map(each -> each.equals(from) ? to : each).toList();
        List<Withheld> withheld = new ArrayList<>(old.withheld());
        int number = 1;
        for (int area = 0; area < areas; area++) {
            String part = words.say("request.redaction.part", page, number++);
            while (named(part, withheld)) {
                part = words.say("request.redaction.part", page, number++);
            }
            withheld.add(new Withheld(part, ground, reason));
        }
        ReplyKind kind = old.kind() == ReplyKind.GRANTED_IN_FULL ? ReplyKind.GRANTED_IN_PART : old.kind();
        return new ReplyContent(
                kind, old.article(), old.reason(), old.referral(), old.body(), withheld, files, old.unconsulted());
    }

    private static boolean named(String part, List<Withheld> withheld) {
        return withheld.stream().anyMatch(each -> each.part().equals(part));
    }

    private static List<RedactionMark> marks(
            int page, List<String> x, List<String> y, List<String> width, List<String> height, String ground) {
        List<RedactionMark> marks = new ArrayList<>();
        int rows = Math.min(MOST, Math.min(Math.min(x.size(), y.size()), Math.min(width.size(), height.size())));
        for (int row = 0; row < rows; row++) {
            if (!x.get(row).isBlank() && !width.get(row).isBlank()) {
                try {
                    marks.add(new RedactionMark(
                            page,
                            fraction(x.get(row)),
                            fraction(y.get(row)),
                            fraction(width.get(row)),
                            fraction(height.get(row)),
                            ground));
                } catch (IllegalArgumentException outside) {
                    return List.of();
                }
            }
        }
        return marks;
    }

    private static double fraction(String percent) {
        return Double.parseDouble(percent.strip()) / 100;
    }

    private Sheet sheet(long id, String hash) {
        Case known = access.one(id);
        Optional<ReplyDrafts.Draft> draft = drafts.find(known.id())
                .filter(found -> known.state() == CaseState.IN_HAND)
                .filter(found -> found.content().files().contains(hash));
        Optional<StoredFile> file = scans.find(hash).filter(SeverancePages::pdf);
        if (draft.isEmpty() || file.isEmpty()) {
            throw CaseAccess.notThere();
        }
        return new Sheet(known, draft.get(), file.get());
    }

    static boolean pdf(StoredFile file) {
        return FileKind.PDF.fits(file);
    }
}
