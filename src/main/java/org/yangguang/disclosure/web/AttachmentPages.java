package org.yangguang.disclosure.web;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.yangguang.disclosure.AttachmentId;
import org.yangguang.disclosure.VisibilityGate;
import org.yangguang.disclosure.internal.PublishedEditions;
import org.yangguang.file.FileKind;
import org.yangguang.file.FileStore;
import org.yangguang.file.FileTexts;
import org.yangguang.file.Previews;

/** {@code /attachments/…}: the public copies of files, as visible as the editions that they belong to, and never the originals. */
@Controller
class AttachmentPages {

    private final VisibilityGate gate;
    private final PublishedEditions editions;
    private final FileStore files;
    private final Previews previews;
    private final FileTexts texts;

    AttachmentPages(
            VisibilityGate gate, PublishedEditions editions, FileStore files, Previews previews, FileTexts texts) {
        this.gate = gate;
        this.editions = editions;
        this.files = files;
        this.previews = previews;
        this.texts = texts;
    }

    /** To be saved under its own name. */
    @GetMapping("/attachments/{attachment:[0-9]{1,18}}")
    ResponseEntity<InputStreamResource> download(@PathVariable long attachment) {
        PublishedEditions.Shown shown = shown(attachment);
        return Downloads.save(files, shown.copy(), shown.attachment().name());
    }

    /** To be looked at: only what a browser shows without running anything of it. Films are given in parts, too (RFC 9110, Range). */
    @GetMapping("/attachments/{attachment:[0-9]{1,18}}/view")
    ResponseEntity<? extends Resource> view(@PathVariable long attachment) {
        PublishedEditions.Shown shown = shown(attachment);
        boolean harmless = FileKind.of(shown.copy())
                .filter(kind -> kind.image() || kind == FileKind.PDF || kind == FileKind.VIDEO)
                .isPresent();
        if (!harmless) {
            return download(attachment);
        }
        return Downloads.headers(shown.copy(), "inline", shown.attachment().name())
                .cacheControl(CacheControl.noStore().cachePrivate())
                .body(Downloads.inParts(files, shown.copy()));
    }

    /** A page that shows the file, without a program for its kind. */
    @GetMapping("/attachments/{attachment:[0-9]{1,18}}/preview")
    String preview(@PathVariable long attachment, Model model) {
        PublishedEditions.Shown shown = shown(attachment);
        FileKind kind = FileKind.of(shown.copy()).orElse(FileKind.TEXT);
        int pages = kind == FileKind.PDF ? previews.pages(shown.copy()) : 0;
        model.addAttribute("shown", shown);
        model.addAttribute("image", kind.image());
        model.addAttribute("video", kind == FileKind.VIDEO);
        model.addAttribute("pages", pages);
        model.addAttribute("pictures", numbers(pages));
        model.addAttribute(
                "html",
                previews.html(shown.copy())
                        .map(html -> html.replace("<table", "<div class=\"scrolled\" tabindex=\"0\"><table")
                                .replace("</table>", "</table></div>"))
                        .orElse(null));
        model.addAttribute(
                "text",
                texts.known(List.of(shown.copy()))
                        .getOrDefault(shown.copy().hash(), "")
                        .strip());
        return "disclosure/preview";
    }

    /** A page of a PDF as a picture. */
    @GetMapping("/attachments/{attachment:[0-9]{1,18}}/pages/{number:[0-9]{1,3}}")
    ResponseEntity<byte[]> page(@PathVariable long attachment, @PathVariable int number) {
        PublishedEditions.Shown shown = shown(attachment);
        if (!FileKind.PDF.fits(shown.copy())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return previews.page(shown.copy(), number)
                .map(picture -> ResponseEntity.ok()
                        .contentType(MediaType.IMAGE_PNG)
                        .cacheControl(
                                CacheControl.maxAge(Duration.ofMinutes(10)).cachePrivate())
                        .header("X-Content-Type-Options", "nosniff")
                        .body(picture))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private PublishedEditions.Shown shown(long attachment) {
        return editions.attachment(new AttachmentId(attachment), gate.reader())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static List<Integer> numbers(int pages) {
        return IntStream.rangeClosed(1, Math.min(pages, Previews.MOST_PAGES))
                .boxed()
                .toList();
    }
}
