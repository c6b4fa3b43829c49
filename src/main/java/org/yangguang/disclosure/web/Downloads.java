package org.yangguang.disclosure.web;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.yangguang.file.FileStore;
import org.yangguang.file.StoredFile;

/**
 * Files as they go to a browser: under their own name in every browser (RFC 6266: {@code filename*} in UTF-8, and a name of plain letters
 * for those that do not know it), of the type that their content has and no other, and without any right to run or load something.
 */
final class Downloads {

    private static final String POWERLESS = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    private Downloads() {}

    /** To be saved, and kept by nobody on the way. */
    static ResponseEntity<InputStreamResource> save(FileStore files, StoredFile file, String name) {
        return headers(file, "attachment", name)
                .cacheControl(CacheControl.noStore().cachePrivate())
                .body(new InputStreamResource(files.open(file)));
    }

    /** The whole, or the part that a browser asks for when somebody goes to a place in a film. */
    static Resource inParts(FileStore files, StoredFile file) {
        return new AbstractResource() {
            @Override
            public InputStream getInputStream() {
                return files.open(file);
            }

            @Override
            public long contentLength() {
                return file.size();
            }

            @Override
            public String getDescription() {
                return "file " + file.hash();
            }
        };
    }

    static ResponseEntity.BodyBuilder headers(StoredFile file, String disposition, String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.type()))
                .contentLength(file.size())
                .header("Content-Disposition", disposition(disposition, name))
                .header("Content-Security-Policy", POWERLESS)
                .header("X-Content-Type-Options", "nosniff");
    }

    /** {@code attachment; filename="file.pdf"; filename*=UTF-8''%E9%99%84%E8%A1%A8.pdf}. */
    static String disposition(String how, String name) {
        int dot = name.lastIndexOf('.');
        String ending = dot < 0 ? "" : name.substring(dot).replaceAll("[^A-Za-z0-9.]", "");
        String plain = name.matches("[A-Za-z0-9 ._()-]+") ? name : "file" + ending;
        return how + "; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded(name);
    }

    /** Percent-encoded but for the signs that RFC 5987 lets stand. */
    private static String encoded(String name) {
        StringBuilder encoded = new StringBuilder();
        for (byte each : name.getBytes(StandardCharsets.UTF_8)) {
            char sign = (char) (each & 0xff);
            boolean stands = sign < 128 && (Character.isLetterOrDigit(sign) || "!#$&+-.^_`|~".indexOf(sign) >= 0);
            encoded.append(stands ? String.valueOf(sign) : String.format("%%%02X", (int) sign));
        }
        return encoded.toString();
    }
}
