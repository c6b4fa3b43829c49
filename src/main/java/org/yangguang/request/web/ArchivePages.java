package org.yangguang.request.web;

import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yangguang.audit.AuditTrail;
import org.yangguang.request.Case;
import org.yangguang.request.internal.CaseArchive;

/** {@code /console/requests/{id}/archive.pdf}: the file of a closed case as one document. */
@Controller
class ArchivePages {

    private final CaseAccess access;
    private final CaseArchive archive;
    private final AuditTrail audit;
    private final CaseWords words;

    ArchivePages(CaseAccess access, CaseArchive archive, AuditTrail audit, CaseWords words) {
        this.access = access;
        this.archive = archive;
        this.audit = audit;
        this.words = words;
    }

    @GetMapping("/console/requests/{id:\\d+}/archive.pdf")
    ResponseEntity<InputStreamResource> read(@PathVariable long id) {
        Case known = access.one(id);
        var content = archive.open(known.id()).orElseThrow(CaseAccess::notThere);
        audit.recordReading("request.application:" + id);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore().cachePrivate())
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(known.number() + ".pdf")
                                .build()
                                .toString())
                .body(new InputStreamResource(content));
    }

    @PostMapping("/console/requests/{id:\\d+}/archive")
    String make(@PathVariable long id, RedirectAttributes flash) {
        Case known = access.one(id);
        if (known.result() == null) {
            throw CaseAccess.notThere();
        }
        archive.archive(known.id(), access.officer().login());
        flash.addFlashAttribute("said", words.say("request.archive.made"));
        return "redirect:/console/requests/" + id;
    }
}
