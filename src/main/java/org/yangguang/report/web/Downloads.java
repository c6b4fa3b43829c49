package org.yangguang.report.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ResponseStatusException;
import org.yangguang.report.ReportFormat;

/** Files of reports as answers: always to be saved, never shown as a page of this site. */
final class Downloads {

    private Downloads() {}

    /** @throws ResponseStatusException 404 for an ending that no format has */
    static ReportFormat format(String ending) {
        return Arrays.stream(ReportFormat.values())
                .filter(format -> format.ending().equals(ending))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    static ResponseEntity<byte[]> of(byte[] bytes, String type, String name) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(bytes);
    }
}
