package org.yangguang.report.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.springframework.web.multipart.MultipartFile;
import org.yangguang.report.ReportFile;

/** Reports out of uploads, never more of one than is read. */
final class Uploads {

    private Uploads() {}

    static ReportFile report(MultipartFile upload) throws IOException {
        try (InputStream content = upload.getInputStream()) {
            return new ReportFile(
                    Objects.requireNonNullElse(upload.getOriginalFilename(), ""),
                    content.readNBytes(ReportFile.LARGEST + 1));
        }
    }
}
