package org.yangguang.channel.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.yangguang.channel.internal.Sheets;
import org.yangguang.disclosure.Edition;
import org.yangguang.disclosure.Editions;
import org.yangguang.disclosure.ItemId;
import org.yangguang.disclosure.VisibilityGate;

/** The sheet that a clerk prints and posts. */
@RestController
class SheetPdf {

    private final Sheets sheets;
    private final Editions editions;
    private final VisibilityGate gate;

    SheetPdf(Sheets sheets, Editions editions, VisibilityGate gate) {
        this.sheets = sheets;
        this.editions = editions;
        this.gate = gate;
    }

    /** Of public items only: a board hangs where everybody passes. */
    @GetMapping(DeliveryConsole.HERE + "/items/{id}/sheet.pdf")
    ResponseEntity<byte[]> sheet(@PathVariable long id, @RequestParam(defaultValue = "A4") Sheets.Size size) {
        Edition edition = editions.current(new ItemId(id), gate.anybody())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return pdf("公示-" + id + "-" + size + ".pdf", sheets.sheet(edition, size));
    }

    static ResponseEntity<byte[]> pdf(String name, byte[] content) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content);
    }
}
