package org.yangguang.request.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yangguang.audit.AuditTrail;
import org.yangguang.request.Case;
import org.yangguang.request.Letter;
import org.yangguang.request.LetterKind;
import org.yangguang.request.Letters;
import org.yangguang.request.Requests;
import org.yangguang.request.internal.RequestPapers;

/** {@code /console/requests/{id}/letters}: the letters of a case as PDF and Word, and the receipt for the hand of the applicant. */
@Controller
class LetterPages {

    private static final MediaType WORD =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    private static final Pattern PATH = Pattern.compile("([a-z-]+)\\.(\\d{1,6})(?:\\.(pdf|docx))?");

    private final CaseAccess access;
    private final Letters letters;
    private final Requests requests;
    private final RequestPapers papers;
    private final AuditTrail audit;
    private final CaseWords words;

    LetterPages(
            CaseAccess access,
            Letters letters,
            Requests requests,
            RequestPapers papers,
            AuditTrail audit,
            CaseWords words) {
        this.access = access;
        this.letters = letters;
        this.requests = requests;
        this.papers = papers;
        this.audit = audit;
        this.words = words;
    }

    /** Which letter an address names. */
    private record Named(LetterKind kind, int event, boolean word) {}

    @GetMapping("/console/requests/{id:\\d+}/letters/{path}")
    ResponseEntity<byte[]> show(@PathVariable long id, @PathVariable String path) {
        Case known = access.one(id);
        Named named = named(path);
        Letters.Result result = letters.show(known, named.kind(), named.event());
        if (result instanceof Letters.Result.Refused refused) {
            return ResponseEntity.status(409)
                    .contentType(new MediaType("text", "plain", java.nio.charset.StandardCharsets.UTF_8))
                    .body(sentences(refused).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        audit.recordReading("request.application:" + id);
        Letter letter = ((Letters.Result.Made) result).letter();
        String name = known.number() + "-" + named.kind().name().toLowerCase(Locale.ROOT);
        return named.word()
                ? answer(letters.word(letter), WORD, "attachment", name + ".docx")
                : answer(letters.pdf(letter), MediaType.APPLICATION_PDF, "inline", name + ".pdf");
    }

    /** Issues the letter: it gets its document number and stays as it is. */
    @PostMapping("/console/requests/{id:\\d+}/letters/{path}")
    String issue(@PathVariable long id, @PathVariable String path, RedirectAttributes flash) {
        Case known = access.one(id);
        Named named = named(path);
        Letters.Result result = letters.issue(access.officer(), known, named.kind(), named.event());
        if (result instanceof Letters.Result.Refused refused) {
            flash.addFlashAttribute("said", sentences(refused));
        } else {
            flash.addFlashAttribute(
                    "said",
                    words.say(
                            "request.letter.issued",
                            ((Letters.Result.Made) result).letter().documentNumber()));
        }
        return "redirect:/console/requests/" + id + "#letters";
    }

    /** The receipt; the code comes from the page that showed it once. */
    @PostMapping("/console/requests/{id:\\d+}/receipt")
    ResponseEntity<byte[]> receipt(@PathVariable long id, @RequestParam(defaultValue = "") String code) {
        Case known = access.one(id);
        if (requests.byQueryCode(known.number(), code).isEmpty()) {
            return ResponseEntity.status(403).build();
        }
        byte[] slip = papers.receipt(known, requests.wanted(known.id()).orElseThrow(), code.strip());
        return answer(slip, MediaType.APPLICATION_PDF, "inline", "receipt-" + known.number() + ".pdf");
    }

    private static ResponseEntity<byte[]> answer(byte[] content, MediaType type, String how, String name) {
        return ResponseEntity.ok()
                .contentType(type)
                .header("Content-Disposition", how + "; filename=\"" + name + "\"")
                .body(content);
    }

    private String sentences(Letters.Result.Refused refused) {
        List<Refusal> said = words.say(refused.reasons());
        return said.stream().map(Refusal::text).collect(Collectors.joining("\n"));
    }

    private static Named named(String path) {
        Matcher parts = PATH.matcher(path);
        Optional<LetterKind> kind = parts.matches()
                ? Arrays.stream(LetterKind.values())
                        .filter(each -> each.name()
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '-')
                                .equals(parts.group(1)))
                        .findFirst()
                : Optional.empty();
        return new Named(
                kind.orElseThrow(CaseAccess::notThere),
                Integer.parseInt(parts.group(2)),
                "docx".equals(parts.group(3)));
    }
}
