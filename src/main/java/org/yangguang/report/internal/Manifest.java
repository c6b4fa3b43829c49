package org.yangguang.report.internal;

import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is signed when a report is frozen: which report it is, and the SM3 hash of each of its files.
 *
 * @param format mark of this layout
 * @param content SM3 of the report's content, from which all files were made
 * @param frozenAt in ISO 8601, UTC
 */
record Manifest(
        String format,
        String title,
        String organ,
        String organCode,
        int year,
        String scheme,
        String content,
        String frozenAt,
        List<SignedFile> files) {

    static final String FORMAT = "yangguang-report-1";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** @param sm3 64 hexadecimal digits */
    record SignedFile(String name, long size, String sm3) {}

    Manifest {
        files = List.copyOf(files);
    }

    byte[] bytes() {
        return JSON.writeValueAsBytes(this);
    }

    /** @throws JacksonException when the bytes are no manifest */
    static Manifest read(byte[] bytes) {
        return JSON.readValue(bytes, Manifest.class);
    }
}
