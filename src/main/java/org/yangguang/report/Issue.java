package org.yangguang.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.yangguang.disclosure.EditionId;

/**
 * A report as it was frozen.
 *
 * @param number 1 for the first, more for corrections
 * @param contentHash SM3 of the content from which all files were made
 * @param signature the file {@code signature.json}
 */
public record Issue(
        long id,
        long report,
        int number,
        EditionId edition,
        String title,
        String contentHash,
        String signature,
        Instant frozenAt,
        List<IssueFile> files) {

    public Issue {
        files = List.copyOf(files);
    }

    /** @param hash under which the file store keeps it */
    public record IssueFile(ReportFormat format, String name, String hash, long size) {}

    public Optional<IssueFile> file(ReportFormat format) {
        return files.stream().filter(each -> each.format() == format).findFirst();
    }
}
