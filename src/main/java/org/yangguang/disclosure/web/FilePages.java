package org.yangguang.disclosure.web;

import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.yangguang.disclosure.VisibilityGate;
import org.yangguang.disclosure.internal.PublishedItems;
import org.yangguang.file.FileStore;
import org.yangguang.file.StoredFile;

/** The images of items: as visible as the items that show them. Those of drafts have an address at the console. */
@Controller
class FilePages {

    private static final java.time.Duration A_YEAR = java.time.Duration.ofDays(365);

    private final VisibilityGate gate;
    private final PublishedItems items;
    private final FileStore files;

    FilePages(VisibilityGate gate, PublishedItems items, FileStore files) {
        this.gate = gate;
        this.items = items;
        this.files = files;
    }

    @GetMapping("/files/{hash:[0-9a-f]{64}}")
    ResponseEntity<InputStreamResource> file(@PathVariable String hash) {
        String key = items.keyOfFile(hash, gate.reader())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        StoredFile file = files.find(hash).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        CacheControl kept = key.equals(VisibilityGate.PUBLIC)
                ? CacheControl.maxAge(A_YEAR).cachePublic().immutable()
                : CacheControl.noStore().cachePrivate();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.type()))
                .contentLength(file.size())
                .cacheControl(kept)
                .header("X-Content-Type-Options", "nosniff")
                .body(new InputStreamResource(files.open(file)));
    }
}
